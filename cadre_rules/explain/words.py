"""Conditions in words: a typed tree as a phrase of the reader's language, never as code.

In: a typed tree, the names of its policy. Out: text. Words for facts come from the vocabulary, for definitions and
parameters from the policy, for operators and functions from the tables in `phrases`. It knows no record.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.explain import words_calls, words_tests
from cadre_rules.explain.phrases import ARITHMETIC, DATE_ARITHMETIC, JOIN, PARTS, SUBJECTS_SAID
from cadre_rules.explain.terms import a, comparisons, label, predicate, the
from cadre_rules.explain.units import unit_of
from cadre_rules.explain.values import counted_in, quoted, value_in
from cadre_rules.feel import tree as feel
from cadre_rules.feel.types import BOOLEAN, DATE, ContextType, ListType, strip_optional

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cadre_rules.diagnostics import Language
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Field, Type
    from cadre_rules.policy.linked import NameTable, PolicySet

_ROOTS_LEFT_OUT = ("person",)  # 出生日期, not 人员的出生日期


def words(tree: Node, policies: PolicySet, owner: str) -> Text:
    """Return a tree of the policy (pack, question) `owner` in both languages; a truth as a statement."""
    names = policies.names[owner]
    return Text(*(Wording(policies, names, language).statement(tree) for language in ("zh", "en")))


_DEEPEST = 3


class Wording:
    """Words the trees of one policy in one language.

    `bound` are the items and variables in scope, innermost last; `depth` says how many definitions without a title
    were written out on the way here: below the third one its name stands for it.
    """

    def __init__(self, policies: PolicySet, names: NameTable, language: Language, depth: int = 0) -> None:
        self.depth = depth
        self.policies = policies
        self.names = names
        self.language = language
        self.zh = language == "zh"
        self.bound: list[ContextType | dict[str, str]] = []
        self.columns: Mapping[str, str] = {}  # titles of the entries of contexts, by key

    def say(self, zh: str, en: str) -> str:
        """Return the wording in the reader's language."""
        return zh if self.zh else en

    def of(self, node: Node) -> str:
        """Return the phrase of a node."""
        return _METHODS[type(node)](self, node)

    def statement(self, node: Node) -> str:
        """Return what a condition says: a bare truth as a statement."""
        return self.yes_no(node, True) if self.is_truth(node) else self.of(node)

    def is_truth(self, node: Node) -> bool:
        """Return whether a node is a bare truth: a fact or a definition that is true or false."""
        return isinstance(node, (feel.Name, feel.Path)) and _bare(node) == BOOLEAN

    def listed(self, phrases: list[str]) -> str:
        """Return phrases as an enumeration."""
        return self.say("、", ", ").join(phrases)

    # names ----------------------------------------------------------------------------------------------------

    def _literal(self, node: feel.Literal_) -> str:
        return value_in(node.value, node.type, self.language)

    def _name(self, node: feel.Name) -> str:
        found = self.in_scope(node.name)
        if found is not None:
            return found if isinstance(found, str) else label(found).in_(self.language)
        names = self.names
        if node.name in names.definitions:
            defined = names.definitions[node.name]
            if defined.title is not None:
                return defined.title.in_(self.language)
            if self.depth == _DEEPEST:
                return f"“{node.name}”"
            owner = self.policies.names[defined.owner]
            return Wording(self.policies, owner, self.language, self.depth + 1).statement(defined.tree)
        if node.name in names.parameters:
            return names.parameters[node.name].title.in_(self.language)
        if node.name in names.conclusions:
            return self.policies.conclusions[node.name].text.in_(self.language)
        variable = names.scope.find(node.name)
        return label(variable).in_(self.language) if variable else words_calls.function_name(node.name, self.language)

    def in_scope(self, name: str) -> str | Field | None:
        """Return what a name bound inside the tree is called: a variable, or a field of an item."""
        for scope in reversed(self.bound):
            if isinstance(scope, ContextType):
                if (field := scope.find(name)) is not None:
                    return field
                if name == "item":
                    return self.say("该项", "the item")
            elif name in scope:
                return scope[name]
        return None

    def _field_of(self, node: feel.Path) -> Field | None:
        base = _bare(node.base)
        holder = base.item if isinstance(base, ListType) else base
        return holder.find(node.name) if isinstance(holder, ContextType) else None

    def _path(self, node: feel.Path) -> str:
        field = self._field_of(node)
        part = PARTS.get(node.name)
        own = label(field).in_(self.language) if field else part.in_(self.language) if part else node.name
        if isinstance(node.base, feel.Name) and node.base.name in _ROOTS_LEFT_OUT:
            return own
        of = self.of(node.base)
        if self.zh:
            return f"其{own}" if of == "其" else f"{of}的{own}"
        return f"its {own}" if of == "it" else f"{own} of {the(of)}"

    # comparisons ----------------------------------------------------------------------------------------------

    def _comparison(self, node: feel.Comparison) -> str:
        left, right = node.left, node.right
        matter = words_calls.matter_of(left)
        if matter is not None and isinstance(right, feel.Literal_):
            return words_calls.determined(self, matter, node.operator, right)
        if isinstance(right, feel.Literal_) and right.value is None:
            of = self.of(left)
            if node.operator == "=":
                return self.say(f"没有{of}", f"there is no {of}")
            return self.say(f"有{of}", f"there is {a(of)}")
        if isinstance(right, feel.Literal_) and isinstance(right.value, bool):
            return self.yes_no(left, right.value is (node.operator == "="))
        if _bare(left) == _bare(right) == BOOLEAN:
            same = node.operator == "="
            both = quoted(self.of(left)), quoted(self.of(right))
            return self.say(
                f"{both[0]}与{both[1]}{'一致' if same else '不一致'}",
                f"{both[0]} and {both[1]} {'agree' if same else 'differ'}",
            )
        some = words_tests.at_least_one(node)
        if some is not None:
            of = self.of(left if right == feel.ListNode(items=()) else left.arguments[0].value)  # type: ignore[attr-defined]
            if some:
                return self.say(f"有{of}", f"there is at least one of {the(of)}")
            return self.say(f"没有{of}", f"there are no {of}")
        return self.compared(self.of(left), node.operator, right, left)

    def compared(self, value: str, operator: str, other: Node, node: Node | None = None) -> str:
        """Return a comparison of `value`, the words of `node`, with another value; a number with its unit."""
        verb = comparisons((_bare(node) if node else None) or _bare(other))[operator].in_(self.language)
        said = self.counted(other, node) if node else self.of(other)
        return f"{value}{verb}{said}" if self.zh else f"{value} {verb} {said}"

    def counted(self, node: Node, like: Node) -> str:
        """Return the phrase of a node; a number that is written out with the unit of what it is compared with."""
        if isinstance(node, feel.Literal_) and isinstance(node.value, Decimal):
            return counted_in(node.value, self.unit(like), self.language)
        return self.of(node)

    def unit(self, node: Node) -> Text | None:
        """Return what a number counts, unless a name that is bound inside the tree could stand in its way."""
        if isinstance(node, feel.Name) and isinstance(self.in_scope(node.name), str):
            return None
        return unit_of(node, self.policies, self.names)

    def yes_no(self, node: Node, wanted: bool) -> str:
        """Return a truth as a statement: a fact by what it says of its holder, a definition by its title."""
        field: str | Field | None = None
        of = ""
        if isinstance(node, feel.Path):
            field, of = self._field_of(node), self.holder(node.base)
        elif isinstance(node, feel.Name):
            field = self.in_scope(node.name)
            if field is None:
                return self._defined(node, wanted)
        if field is None or isinstance(field, str):
            inner = self.of(node)
            return inner if wanted else self.say(f"并非（{inner}）", f"it is not so that {inner}")
        said = predicate(field, wanted).in_(self.language)
        if self.zh:
            return f"{of}{said}"
        return f"{the(of)} {said}" if of else said

    def _defined(self, node: feel.Name, wanted: bool) -> str:
        own = self.of(node)
        return own if wanted else self.say(f"并非{quoted(own)}", f"it is not so that {own}")

    def holder(self, base: Node) -> str:
        """Return what a truth is said of."""
        if isinstance(base, feel.Name) and base.name in SUBJECTS_SAID and self.in_scope(base.name) is None:
            return SUBJECTS_SAID[base.name].in_(self.language)
        return self.of(base)

    def _logic(self, node: feel.Logic) -> str:
        parts = [self.statement(o) for o in node.operands]
        nested = [isinstance(o, feel.Logic) for o in node.operands]
        wrapped = [self.say(f"（{p}）", f"({p})") if n else p for p, n in zip(parts, nested, strict=True)]
        return JOIN[node.operator].in_(self.language).join(wrapped)

    # lists ----------------------------------------------------------------------------------------------------

    def _filter(self, node: feel.Filter) -> str:
        base = self.of(node.base)
        position = feel.position_of(node.condition)
        if position is not None:
            return _ordinal(base, position, self.language)
        type_ = _bare(node.base)
        item = type_.item if isinstance(type_, ListType) else None
        self.bound.append(item if isinstance(item, ContextType) else {"item": self.say("该项", "the item")})
        condition = self.statement(node.condition)
        self.bound.pop()
        return self.say(f"{base}（{condition}）", f"{base} ({condition})")

    def _arithmetic(self, node: feel.Arithmetic) -> str:
        table = DATE_ARITHMETIC if _bare(node.left) == DATE and _bare(node.right) != DATE else ARITHMETIC
        phrase = table.get(node.operator) or ARITHMETIC[node.operator]
        return phrase.in_(self.language).format(self.of(node.left), self.of(node.right))

    def _negation(self, node: feel.Negation) -> str:
        return self.say(f"负{self.of(node.operand)}", f"minus {self.of(node.operand)}")

    def _conditional(self, node: feel.If) -> str:
        condition, yes, no = (self.statement(n) for n in (node.condition, node.yes, node.no))
        return self.say(f"（{condition}的，为{yes}，否则为{no}）", f"({yes} if {condition}, else {no})")

    def _list(self, node: feel.ListNode) -> str:
        return self.listed([self.of(i) for i in node.items]) or self.say("空列表", "an empty list")

    def _context(self, node: feel.ContextNode) -> str:
        titles = [self.columns.get(e.key, e.key) for e in node.entries]
        said = [self.of(e.value) for e in node.entries]
        return self.listed([f"{t}{self.say('：', ': ')}{s}" for t, s in zip(titles, said, strict=True)])

    def _instance(self, node: feel.InstanceOf) -> str:
        type_ = getattr(node.of, "zh", "") or str(node.of) if self.zh else str(node.of)
        return self.say(f"{self.of(node.value)}的类型为{type_}", f"{self.of(node.value)} is a {type_}")


