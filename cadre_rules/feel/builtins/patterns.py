"""Regular expressions as XPath defines them, run by the library `regex` with a limit of time.

In: a text, a pattern, flags. Out: results of `matches`, `replace` and `split`; null where the pattern, the
replacement or the flags are not in XPath's syntax, and where a search takes more than `TIME_LIMIT` seconds.
XQuery 1.0 and XPath 2.0 Functions and Operators, clause 7.6; without the flag `s`, `.` takes no line feed and
no carriage return. Must not know FEEL.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.builtins.pattern_syntax import PatternError, replacement_parts, translate

if TYPE_CHECKING:
    from collections.abc import Callable

TIME_LIMIT: Final = 1.0


@lru_cache(maxsize=256)
def _compiled(pattern: str, flags: str) -> Any:
    """Return the compiled pattern; None if it is not one."""
    import regex

    try:
        return regex.compile(translate(pattern, flags), regex.VERSION1)
    except (PatternError, regex.error, OverflowError):
        return None


def _within_time(search: Callable[[], Any]) -> Any:
    try:
        return search()
    except TimeoutError:
        return None


def matches(text: str, pattern: str, flags: str) -> bool | None:
    """Return whether the pattern is found anywhere in the text."""
    compiled = _compiled(pattern, flags)
    if compiled is None:
        return None
    return _within_time(lambda: compiled.search(text, timeout=TIME_LIMIT) is not None)  # type: ignore[no-any-return]


def replace(text: str, pattern: str, replacement: str, flags: str) -> str | None:
    """Return the text with every match replaced; null if the pattern matches the empty string."""
    compiled = _compiled(pattern, flags)
    if compiled is None or compiled.match("", timeout=TIME_LIMIT) is not None:
        return None
    try:
        parts = replacement_parts(replacement, compiled.groups)
    except PatternError:
        return None

    def fill(match: Any) -> str:
        return "".join(part if isinstance(part, str) else match.group(part) or "" for part in parts)

    return _within_time(lambda: compiled.sub(fill, text, timeout=TIME_LIMIT))  # type: ignore[no-any-return]


def split(text: str, delimiter: str) -> list[str] | None:
    """Return the pieces of the text between matches; null if the delimiter matches the empty string."""
    compiled = _compiled(delimiter, "")
    if compiled is None or compiled.match("", timeout=TIME_LIMIT) is not None:
        return None

    def pieces() -> list[str]:
        found, end = [], 0
        for match in compiled.finditer(text, timeout=TIME_LIMIT):
            found.append(text[end : match.start()])
            end = match.end()
        return [*found, text[end:]]

    return _within_time(pieces)  # type: ignore[no-any-return]
