"""Conditions in words: a typed tree as a phrase of the reader's language, never as code.

In: a typed tree, the names of its policy. Out: text. Words for facts come from the vocabulary, for definitions and
parameters from the policy, for operators and functions from the tables here. It knows no record.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.explain.phrases import ARITHMETIC, COMPARISONS, DATE_COMPARISONS, FUNCTIONS, JOIN
from cadre_rules.explain.values import value_in
from cadre_rules.feel.tree import (
    Arithmetic,
    Between,
    Call,
    Comparison,
    Filter,
    If,
    In,
    ListNode,
    Literal_,
    Logic,
    Name,
    Negation,
    Node,
    Path,
    Quantified,
    Range,
    UnaryTest,
)
from cadre_rules.feel.types import BOOLEAN, DATE, ContextType, ListType, strip_optional
from cadre_rules.feel.unparse import unparse

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.diagnostics import Language
    from cadre_rules.feel.types import Type
    from cadre_rules.policy.linked import NameTable, PolicySet

_ROOTS_LEFT_OUT = ("person",)  # 出生日期, not 人员的出生日期


def words(tree: Node, policies: PolicySet, owner: str) -> Text:
    """Return a tree of the policy (pack, question) `owner` in both languages."""
    return Text(*(_Wording(policies, policies.names[owner], language).of(tree) for language in ("zh", "en")))  # type: ignore[arg-type]


class _Wording:
    def __init__(self, policies: PolicySet, names: NameTable, language: Language) -> None:
        self.policies = policies
        self.names = names
        self.language = language
        self.zh = language == "zh"
        self.contexts: list[ContextType] = []
        self.variables: dict[str, str] = {}

    def of(self, node: Node) -> str:
        """Return the phrase of a node."""
        method = _METHODS.get(type(node))
        return method(self, node) if method else unparse(node)

    def literal(self, node: Literal_) -> str:
        return value_in(node.value, node.type, self.language)

    def name(self, node: Name) -> str:
        if node.name in self.variables:
            return self.variables[node.name]
        for context in reversed(self.contexts):
            if (field := context.find(node.name)) is not None:
                return field.text.in_(self.language)
        if node.name in self.names.definitions:
            found = self.names.definitions[node.name]
            if found.title is not None:
                return found.title.in_(self.language)
            owner = self.policies.names[found.owner]
            return _Wording(self.policies, owner, self.language).of(found.tree)
        if node.name in self.names.parameters:
            return self.names.parameters[node.name].title.in_(self.language)
        if node.name in self.names.conclusions:
            return self.policies.conclusions[node.name].text.in_(self.language)
        variable = self.names.scope.find(node.name)
        return variable.text.in_(self.language) if variable else node.name

    def path(self, node: Path) -> str:
        base = strip_optional(node.base.type) if node.base.type else None
        holder = base.item if isinstance(base, ListType) else base
        field = holder.find(node.name) if isinstance(holder, ContextType) else None
        own = field.text.in_(self.language) if field else _part(node.name, self.language)
        if isinstance(node.base, Name) and node.base.name in _ROOTS_LEFT_OUT:
            return own
        of = self.of(node.base)
        if not of:
            return own
        return f"{of}的{own}" if self.zh else f"{own} of {_the(of)}"

    def comparison(self, node: Comparison) -> str:
        left, right = node.left, node.right
        if isinstance(right, Literal_) and right.value is None:
            if node.operator == "=":
                return f"没有{self.of(left)}" if self.zh else f"there is no {self.of(left)}"
            return f"有{self.of(left)}" if self.zh else f"there is {_a(self.of(left))}"
        if isinstance(right, Literal_) and isinstance(right.value, bool):
            return self.yes_no(left, right.value is (node.operator == "="))
        table = DATE_COMPARISONS if _bare(left) == DATE else COMPARISONS
        verb = table[node.operator].in_(self.language)
        space = "" if self.zh else " "
        return f"{self.of(left)}{space}{verb}{space}{self.of(right)}"

    def yes_no(self, node: Node, wanted: bool) -> str:
        """Return a truth as a statement: a named fact or definition stands for itself."""
        if not isinstance(node, (Name, Path)):
            inner = self.of(node)
            return inner if wanted else (f"并非{inner}" if self.zh else f"it is not so that {inner}")
        own = self.of(node)
        if self.zh:
            return f"{own}为{'是' if wanted else '否'}"
        return f"{own}: {'yes' if wanted else 'no'}"

    def logic(self, node: Logic) -> str:
        joint = JOIN[node.operator].in_(self.language)
        parts = [
            f"（{self.of(o)}）" if self.zh and isinstance(o, Logic) else self.of(o) for o in node.operands
        ]
        return joint.join(parts)

    def between(self, node: Between) -> str:
        value, low, high = self.of(node.value), self.of(node.low), self.of(node.high)
        return f"{value}在{low}至{high}之间" if self.zh else f"{value} is between {low} and {high}"

    def membership(self, node: In) -> str:
        tests: list[Node] = []
        for test in node.tests:
            tests += test.items if isinstance(test, ListNode) else [test]
        value = self.of(node.value)
        if any(isinstance(t, (UnaryTest, Range)) for t in tests):
            joint = JOIN["or"].in_(self.language)
            return joint.join(self.cell(value, t) for t in tests)
        listed = ("、" if self.zh else ", ").join(self.of(t) for t in tests)
        if len(tests) == 1:
            return f"{value}为{listed}" if self.zh else f"{value} is {listed}"
        return f"{value}为{listed}之一" if self.zh else f"{value} is one of {listed}"

    def cell(self, value: str, test: Node) -> str:
        """Return one alternative of a membership test."""
        space = "" if self.zh else " "
        if isinstance(test, UnaryTest):
            table = DATE_COMPARISONS if _bare(test.operand) == DATE else COMPARISONS
            return f"{value}{space}{table[test.operator].in_(self.language)}{space}{self.of(test.operand)}"
        if isinstance(test, Range):
            ends = []
            for end, included, sign in ((test.low, test.low_included, ">"), (test.high, test.high_included, "<")):
                if end is not None:
                    table = DATE_COMPARISONS if _bare(end) == DATE else COMPARISONS
                    verb = table[sign + ("=" if included else "")].in_(self.language)
                    ends.append(f"{value}{space}{verb}{space}{self.of(end)}")
            return JOIN["and"].in_(self.language).join(ends)
        return f"{value}为{self.of(test)}" if self.zh else f"{value} is {self.of(test)}"

    def filter(self, node: Filter) -> str:
        base = self.of(node.base)
        position = _position(node.condition)
        if position is not None:
            return _ordinal(base, position, self.language)
        self.push(node.base)
        condition = self.of(node.condition)
        self.contexts.pop()
        return f"{base}（{condition}）" if self.zh else f"{base} ({condition})"

    def quantified(self, node: Quantified) -> str:
        iterator = node.iterators[0]
        domain = self.of(iterator.domain)
        self.variables[iterator.name] = "其" if self.zh else "it"
        condition = self.of(node.condition)
        del self.variables[iterator.name]
        condition = condition.replace("其的", "其") if self.zh else condition
        if node.kind == "some":
            return f"{domain}中有一项满足：{condition}" if self.zh else f"one of {_the(domain)} has: {condition}"
        return f"{domain}每一项均满足：{condition}" if self.zh else f"each of {_the(domain)} has: {condition}"

    def push(self, base: Node) -> None:
        """Enter the items of a list: their fields are named without saying whose they are."""
        type_ = _bare(base)
        item = type_.item if isinstance(type_, ListType) else None
        self.contexts.append(item if isinstance(item, ContextType) else ContextType(()))

    def call(self, node: Call) -> str:
        name = node.function.name if isinstance(node.function, Name) else unparse(node.function)
        arguments = [a.value for a in node.arguments]
        if name in ("determination", "recorded") and isinstance(arguments[0], Literal_):
            return self.determination(str(arguments[0].value))
        if name == "concluded":
            said = self.of(arguments[0])
            return f"已得出“{said}”的结论" if self.zh else f"it is concluded: {said}"
        parts = [self.of(a) for a in arguments]
        if name in FUNCTIONS:
            return FUNCTIONS[name].in_(self.language).format(*parts)
        return unparse(node)

    def determination(self, matter: str) -> str:
        found = next(
            (p.determinations[matter] for p in self.policies.policies.values() if matter in p.determinations), None
        )
        said = found.title.in_(self.language) if found else matter
        return f"“{said}”的认定" if self.zh else f"the determination on {said}"

    def arithmetic(self, node: Arithmetic) -> str:
        return ARITHMETIC[node.operator].in_(self.language).format(self.of(node.left), self.of(node.right))

    def negation(self, node: Negation) -> str:
        return f"负{self.of(node.operand)}" if self.zh else f"minus {self.of(node.operand)}"

    def conditional(self, node: If) -> str:
        condition, yes, no = self.of(node.condition), self.of(node.yes), self.of(node.no)
        return f"{condition}时为{yes}，否则为{no}" if self.zh else f"{yes} if {condition}, else {no}"

    def list_(self, node: ListNode) -> str:
        return ("、" if self.zh else ", ").join(self.of(i) for i in node.items)


_METHODS: dict[type, Callable[[Any, Any], str]] = {
    Literal_: _Wording.literal,
    Name: _Wording.name,
    Path: _Wording.path,
    Comparison: _Wording.comparison,
    Logic: _Wording.logic,
    Between: _Wording.between,
    In: _Wording.membership,
    Filter: _Wording.filter,
    Quantified: _Wording.quantified,
    Call: _Wording.call,
    Arithmetic: _Wording.arithmetic,
    Negation: _Wording.negation,
    If: _Wording.conditional,
    ListNode: _Wording.list_,
}


def _bare(node: Node) -> Type | None:
    return strip_optional(node.type) if node.type else None


def is_truth(node: Node) -> bool:
    """Return whether a node is a bare truth, such as a boolean fact."""
    return _bare(node) == BOOLEAN and isinstance(node, (Name, Path))


def _position(node: Node) -> int | None:
    if isinstance(node, Negation):
        inner = _position(node.operand)
        return -inner if inner else None
    if isinstance(node, Literal_) and isinstance(node.value, Decimal):
        return int(node.value)
    return None


def _ordinal(base: str, position: int, language: Language) -> str:
    if language == "zh":
        if position == -1:
            return f"最近一项{base}"
        return f"{base}的倒数第{-position}项" if position < 0 else f"{base}的第{position}项"
    if position == -1:
        return f"last of {_the(base)}"
    return f"number {-position} from the end of {_the(base)}" if position < 0 else f"number {position} of {_the(base)}"


def _part(name: str, language: Language) -> str:
    zh = {"year": "年份", "month": "月份", "day": "日"}
    return zh.get(name, name) if language == "zh" else name


def _the(phrase: str) -> str:
    return phrase if phrase.startswith(("the ", "it", "its ")) else f"the {phrase}"


def _a(phrase: str) -> str:
    return phrase if phrase.startswith(("the ", "a ", "an ")) else f"a {phrase}"
