"""Calls, loops and determinations in words: the part of `words` that binds names and calls functions.

In: the wording under way and a node. Out: a phrase. Functions without words of their own read by their name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.explain.phrases import FUNCTIONS, OPPOSITES
from cadre_rules.explain.values import quoted, value_in
from cadre_rules.feel import interpret
from cadre_rules.feel import tree as feel
from cadre_rules.feel.signatures import BUILTINS
from cadre_rules.vocabulary.counting.functions import FUNCTIONS as DOMAIN_FUNCTIONS

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.words import Wording
    from cadre_rules.feel.tree import Node

_LETTERS = {"zh": "甲乙丙丁戊己庚辛", "en": "ABCDEFGH"}
_CONSTANTS = ("date", "time", "date and time", "duration", "years and months duration")


def call(at: Wording, node: feel.Call) -> str:
    """Return the phrase of a call."""
    arguments = [a.value for a in node.arguments]
    if not isinstance(node.function, feel.Name):
        return _applied(at, at.of(node.function), arguments)
    name = node.function.name
    matter = matter_of(node)
    if matter is not None:
        said = matter_title(at, matter)
        return at.say(f"关于{quoted(said)}的认定", f"the determination {quoted(said)}")
    if name == "concluded":
        said = at.of(arguments[0])
        return at.say(f"已得出{quoted(said)}的结论", f"the conclusion {quoted(said)} is reached")
    if name == "not" and at.is_truth(arguments[0]):
        return at.yes_no(arguments[0], False)
    if name == "not" and isinstance(arguments[0], feel.Comparison):
        return at.of(replace(arguments[0], operator=OPPOSITES[arguments[0].operator]))
    if name == "not":
        return FUNCTIONS[name].in_(at.language).format(at.statement(arguments[0]))
    if name in _CONSTANTS and all(isinstance(a, feel.Literal_) for a in arguments):
        value = interpret(node, {})
        if value is not None:
            return value_in(value, node.type, at.language)
    parts = [at.of(argument) for argument in arguments]
    if name in ("min", "max", "sum", "mean", "all", "any") and len(parts) > 1:
        parts = [at.listed(parts)]
    phrase = FUNCTIONS.get(name)
    if phrase is not None and len(parts) >= phrase.zh.count("{"):
        return phrase.in_(at.language).format(*parts)
    return _applied(at, function_name(name, at.language), arguments)


def _applied(at: Wording, name: str, arguments: list[Node]) -> str:
    """Return a call by the name of its function: 四舍五入（得分、2）."""
    listed = at.listed([at.of(argument) for argument in arguments])
    return at.say(f"{name}（{listed}）", f"{name} of {listed}" if listed else name)


def function_name(name: str, language: Language) -> str:
    """Return what a function is called."""
    signature = BUILTINS.get(name)
    if signature is None and name in DOMAIN_FUNCTIONS:
        signature = DOMAIN_FUNCTIONS[name].signature
    if signature is None:
        return name.replace("_", " ")
    return signature.zh if language == "zh" else signature.name


# determinations -----------------------------------------------------------------------------------------------


def matter_of(node: Node) -> str | None:
    """Return the matter that a node looks up, if it is a call of `determination` or `recorded`."""
    if not isinstance(node, feel.Call) or not isinstance(node.function, feel.Name):
        return None
    if node.function.name not in ("determination", "recorded"):
        return None
    matter = node.arguments[0].value
    return str(matter.value) if isinstance(matter, feel.Literal_) else None


def matter_title(at: Wording, matter: str) -> str:
    """Return what a matter is called."""
    declared = (p.determinations.get(matter) for p in at.policies.policies.values())
    found = next((d for d in declared if d is not None), None)
    return found.title.in_(at.language) if found else matter


def determined(at: Wording, matter: str, operator: str, outcome: feel.Literal_) -> str:
    """Return a comparison of a determination with an outcome, or with null."""
    title = matter_title(at, matter)
    if outcome.value is None:
        if operator == "=":
            return at.say(f"没有关于{quoted(title)}的认定", f"there is no determination {quoted(title)}")
        return at.say(f"有关于{quoted(title)}的认定", f"there is a determination {quoted(title)}")
    said = value_in(outcome.value, outcome.type, at.language)
    if operator == "=":
        return at.say(
            f"关于{quoted(title)}，认定为{quoted(said)}", f"the determination {quoted(title)} is {quoted(said)}"
        )
    return at.say(
        f"关于{quoted(title)}，认定不是{quoted(said)}", f"the determination {quoted(title)} is not {quoted(said)}"
    )


# loops --------------------------------------------------------------------------------------------------------


def quantified(at: Wording, node: feel.Quantified) -> str:
    """Return `some` or `every`: one variable reads “其”, several have letters."""
    some = node.kind == "some"
    plain = len(node.iterators) == 1 and not any(isinstance(b, dict) for b in at.bound)
    if plain and not any(isinstance(n, (feel.Quantified, feel.For)) for n in feel.walk(node.condition)):
        domain = _domain(at, node.iterators[0])
        at.bound.append({node.iterators[0].name: at.say("其", "it")})
        condition = at.statement(node.condition)
        at.bound.pop()
        if some:
            return at.say(f"{domain}中有一项满足：{condition}", f"for one of {domain}: {condition}")
        return at.say(f"{domain}的每一项均满足：{condition}", f"for each of {domain}: {condition}")
    said = _bind(at, node.iterators, some)
    condition = at.statement(node.condition)
    del at.bound[len(at.bound) - len(node.iterators) :]
    return at.say(
        f"{'，'.join(said)}，使得{condition}" if some else f"{'，'.join(said)}，均有{condition}",
        f"{', '.join(said)}: {condition}",
    )


def for_each(at: Wording, node: feel.For) -> str:
    """Return a `for` expression."""
    said = _bind(at, node.iterators, False)
    at.bound.append({"partial": at.say("此前各项结果", "the results so far")})
    body = at.statement(node.body)
    del at.bound[len(at.bound) - len(node.iterators) - 1 :]
    return at.say(f"（{'，'.join(said)}，取{body}）", f"({', '.join(said)}, {body})")


def function(at: Wording, node: feel.FunctionDefinition) -> str:
    """Return a function that is written out, such as the order of a sort."""
    names = {p.name: _letter(at, i) for i, p in enumerate(node.parameters)}
    at.bound.append(names)
    body = at.statement(node.body)
    at.bound.pop()
    return at.say(f"以{'、'.join(names.values())}计：{body}", f"for {' and '.join(names.values())}: {body}")


def _bind(at: Wording, iterators: tuple[feel.Iterator_, ...], some: bool) -> list[str]:
    """Bind each iterator to a letter and say what it goes through; the caller unbinds."""
    said = []
    for iterator in iterators:
        domain = _domain(at, iterator)
        letter = _letter(at, 0)
        at.bound.append({iterator.name: letter})
        if some:
            said.append(at.say(f"{domain}中存在一项{letter}", f"there is {letter} of {domain} with"))
        else:
            said.append(at.say(f"就{domain}中每一项{letter}", f"for each {letter} of {domain}"))
    return said


def _domain(at: Wording, iterator: feel.Iterator_) -> str:
    domain = at.of(iterator.domain)
    if iterator.end is not None:
        return at.say(f"{domain}至{at.of(iterator.end)}", f"{domain} to {at.of(iterator.end)}")
    return domain if at.zh or domain.startswith("the ") else f"the {domain}"


def _letter(at: Wording, further: int) -> str:
    letters = _LETTERS[at.language]
    used = sum(len(b) for b in at.bound if isinstance(b, dict)) + further
    return letters[used] if used < len(letters) else f"{letters[-1]}{used}"
