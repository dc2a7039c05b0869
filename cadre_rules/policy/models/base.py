"""What every model of a policy file has: it is read from a node, knows it, and tells all faults at once.

In: nodes of `documents`. Out: `Model`, the base of the pydantic models; `Reading`, which collects faults. It
must not know any particular file. Unknown and missing keys are told here, because a near miss needs the
names that the model has; everything else is told by the leaf types (`leaves`) or a model's own `check`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from cadre_rules.diagnostics import PolicyError, Text, nearest
from cadre_rules.documents import Mapping, Node, Scalar, Sequence, nearest_at
from cadre_rules.policy import messages
from cadre_rules.policy.models.synonyms import CHINESE_KEYS

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Diagnostic, Message, Position

M = TypeVar("M", bound="Model")
_SEPARATOR = "\n\n"
_FULL_WIDTH = frozenset("：，“”‘’｛｝［］")


@dataclass(slots=True)
class Reading:
    """The faults that were found while one file is read."""

    faults: list[Diagnostic] = field(default_factory=list)


class _Keys(dict[str, Node]):
    """The keys of a model, checked: what pydantic builds it from."""


def doc(zh: str, en: str, **options: Any) -> Any:
    """Declare a field with its meaning in both languages; `alias` is its key where Python has the word."""
    return Field(description=zh + _SEPARATOR + en, **options)


def refusal(fault: Diagnostic) -> PydanticCustomError:
    """Return the exception with which a validator tells pydantic of `fault`."""
    return PydanticCustomError("fault", "{code}", {"code": fault.code, "fault": fault})


def describe(node: Node) -> Text:
    """Say what a node is, for "expected …, found …"."""
    if isinstance(node, Sequence):
        return Text("一个列表", "a list")
    if isinstance(node, Mapping):
        return Text("一组键值", "a mapping")
    assert isinstance(node, Scalar)
    shown = node.text if len(node.text) <= 30 else node.text[:30] + "…"
    if node.value is None:
        return Text("空值", "nothing")
    if isinstance(node.value, bool):
        return Text(f"是非值 {shown}", f"the boolean {shown}")
    if isinstance(node.value, str):
        return Text(f"文字「{shown}」", f"the text `{shown}`")
    if hasattr(node.value, "year"):
        return Text(f"日期 {shown}", f"the date {shown}")
    return Text(f"数 {shown}", f"the number {shown}")


def wrong_type(node: Node, expected: Text) -> Diagnostic:
    """Return the fault of a node that is not what was expected."""
    if isinstance(node, Scalar) and node.value is None:
        return fault_at(node, messages.MISSING_VALUE, expected=expected)
    if isinstance(node, Scalar) and not _FULL_WIDTH.isdisjoint(node.text) and "\n" not in node.text:
        return fault_at(node, messages.FULL_WIDTH, expected=expected)
    return fault_at(node, messages.WRONG_TYPE, expected=expected, found=describe(node))


def place(node: Node) -> Node:
    """Return the node to point at: for a mapping without braces its first key."""
    if isinstance(node, Mapping) and node.entries and node.document.text[node.start] != "{":
        return node.entries[0][0]
    return node


def fault_at(node: Node, message: Message, suggestion: str | None = None, **values: object) -> Diagnostic:
    """Make the diagnostic of `message` for `node`."""
    node = place(node)
    position = node.position
    if isinstance(node, Mapping | Sequence):
        position = position._replace(width=1)
    return message.at(position, line=node.line, path=None, suggestion=suggestion, **values)


class Model(BaseModel):
    """A part of a policy file. `node` is the node it was read from; every key can be located."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, arbitrary_types_allowed=True)
    noun: ClassVar[Text]  # how messages call it: "规则" / "a rule"
    _node: Node = PrivateAttr()

    @property
    def node(self) -> Node:
        """The node that this was read from: a `Mapping`, or a `Scalar` where a short form was used."""
        return self._node

    def locate(self, *path: str | int) -> Node:
        """Return the node at a path below this one, or the deepest one on the way to it."""
        return nearest_at(self._node, path)

    def position(self, *path: str | int) -> Position:
        """Return where the value at `path` stands (this whole part without a path)."""
        return place(self.locate(*path)).position

    def fault(self, message: Message, *path: str | int, suggestion: str | None = None, **values: object) -> Diagnostic:
        """Make a diagnostic that points at the value at `path`."""
        return fault_at(self.locate(*path), message, suggestion=suggestion, **values)

    def key_fault(
        self, message: Message, *path: str | int, suggestion: str | None = None, **values: object
    ) -> Diagnostic:
        """Make a diagnostic that points at the key that ends `path`, not at its value."""
        holder = self.locate(*path[:-1])
        key = holder.key_node(str(path[-1])) if isinstance(holder, Mapping) else None
        return fault_at(key or holder, message, suggestion=suggestion, **values)

    @classmethod
    def short_form(cls, node: Node) -> dict[str, Node] | None:
        """Return the keys that a node which is no mapping stands for, or None if there is no short form."""
        del node
        return None

    @classmethod
    def check_node(cls, node: Mapping, reading: Reading) -> None:
        """Add the faults of the keys as a whole; called before the values are read."""

    def check(self, reading: Reading) -> None:
        """Add the faults of values that do not fit one another; called when every value by itself is good."""

    @model_validator(mode="wrap")
    @classmethod
    def _from_node(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if isinstance(value, _Keys):  # pydantic wraps a model that contains itself twice
            return handler(value)
        reading = info.context
        if not isinstance(reading, Reading) or not isinstance(value, Node):
            raise TypeError(f"a {cls.__name__} is read from a node, by `read`, not from {value!r}")
        keys = cls._keys(value, reading)
        model = handler(_Keys(keys))
        model._node = value
        model.check(reading)
        return model

    @classmethod
    def _keys(cls, node: Node, reading: Reading) -> dict[str, Node]:
        if isinstance(node, Mapping):
            check_keys(cls, node, reading)
            cls.check_node(node, reading)
            return {key.text: value for key, value in node.entries if key.text in known_keys(cls)}
        short = cls.short_form(node)
        if short is None:
            raise refusal(wrong_type(node, cls.noun))
        return short


@cache
def known_keys(model: type[Model]) -> dict[str, bool]:
    """Return the keys of a model as a file writes them, and whether each is required."""
    return {info.alias or name: info.is_required() for name, info in model.model_fields.items()}


def meaning(model: type[Model], key: str) -> Text:
    """Return what a key means, as its field declares it."""
    info = next(i for n, i in model.model_fields.items() if (i.alias or n) == key)
    zh, _, en = (info.description or "").partition(_SEPARATOR)
    return Text(zh, en)


def with_short_form(
    written: dict[str, Any], short: dict[str, Any], handler: Any, *, required: list[str] | None = None
) -> dict[str, Any]:
    """Return the JSON Schema of a model that may be written as `short` too.

    `required` are the keys that its long form must have.
    """
    target: dict[str, Any] = handler.resolve_ref_schema(written)
    long = dict(target)
    title = long.pop("title", None)
    description = long.pop("description", None)
    if required:
        long["required"] = required
    target.clear()
    target.update({"title": title, "description": description, "anyOf": [dict(short), long]})
    return written


def requiring_one_of(written: dict[str, Any], keys: tuple[str, ...], handler: Any) -> dict[str, Any]:
    """Return the JSON Schema of a model that must have at least one of `keys`."""
    handler.resolve_ref_schema(written)["anyOf"] = [{"required": [key]} for key in keys]
    return written


def check_keys(model: type[Model], node: Mapping, reading: Reading) -> None:
    """Tell every key that the model does not have, and every one that it must have."""
    known = known_keys(model)
    meant: set[str] = set()
    for key, _ in node.entries:
        if key.text not in known:
            guess = suggest(key.text, [k for k in known if k not in node])
            meant.add(guess or "")
            reading.faults.append(_unknown(model, key, guess))
    for name, required in known.items():
        if required and name not in node and name not in meant:
            reading.faults.append(missing(model, node, name))


def missing(model: type[Model], node: Mapping, key: str) -> Diagnostic:
    """Return the fault of a mapping that lacks a key which the model must have."""
    return fault_at(node, messages.MISSING_KEY, where=model.noun, key=key, meaning=meaning(model, key))


def suggest(word: str, known: list[str]) -> str | None:
    """Return the known key that was probably meant: a near miss, or the key for a Chinese word."""
    bare = word.strip("“”‘’\"'：: \u3000")
    folded = {name.casefold(): name for name in reversed(known)}
    meant = CHINESE_KEYS.get(bare, bare).casefold()
    near = meant if meant in folded else nearest(meant, folded)
    return folded[near] if near else None


def _unknown(model: type[Model], key: Scalar, guess: str | None) -> Diagnostic:
    owner = None if guess else _owner(model, key.text)
    if owner:
        return fault_at(key, messages.MISPLACED_KEY, key=key.text, where=model.noun, owner=owner)
    known = "、".join(known_keys(model))
    return fault_at(
        key,
        messages.UNKNOWN_KEY,
        suggestion=guess,
        key=key.text,
        where=model.noun,
        known=Text(known, known.replace("、", ", ")),
    )


def _owner(model: type[Model], key: str) -> Text | None:
    """Return the part to which `key` belongs, inside `model` or around it: it may be indented wrongly."""
    for part in _parts(model):
        if key in known_keys(part):
            return part.noun
    around = [m for m in _all_models(Model) if key in known_keys(m) and model in _parts(m)]
    return around[0].noun if len(around) == 1 else None


@cache
def _parts(model: type[Model]) -> tuple[type[Model], ...]:
    """Return the models inside a model, the nearest first."""
    found: list[type[Model]] = [model]
    for part in found:  # grows while it is walked
        for info in part.model_fields.values():
            found += [m for m in _models_in(info.annotation) if m not in found]
    return tuple(found[1:])


def _models_in(annotation: Any) -> list[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]


def _all_models(model: type[Model]) -> list[type[Model]]:
    return [m for child in model.__subclasses__() for m in (child, *_all_models(child))]


def read(model: type[M], node: Node) -> M:
    """Return the model that is read from `node`; raises `PolicyError` with every fault, in their order."""
    reading = Reading()
    result: M | None = None
    try:
        result = model.model_validate(node, context=reading)
    except ValidationError as error:
        reading.faults += [found for entry in error.errors() if (found := _told(entry, node))]
    if reading.faults or result is None:
        raise PolicyError(sorted(reading.faults, key=lambda f: f.position[1:3] if f.position else (0, 0)))
    return result


def _told(entry: Any, root: Node) -> Diagnostic | None:
    """Return the fault that pydantic reports; missing keys were told already, with their meaning."""
    if entry["type"] == "missing":
        return None
    if entry["type"] == "fault":
        found: Diagnostic = entry["ctx"]["fault"]
        return found
    expected = Text(f"符合格式的内容（{entry['msg']}）", f"content of the right shape ({entry['msg']})")
    return wrong_type(root, expected)
