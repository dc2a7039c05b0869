"""What the interpreter makes of values that are not known, rule by rule."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from cadre_rules.feel import interpret, parse
from cadre_rules.feel.tree import Comparison, In, Literal_, Name, Range, UnaryTest
from cadre_rules.feel.types import Enumeration, EnumValue
from cadre_rules.feel.values import UNKNOWN, Date, Interval, PartialList, Unknown, YearsMonths

U = UNKNOWN


def number(value: int) -> Decimal:
    return Decimal(value)


class Service:
    """A domain measure between two lengths of service, compared with a number of years."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def feel_compare(self, operator: str, other: Any) -> bool | Unknown | None:
        if not isinstance(other, YearsMonths):
            return None
        holds = {
            ">=": (self.low >= other.months, self.high < other.months),
            "<": (self.high < other.months, self.low >= other.months),
            "<=": (self.high <= other.months, self.low > other.months),
            ">": (self.low > other.months, self.high <= other.months),
            "=": (self.low == self.high == other.months, not self.low <= other.months <= self.high),
        }[operator]
        return True if holds[0] else False if holds[1] else U


ITEMS = PartialList(
    (
        ({"year": number(2022), "kind": "annual"}, True),
        ({"year": number(2023), "kind": U}, True),
        ({"year": number(2024), "kind": "annual"}, True),
    )
)
OPEN = PartialList(
    (({"year": number(2023), "kind": "annual"}, True), ({"year": number(2024), "kind": "annual"}, True)),
    {"year": Interval(None, number(2022)), "kind": U},
)
KNOWN = [{"year": number(2023), "kind": "annual"}, {"year": number(2024), "kind": U}]
VARIABLES: dict[str, Any] = {
    "u": U,
    "age": Interval(number(34), number(36)),
    "born": Interval(Date(1985, 1, 1), Date(1985, 12, 31)),
    "from3": Interval(number(3), None),
    "items": ITEMS,
    "open": OPEN,
    "known": KNOWN,
    "all": PartialList((), {"year": U, "kind": U}),
    "maybe": PartialList(((number(1), True), (number(2), False))),
    "service": Service(22, 25),
    "record": {"end": U, "start": Date(2020, 1, 1), "gone": None},
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        # 1: strict operations
        ("u + 1", U),
        ("u.year", U),
        ("u < 1", U),
        ("u in [1..2]", U),
        ("u between 1 and 2", U),
        ("u instance of number", U),
        ("abs(u)", U),
        ("sum([1, u])", U),
        ("-u", U),
        ("age + 1", Interval(number(35), number(37))),
        ("1 + age", Interval(number(35), number(37))),
        ("age - 4", Interval(number(30), number(32))),
        ("40 - age", Interval(number(4), number(6))),
        ("from3 - 1", Interval(number(2), None)),
        ('born + @"P1M"', Interval(Date(1985, 2, 1), Date(1986, 1, 31))),
        ("age * 2", Interval(number(68), number(72))),
        ("2 * age", Interval(number(68), number(72))),
        ("age / 2", Interval(number(17), number(18))),
        ("age * -1", Interval(number(-36), number(-34))),
        ("from3 * -1", Interval(None, number(-3))),
        ("age * 0", number(0)),
        ("age / 0", None),
        ("72 / age", U),
        ("age * age", U),
        ("born * 2", None),
        ("age + age", U),
        ("age + null", None),
        ('age + "x"', U),
        ("record.end", U),
        ("record.gone", None),
        # 2: logic
        ("false and u", False),
        ("u and false", False),
        ("true and u", U),
        ("true or u", True),
        ("false or u", U),
        ("u and null", U),
        ("null or u", U),
        ("not(u)", U),
        # 3: intervals and measures
        ("age > 33", True),
        ("age >= 34", True),
        ("age > 36", False),
        ("age <= 35", U),
        ("35 < age", U),
        ("age = 35", U),
        ("age = 40", False),
        ("age != 40", True),
        ("from3 >= 2", True),
        ("from3 < 2", False),
        ("from3 > 5", U),
        ("from3 = 2", False),
        ('age > "x"', None),
        ("age between 30 and 40", True),
        ("age in [35..40]", U),
        ("age in (1, 2)", False),
        ('born < @"1986-01-01"', True),
        ('born >= @"1985-06-01"', U),
        ('service >= @"P2Y"', U),
        ('service >= @"P1Y"', True),
        ('@"P3Y" <= service', False),
        ('@"P1Y" < service', True),
        ('service != @"P3Y"', True),
        ("service > 3", None),
        # 4: null
        ("u = null", U),
        ("u != null", U),
        ("age = null", False),
        ("age != null", True),
        ("items = null", False),
        ("service != null", True),
        # 5: if
        ("if u then 1 else 1", number(1)),
        ("if u then 1 else 2", U),
        ("if u then [1, u] else [1, u]", [number(1), U]),
        ("if null then 1 else 2", number(2)),
        # 6: filters
        ('known[kind = "annual"]', PartialList(((KNOWN[0], True), (KNOWN[1], False)))),
        ("known[year > 2023]", [KNOWN[1]]),
        ("known[year > 2030]", []),
        ("known[u]", U),
        ("known[1].year", number(2023)),
        ('items[kind = "annual"][-1].year', number(2024)),
        ('items[kind = "annual"][1].year', number(2022)),
        ('items[kind = "annual"][2]', U),
        ('items[kind = "annual"][-2]', U),
        ('items[kind = "annual"][4]', None),
        ("items[u]", U),
        ("open[-2].year", number(2023)),
        ("open[-3]", U),
        ("open[1]", U),
        ("open[year > 2022]", [OPEN.items[0][0], OPEN.items[1][0]]),
        ('open[kind = "annual"][-1].year', number(2024)),
        ("all[-1]", U),
        ("maybe[1]", number(1)),
        ("maybe[2]", U),
        ("maybe[3]", None),
        ("maybe[-1]", U),
        # 7: projections
        ("maybe[item > 0]", PartialList(((number(1), True), (number(2), False)))),
        ("open.year", PartialList(((number(2023), True), (number(2024), True)), Interval(None, number(2022)))),
        ("known.kind", ["annual", U]),
        # 8: counting
        ("count(u)", Interval(number(0), None)),
        ("count(open)", Interval(number(2), None)),
        ("count(maybe)", Interval(number(1), number(2))),
        ("count(items)", number(3)),
        ('count(known[kind = "annual"]) >= 1', True),
        ("count(all) >= 0", True),
        ("count(open) < 2", False),
        ("count(open) > 2", U),
        # 9: quantifiers and membership
        ("some x in open satisfies x.year = 2024", True),
        ("some x in open satisfies x.year = 2030", False),
        ("some x in open satisfies x.year = 2020", U),
        ("every x in open satisfies x.year < 2030", True),
        ("every x in open satisfies x.year > 2023", False),
        ("every x in open satisfies x.year > 2020", U),
        ("some x in maybe satisfies x = 2", U),
        ("some x in u satisfies x = 2", U),
        ("every x in maybe satisfies x < 2", U),
        ("list contains(maybe, 1)", True),
        ("list contains(maybe, 2)", U),
        ("list contains(maybe, 3)", False),
        ("2 in maybe", U),
        ("1 in maybe", True),
        ("3 in maybe", False),
        ("list contains(u, 3)", U),
        ("list contains([1, u], 1)", True),
        ("u in []", False),
        ("reverse(maybe)", U),
        ("sum(maybe)", U),
        ("for x in maybe return x", U),
        ("for x in u return x", U),
        ("for x in [1, u] return x", [number(1), U]),
        ("append([u], 1)", [U, number(1)]),
        ("distinct values([u, 1])", U),
        ("sort(known, function(a, b) a.year > b.year)[1].year", number(2024)),
        ("sort(known, function(a, b) a.kind < b.kind)", U),
        ("maybe = [1, 2]", U),
        ("[1, u] = [2, u]", False),
        ("[1, u] = [1, 2]", U),
        ("{a: u} = {a: 1}", U),
        ("age instance of number", True),
        ("items instance of list<Any>", U),
    ],
)
def test_unknowns(text: str, value: object) -> None:
    found = interpret(parse(text), VARIABLES, {})
    assert found == value
    assert type(found) is type(value)


