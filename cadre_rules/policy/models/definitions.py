"""Definitions: a FEEL expression, a decision table or a shape, with a name and a title.

In: nodes. Out: `Definition`. FEEL texts are not parsed here.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Mapping, Node
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import Model, Reading, doc, fault_at, known_keys, suggest, with_short_form
from cadre_rules.policy.models.definition_shapes import (
    SHAPES,
    Groups,
    Matrix,
    Ranking,
    Score,
    Shape,
    States,
    Target,
)
from cadre_rules.policy.models.leaves import Identifier, entries
from cadre_rules.policy.models.rules import Table
from cadre_rules.policy.models.texts import FEEL_SCHEMA, Bilingual, FeelText
from cadre_rules.policy.shapes import messages as shape_messages

KINDS = ("is", "table", *SHAPES)


class Definition(Model):
    """A named FEEL expression, decision table or shape; the short form is the FEEL text alone."""

    noun: ClassVar[Text] = Text("定义", "a definition")

    is_: FeelText | None = doc("定义的 FEEL 文字", "the expression in FEEL", alias="is", default=None)
    table: Table | None = doc(
        "以决策表取值，只有一个输出", "a decision table with one output that gives the value", default=None
    )
    score: Score | None = doc("计分", "a score", default=None)
    ranking: Ranking | None = doc("排名", "a ranking", default=None)
    groups: Groups | None = doc("分组", "a grouping", default=None)
    matrix: Matrix | None = doc("流向表", "a matrix", default=None)
    target: Target | None = doc("目标", "a target", default=None)
    states: States | None = doc("状态", "states", default=None)
    title: Bilingual | None = doc("名称", "what it is called", default=None)
    columns: Annotated[dict[Identifier, Bilingual], entries()] | None = doc(
        "各列的标题，用于说明理由时列表", "the titles of its columns, where it is shown as a table", default=None
    )
    note: Bilingual | None = doc("备注", "a note", default=None)

    @classmethod
    def short_form(cls, node: Node) -> dict[str, Node]:
        """Take a FEEL text by itself."""
        return {"is": node}

    @property
    def kind(self) -> str:
        """Which kind of definition this is: the key that says what it is."""
        return next(key for key in KINDS if getattr(self, "is_" if key == "is" else key) is not None)

    @property
    def shape(self) -> Shape | None:
        """The shape that it is declared as, if it is one."""
        found: Shape | None = next((s for key in SHAPES if (s := getattr(self, key)) is not None), None)
        return found

    @classmethod
    def check_node(cls, node: Mapping, reading: Reading) -> None:
        """Tell a definition that says in no way what it is, or in several; a shape has a title."""
        said = [key for key in KINDS if key in node]
        strange = [key for key in node.keys() if key not in known_keys(cls)]  # noqa: SIM118
        meant = {suggest(key, list(known_keys(cls))) for key in strange}
        if not said and not meant & set(KINDS):
            reading.faults.append(fault_at(node, messages.NO_DEFINITION))
        if len(said) > 1:
            listed = Text("、".join(said), ", ".join(said))
            reading.faults.append(fault_at(node.key_node(said[1]) or node, messages.TWO_DEFINITIONS, kinds=listed))
        if said and said[0] in SHAPES and "title" not in node and "title" not in meant:
            key = node.key_node(said[0]) or node
            reading.faults.append(fault_at(key, shape_messages.NO_TITLE, shape=said[0]))

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(core)
        target = handler.resolve_ref_schema(written)
        target["oneOf"] = [{"required": [kind, "title"] if kind in SHAPES else [kind]} for kind in KINDS]
        return with_short_form(written, FEEL_SCHEMA, handler)