_METHODS: Mapping[type, Callable[[Any, Any], str]] = {
    feel.Literal_: Wording._literal,
    feel.Name: Wording._name,
    feel.Path: Wording._path,
    feel.Comparison: Wording._comparison,
    feel.Logic: Wording._logic,
    feel.Between: words_tests.between,
    feel.In: words_tests.membership,
    feel.UnaryTest: words_tests.unary_test,
    feel.UnaryTests: words_tests.unary_tests,
    feel.Filter: Wording._filter,
    feel.Quantified: words_calls.quantified,
    feel.For: words_calls.for_each,
    feel.Call: words_calls.call,
    feel.FunctionDefinition: words_calls.function,
    feel.Arithmetic: Wording._arithmetic,
    feel.Negation: Wording._negation,
    feel.If: Wording._conditional,
    feel.Range: words_tests.range_,
    feel.ListNode: Wording._list,
    feel.ContextNode: Wording._context,
    feel.InstanceOf: Wording._instance,
}


def _bare(node: Node) -> Type | None:
    return strip_optional(node.type) if node.type else None


def _ordinal(base: str, position: int, language: Language) -> str:
    if language == "zh":
        if position == -1:
            return f"最近一项{base}"
        return f"{base}的倒数第{-position}项" if position < 0 else f"{base}的第{position}项"
    if position == -1:
        return f"last of {the(base)}"
    return f"number {-position} from the end of {the(base)}" if position < 0 else f"number {position} of {the(base)}"
