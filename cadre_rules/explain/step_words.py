"""What may be wrong with a step of a procedure, in words, as an officer would say it.

In: days, spans, titles of steps. Out: `Text`s. It knows no policy and no record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import LANGUAGES, Text
from cadre_rules.explain.values import date_in, quoted, value_in

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.feel.values import Date

Dated = tuple[Text, "Date"]
_ASKED = {
    "actor": (Text("办理主体不符合要求", "not taken by who has to take it"), Text("办理主体", "who took it")),
    "quorum": (Text("人数不符合要求", "too few took part"), Text("人数", "how many took part")),
    "evidence": (
        Text("材料不符合要求", "what has to be on record with it is not there"),
        Text("材料", "the documents"),
    ),
}
_LIMIT = {
    "within": Text("是否逾期", "whether it was taken in time"),
    "not_before": Text("间隔是否足够", "whether enough time had passed"),
    "valid": Text("是否仍然有效", "whether it was still valid"),
}


# taken ----------------------------------------------------------------------------------------------------


def absent(due: Date | None, as_of: Date) -> Text:
    """Say that there is no record of a step, and by when it had to be taken."""
    return _with_due(Text("没有办理记录", "not on record"), due, as_of)


def left_out(due: Date | None, as_of: Date) -> Text:
    """Say that what there is on record of a step is none of what the procedure looks at."""
    return _with_due(Text("有办理记录，但不计入", "on record, but not counted"), due, as_of)


def undated(due: Date | None, as_of: Date) -> Text:
    """Say that a record says that a step was not taken."""
    return _with_due(Text("尚未办理", "not taken yet"), due, as_of)


def later(day: Date) -> Text:
    """Say that a record is dated after the decision date."""
    zh, en = (date_in(day, language) for language in LANGUAGES)
    return Text(
        f"办理日期为{zh}，晚于决定日期，视为尚未办理",
        f"dated {en}, which is after the decision date, so it is not taken yet",
    )


def no_day() -> Text:
    """Say that the day of a step is not known."""
    return Text("办理日期未知", "the date is not known")


def need_open() -> Text:
    """Say that a step was not taken, and that it is not known whether it is needed."""
    return Text("没有办理记录；是否需要办理，不能确定", "not on record; whether it is needed is not known")


def perhaps() -> Text:
    """Say that it is not known whether a record is one of the step."""
    return Text("有关记录是否属于这一步，不能确定", "whether a record is one of this step is not known")


def incomplete() -> Text:
    """Say that the list of records may lack the step."""
    return Text("步骤记录不完整，是否办理未知", "the records of steps are not complete, so it may have been taken")


def _with_due(said: Text, due: Date | None, as_of: Date) -> Text:
    if due is None:
        return said
    zh, en = (date_in(due, language) for language in LANGUAGES)
    late = Text("，已逾期", ", which has passed") if due < as_of else Text("", "")
    return Text(f"{said.zh}；应当不晚于{zh}办理{late.zh}", f"{said.en}; due by {en}{late.en}")


# order and time -------------------------------------------------------------------------------------------


def too_early(before: list[Dated]) -> Text:
    """Say which steps a step should have come after."""
    zh, en = (_dated(before, language) for language in LANGUAGES)
    return Text(f"早于应当在其之前的{zh}", f"before {en}, which has to come first")


def order_open(unknown: list[Text]) -> Text:
    """Say that the order hangs on days that are not known."""
    zh = "、".join(quoted(t.zh) for t in unknown)
    en = ", ".join(quoted(t.en) for t in unknown)
    return Text(f"{zh}的办理日期未知，先后不能确定", f"the date of {en} is not known, so the order cannot be told")


def too_late(span: Any, name: Text | None, end: Date, before: Dated) -> Text:
    """Say that a step came too long after the one before."""
    return Text(*(_too(span, name, end, before, language, late=True) for language in LANGUAGES))


def too_soon(span: Any, name: Text | None, end: Date, before: Dated) -> Text:
    """Say that a step came too soon after the one before."""
    return Text(*(_too(span, name, end, before, language, late=False) for language in LANGUAGES))


def _too(span: Any, name: Text | None, end: Date, before: Dated, language: Language, *, late: bool) -> str:
    step, length, day = _dated([before], language), _span(span, name, language), date_in(end, language)
    if language == "zh":
        if late:
            return f"逾期：应当在上一步{step}之后{length}以内，即不晚于{day}"
        return f"过早：应当在上一步{step}之后满{length}，即不早于{day}"
    if late:
        return f"too late: due within {length} after {step}, that is by {day}"
    return f"too soon: due no sooner than {length} after {step}, that is not before {day}"


def expired(span: Any, name: Text | None, end: Date, held: Dated | None, as_of: Date) -> Text:
    """Say that a step was too old when the next one was taken, or is by now."""
    return Text(*(_expired(span, name, end, held, as_of, language) for language in LANGUAGES))


def _expired(span: Any, name: Text | None, end: Date, held: Dated | None, as_of: Date, language: Language) -> str:
    length, day = _span(span, name, language), date_in(end, language)
    if language == "zh":
        then = f"其后的{_dated([held], language)}办理时" if held else f"至决定日期（{date_in(as_of, language)}）"
        return f"有效期{length}，至{day}止，{then}已失效"
    then = (
        f"when {_dated([held], language)} was taken" if held else f"on the decision date ({date_in(as_of, language)})"
    )
    return f"valid for {length}, up to {day}: no longer valid {then}"


def not_set(test: str, name: Text) -> Text:
    """Say that a limit is a parameter that nobody has set."""
    said = _LIMIT[test]
    return Text(
        f"{quoted(name.zh)}尚未设定，{said.zh}不能确定", f"{quoted(name.en)} is not set, so {said.en} cannot be told"
    )


def limit_open(test: str) -> Text:
    """Say that a limit cannot be counted because a day is not known."""
    said = _LIMIT[test]
    zh, en = ("下一步", "the next step") if test == "valid" else ("上一步", "the step before")
    return Text(
        f"{zh}的办理日期不能确定，{said.zh}也不能确定", f"the date of {en} is not known, so {said.en} cannot be told"
    )


def asked(test: str, truth: str) -> Text:
    """Say that what is asked of a record does not hold, or is not known."""
    wrong, what = _ASKED[test]
    if truth == "false":
        return wrong
    return Text(f"{what.zh}是否符合要求，不能确定", f"whether {what.en} is as it has to be is not known")


# parts ----------------------------------------------------------------------------------------------------


def _dated(steps: list[Dated], language: Language) -> str:
    if language == "zh":
        return "、".join(f"{quoted(title.zh)}（{date_in(day, language)}）" for title, day in steps)
    return " and ".join(f"{quoted(title.en)} ({date_in(day, language)})" for title, day in steps)


def _span(span: Any, name: Text | None, language: Language) -> str:
    said = value_in(span, None, language)
    if name is None:
        return said
    return f"{said}（{name.zh}）" if language == "zh" else f"{said} ({name.en})"
