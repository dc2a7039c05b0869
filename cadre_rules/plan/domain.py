"""Domain functions in the kernel: which columns and codes their cores take, and what they give back.

In: a call in a typed tree and the lowering that is under way. Out: lowered values. The cores are those that the
interpreter's wrappers call; here they get columns of the record instead of contexts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from cadre_rules.feel.tree import Literal_
from cadre_rules.feel.types import DATE, NUMBER, STRING, Optional
from cadre_rules.plan.builder import Builder, NotExact
from cadre_rules.plan.instructions import Bounds, Operand, Scalar, Span, Subset, Value
from cadre_rules.plan.primitives import SCALE
from cadre_rules.vocabulary.codes import ABSENT, HIGHEST
from cadre_rules.vocabulary.counting.age import age, complete_months
from cadre_rules.vocabulary.counting.measures import Service
from cadre_rules.vocabulary.counting.posts import time_in_post
from cadre_rules.vocabulary.counting.runs import longest_run, run_length
from cadre_rules.vocabulary.counting.service import (
    service,
    service_at_least,
    service_at_most,
    service_equals,
    service_less_than,
    service_more_than,
)
from cadre_rules.vocabulary.counting.stretches import latest_unbroken
from cadre_rules.vocabulary.determinations import COLUMNS, UNSETTLED, determined, determined_on
from cadre_rules.vocabulary.subjects import PRESENT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type
    from cadre_rules.plan.steps import Environment, Plan


class Lowering(Protocol):
    """What this module needs of the lowering under way."""

    build: Builder
    plan: Plan
    env: Environment | None
    as_of: Any

    def lower(self, node: Node) -> Value:
        """Lower one expression."""
        ...


def _runs(core: Callable[..., tuple[int, int]]) -> Callable[..., tuple[int, int]]:
    """Return a core over scaled years, with a scaled result."""

    def scaled(years: Sequence[int], *rest: int) -> tuple[int, int]:
        plain = [year // SCALE if year > ABSENT else year for year in years]
        low, high = core(plain, *rest)
        return low * SCALE, high if high >= HIGHEST else high * SCALE

    return scaled


def _age(birth: int, on: int, by_month: int) -> int:
    years = age(birth, on, by_month)
    return years if years <= ABSENT else years * SCALE


CORES: Final[dict[str, Callable[..., object]]] = {
    "service": service,
    "service_at_least": service_at_least,
    "service_at_most": service_at_most,
    "service_less": service_less_than,
    "service_more": service_more_than,
    "service_equal": service_equals,
    "time_in_post": time_in_post,
    "latest_unbroken": latest_unbroken,
    "run_length": _runs(run_length),
    "longest_run": _runs(longest_run),
    "age": _age,
    "complete_months": complete_months,
    "determined": determined,
    "determined_on": determined_on,
}


def decode_service(low: int, high: int) -> Service:
    """Return the FEEL value of a span of service."""
    return Service(low, high)


def lower_domain_call(at: Lowering, name: str, arguments: list[Node]) -> Value:
    """Lower a call of a domain function; raises `NotExact` for one that the kernel does not have."""
    method = _LOWERINGS.get(name)
    if method is None:
        raise NotExact(f"`{name}` is evaluated by the interpreter")
    return method(at, name, arguments)


def _subset(at: Lowering, node: Node) -> Subset:
    value = at.lower(node)
    if not isinstance(value, Subset):
        raise NotExact("a domain function over what is not a list of the record")
    return value


def _by_month(at: Lowering) -> int:
    assert at.env is not None
    return int(at.env.by_month)


def _stints(at: Lowering, node: Node, *more: tuple[str, Type]) -> tuple[Subset, list[Operand]]:
    """Return a list of stints with the operands that describe it: columns, masks, further."""
    value = _subset(at, node)
    fields: list[tuple[str, Type]] = [("start", DATE), ("end", Optional(DATE)), *more]
    columns: list[Operand] = [at.build.column(value.list, (field,), type_) for field, type_ in fields]
    return value, [*columns, value.certain, value.perhaps, value.further, at.as_of]


def _total_service(at: Lowering, _name: str, arguments: list[Node]) -> Value:
    _, operands = _stints(at, arguments[0])
    return Span(*at.build.emit_many("service", *operands, _by_month(at), outs=2))


def _time_in_post(at: Lowering, _name: str, arguments: list[Node]) -> Value:
    _, operands = _stints(at, arguments[0], ("post", STRING), ("appointed_on", DATE))
    low, high = at.build.emit_many("time_in_post", *operands, _by_month(at), outs=2)
    return Bounds(low, high, "months")


def _latest_unbroken(at: Lowering, _name: str, arguments: list[Node]) -> Value:
    value, operands = _stints(at, arguments[0])
    return Subset(value.list, *at.build.emit_many("latest_unbroken", *operands, outs=3))


def _run(at: Lowering, name: str, arguments: list[Node]) -> Value:
    hits, among = _subset(at, arguments[0]), _subset(at, arguments[1])
    if hits.list != among.list:
        raise NotExact("a run of years over two lists")
    years = at.build.column(among.list, ("year",), NUMBER)
    low, high = at.build.emit_many(
        name.replace(" ", "_"),
        years,
        hits.certain,
        hits.perhaps,
        among.certain,
        among.perhaps,
        among.further,
        HIGHEST,
        outs=2,
    )
    return Bounds(low, high)


def _from_to(at: Lowering, name: str, arguments: list[Node]) -> Value:
    start, end = at.lower(arguments[0]), at.lower(arguments[1])
    if not isinstance(start, Scalar) or not isinstance(end, Scalar):
        raise NotExact("a count between dates that are only known between bounds")
    domain = start.domain or end.domain
    out = at.build.emit(name.replace(" ", "_"), start.at, end.at, _by_month(at), domain=domain)
    return Scalar(
        out,
        "number" if name == "age" else "months",
        start.maybe_unknown or end.maybe_unknown,
        start.maybe_absent or end.maybe_absent,
        domain,
    )


def _determination(at: Lowering, name: str, arguments: list[Node]) -> Value:
    matter = arguments[0]
    assert isinstance(matter, Literal_)
    list_ = at.build.list_("determinations")
    types = (STRING, STRING, DATE, STRING, STRING, Optional(STRING))
    columns = [at.build.column("determinations", (field,), type_) for field, type_ in zip(COLUMNS, types, strict=True)]
    incident, domain = _incident(at, arguments)
    absent_if_none = int(name == "recorded")
    out = at.build.emit(
        "determined" if len(arguments) == 1 else "determined_on",
        *columns,
        list_.further,
        at.build.text(matter.value),
        incident,
        at.as_of,
        *(at.build.text(unsettled) for unsettled in UNSETTLED),
        absent_if_none,
        domain=domain,
    )
    return Scalar(out, "text", True, bool(absent_if_none), domain)


def _incident(at: Lowering, arguments: list[Node]) -> tuple[Operand, str | None]:
    """Return which incident a determination is looked up for: the one named, else the one that is asked about."""
    if len(arguments) > 1:
        named = at.lower(arguments[1])
        if not isinstance(named, Scalar):
            raise NotExact("a determination on an incident that has no code")
        return named.at, named.domain
    if (present := at.plan.question.subject) in PRESENT:
        return at.build.fact((present, "id"), STRING).at, None
    return ABSENT, None


_LOWERINGS: Final[dict[str, Callable[[Lowering, str, list[Node]], Value]]] = {
    "total service": _total_service,
    "time in post": _time_in_post,
    "latest unbroken": _latest_unbroken,
    "run length": _run,
    "longest run": _run,
    "age": _from_to,
    "complete months": _from_to,
    "determination": _determination,
    "recorded": _determination,
}