def test_domain_functions_get_their_arguments_unchanged() -> None:
    seen: list[Any] = []

    def longest(*arguments: Any) -> Any:
        seen.extend(arguments)
        return Interval(number(1), number(2))

    assert interpret(parse("longest(u, age, open, null) <= 2"), VARIABLES, {"longest": longest}) is True
    assert seen == [U, VARIABLES["age"], OPEN, None]


def test_a_domain_function_stands_before_a_built_in_one() -> None:
    assert interpret(parse("abs(1)"), {}, {"abs": lambda n: "own"}) == "own"


LEVELS = Enumeration("level", (EnumValue("deputy", "副职", 1), EnumValue("chief", "正职", 2)), zh="级别", ordered=True)


@pytest.mark.parametrize(
    ("operator", "left", "right", "value"),
    [
        ("<", "deputy", "chief", True),
        (">=", "deputy", "chief", False),
        ("<=", Interval("deputy", "chief"), "chief", True),
        ("<", Interval("deputy", "chief"), "chief", U),
        ("<", None, "chief", None),
        ("=", "chief", "chief", True),
    ],
)
def test_an_ordered_enumeration_is_compared_by_rank(operator: Any, left: Any, right: str, value: Any) -> None:
    node = Comparison(operator, Name("level", type=LEVELS), Literal_(right))
    assert interpret(node, {"level": left}) is value


@pytest.mark.parametrize(
    ("test", "value"),
    [
        (Range(Literal_("deputy"), Literal_("chief")), True),
        (Range(Literal_("chief"), Literal_("deputy")), None),
        (UnaryTest(">", Literal_("deputy")), False),
        (Literal_("deputy"), True),
    ],
)
def test_an_ordered_enumeration_lies_in_a_range_by_rank(test: Any, value: Any) -> None:
    node = In(Name("level", type=LEVELS), (test,))
    assert interpret(node, {"level": "deputy"}) is value
