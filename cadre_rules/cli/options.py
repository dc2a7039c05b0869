"""What a command may be given, as data; and the command line → a `Call`, or a `UsageError` that tells what is wrong.

In: the declarations of `catalogue`, the words of a command line. Out: `Call`. argparse finds the options; every fault
is worded here, in both languages. It must not know what a command does.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NoReturn

from cadre_rules.cli import messages
from cadre_rules.cli.wording import listed
from cadre_rules.diagnostics import Text, UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadre_rules.diagnostics import Language

PROGRAM = "cadre-rules"
_MISSING = "\0missing"  # what argparse puts for an option without its value; no command line can hold it
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


@dataclass(frozen=True)
class Argument:
    """A word that a command is given: exactly one, perhaps one, one and more, or any number."""

    name: str
    help: Text
    count: Literal["one", "perhaps", "many", "any"] = "one"
    choices: tuple[str, ...] = ()

    @property
    def written(self) -> str:
        """The argument as a usage line shows it."""
        written = {"one": "{}", "perhaps": "[{}]", "many": "{}…", "any": "[{}…]"}[self.count]
        return written.format(self.name)


@dataclass(frozen=True)
class Option:
    """An option; `value` is how a help text calls its value, empty for a flag."""

    name: str
    help: Text
    value: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False

    @property
    def written(self) -> str:
        """The option as a help text shows it."""
        value = "|".join(self.choices) or self.value
        return f"{self.name} {value}" if value else self.name


@dataclass(frozen=True)
class Command:
    """A command: what it is given, an example that works in a checkout, and the module that runs it."""

    name: str
    summary: Text
    module: str
    arguments: tuple[Argument, ...]
    options: tuple[Option, ...]
    examples: tuple[tuple[str, Text], ...]
    notes: tuple[Text, ...] = ()

    @property
    def usage(self) -> str:
        """The usage line."""
        required = [o.written for o in self.options if o.required]
        words = [PROGRAM, self.name, *(a.written for a in self.arguments), *required]
        return " ".join([*words, "[…]"] if len(required) < len(self.options) else words)


@dataclass(frozen=True)
class Call:
    """A command with what it was given."""

    command: Command
    language: Language
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)

    def word(self, name: str) -> str:
        """Return an argument of which there is exactly one."""
        return self.words[name][0]

    def perhaps(self, name: str) -> str | None:
        """Return an argument that may be missing."""
        return next(iter(self.words[name]), None)

    def option(self, name: str) -> str | None:
        """Return the value of an option, or None where it was not given."""
        return self.options.get(name)

    def flag(self, name: str) -> bool:
        """Return whether a flag was given."""
        return name in self.options

    @property
    def json(self) -> bool:
        """Whether results are asked for as JSON."""
        return self.options.get("--format") == "json"

    def day(self, name: str) -> date | None:
        """Return the date that an option gives; raises `UsageError` for what is none."""
        text = self.options.get(name)
        return None if text is None else day_of(name, text)


def day_of(option: str, text: str) -> date:
    """Return the date that a text writes as YYYY-MM-DD; raises `UsageError` C010 or C011."""
    found = _DATE.fullmatch(text)
    if not found:
        raise UsageError(messages.NOT_A_DATE.at(option=option, found=text))
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise UsageError(
            messages.NO_SUCH_DATE.at(option=option, found=text, reason=_why_no_date(year, month))
        ) from None


def _why_no_date(year: int, month: int) -> Text:
    if year == 0:
        return Text("年份从 0001 起。", "years begin with 0001")
    if not 1 <= month <= 12:
        return Text("月份为 01 至 12。", "months are 01 to 12")
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else None
    last = (following - date.resolution).day if following else 31
    return Text(f"{year}年{month}月的日期为 01 至 {last}。", f"the days of {year:04}-{month:02} are 01 to {last}")


class _Parser(argparse.ArgumentParser):
    """argparse for the options of one command; what it refuses becomes a fault of ours."""

    def __init__(self, command: Command) -> None:
        super().__init__(prog=PROGRAM, add_help=False, allow_abbrev=False)
        self.command = command
        for option in command.options:
            if option.value or option.choices:
                self.add_argument(option.name, dest=option.name, action="append", nargs="?", const=_MISSING)
            else:
                self.add_argument(option.name, dest=option.name, action="append_const", const="")

    def error(self, message: str) -> NoReturn:
        found = re.match(r"argument (\S+): ignored explicit argument", message)
        if found:
            raise UsageError(messages.TAKES_NO_VALUE.at(option=found[1]))
        raise UsageError(messages.OTHER_USAGE.at(detail=message, usage=self.command.usage))


def read_call(command: Command, words: Sequence[str], language: Language) -> Call:
    """Return the call that the words after a command's name make; raises `UsageError`."""
    cut = list(words).index("--") if "--" in words else len(words)
    found, rest = _Parser(command).parse_known_args(list(words[:cut]))
    plain = [word for word in rest if not _is_option(word)]
    unknown = [word for word in rest if _is_option(word)]
    if unknown:
        raise _unknown_option(command, unknown[0])
    options: dict[str, str] = {}
    for option in command.options:
        given = getattr(found, option.name)
        if given is not None:
            options[option.name] = _value(command, option, given)
        elif option.required:
            raise UsageError(
                messages.MISSING_OPTION.at(
                    command=command.name,
                    option=option.written,
                    meaning=option.help,
                    example=command.examples[0][0],
                )
            )
    return Call(command, language, _arguments(command, [*plain, *words[cut + 1 :]]), options)


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _unknown_option(command: Command, word: str) -> UsageError:
    name = word.split("=")[0]
    known = [option.name for option in command.options]
    guess = nearest(name, known)
    return UsageError(
        messages.UNKNOWN_OPTION.at(suggestion=guess, command=command.name, found=name, known=listed(known))
    )


def _value(command: Command, option: Option, given: list[str]) -> str:
    if _MISSING in given:
        name = option.value or "|".join(option.choices)
        one = next(iter(option.choices), option.value)
        example = next((e for e, _ in command.examples if option.name in e), f"{option.name} {one}")
        raise UsageError(messages.NEEDS_VALUE.at(option=option.name, name=name, example=example))
    if len(given) > 1 and (option.value or option.choices):
        raise UsageError(messages.OPTION_TWICE.at(option=option.name))
    _check_choice(option.name, given[0], option.choices)
    return given[0]


def _check_choice(name: str, found: str, choices: tuple[str, ...]) -> None:
    if not choices or found in choices:
        return
    if name == "--language":
        raise UsageError(messages.BAD_LANGUAGE.at(where=name, found=found))
    guess = nearest(found, choices)
    raise UsageError(messages.NOT_ONE_OF.at(suggestion=guess, name=name, found=found, known=listed(choices)))


def _arguments(command: Command, words: list[str]) -> dict[str, tuple[str, ...]]:
    """Give the words to the arguments, in their order; only the last one takes any number."""
    out: dict[str, tuple[str, ...]] = {}
    for argument in command.arguments:
        taken = words if argument.count in ("many", "any") else words[:1]
        words = words[len(taken) :]
        if not taken and argument.count not in ("perhaps", "any"):
            raise UsageError(
                messages.MISSING_ARGUMENT.at(
                    command=command.name,
                    name=argument.name,
                    meaning=argument.help,
                    example=command.examples[0][0],
                )
            )
        for word in taken:
            _check_choice(argument.name, word, argument.choices)
        out[argument.name] = tuple(taken)
    if words:
        raise UsageError(messages.TOO_MANY_ARGUMENTS.at(command=command.name, found=words[0], usage=command.usage))
    return out
