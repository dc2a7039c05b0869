"""What commands print: results on standard output, messages on standard error, faults in one language or as JSON.

In: texts, faults, plain data. Out: lines on the two streams. It must not know any command.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadre_rules.diagnostics import Diagnostic, Language, Text

# What a file name or a word of the command line may hold and a terminal would obey: controls, text direction.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def result(text: str) -> None:
    """Print a result."""
    shown = _CONTROL.sub("\ufffd", text)
    sys.stdout.write(shown if shown.endswith("\n") else shown + "\n")


def json_result(data: Any) -> None:
    """Print a result as JSON: Chinese characters as they are, no floats."""
    result(json_text(data))


def json_text(data: Any) -> str:
    """Return plain data as JSON text."""
    import json

    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: Any) -> Any:
    """Return what JSON has no word for: a date as its text, an exact number as its digits."""
    from decimal import Decimal

    if isinstance(value, Decimal):
        return f"{value:f}"
    if hasattr(value, "isoformat"):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def message(text: Text, language: Language) -> None:
    """Print a message to the person at the terminal."""
    sys.stderr.write(_CONTROL.sub("\ufffd", text.in_(language)) + "\n")


def faults(found: Iterable[Diagnostic], language: Language, *, json: bool) -> None:
    """Print the faults for which a command ends without a result."""
    told = list(found)
    if json:
        sys.stderr.write(json_text({"errors": [d.to_dict() for d in told]}) + "\n")
    else:
        sys.stderr.write(_CONTROL.sub("\ufffd", "\n".join(d.render(language) for d in told)) + "\n")


def near(path: str | Path) -> str:
    """Return a path as short as it is still right here: relative to the working folder where it lies in it."""
    whole = Path(path)
    try:
        return str(whole.resolve().relative_to(Path.cwd())) if whole.is_absolute() else str(whole)
    except ValueError:
        return str(whole)
