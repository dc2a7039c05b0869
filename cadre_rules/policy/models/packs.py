"""`pack.yaml`, `definitions.yaml` and an adoption: what binds policies together.

In: nodes. Out: `Pack`, `Definitions`, `Adoption`. It must not know whether the packs and parameters that they
name exist.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Mapping, Node
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import Model, Reading, doc, fault_at, requiring_one_of, suggest
from cadre_rules.policy.models.definitions import Definition
from cadre_rules.policy.models.leaves import (
    Bool,
    Day,
    Identifier,
    Int,
    ParameterRef,
    Slug,
    Str,
    Version,
    entries,
    items,
)
from cadre_rules.policy.models.parameters import Parameter, Setting
from cadre_rules.policy.models.rules import check_repeated
from cadre_rules.policy.models.texts import Bilingual, Citation


class Raise(Setting):
    """A higher floor than the pack above has, with where it comes from."""

    noun: ClassVar[Text] = Text("提高的底线", "a raised floor")

    source: Citation | None = doc("出处", "where the figure comes from", default=None)

    @classmethod
    def short_form(cls, node: Node) -> dict[str, Node] | None:
        """Take no short form: a raised floor always says from when it holds."""
        del node
        return None

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(core)
        handler.resolve_ref_schema(written)["required"] = ["values"]
        return written


class Pack(Model):
    """A pack: the policies of one jurisdiction."""

    noun: ClassVar[Text] = Text("政策包文件", "a pack file")

    pack: Slug = doc("政策包的名称", "the name of the pack")
    title: Bilingual = doc("标题", "its title")
    jurisdiction: Bilingual | None = doc("适用的地区或者单位", "the place or unit that it binds", default=None)
    level: Int | None = doc(
        "层级，0 最高；不写则由 extends 推出",
        "its rank, 0 the highest; without it, it follows from extends",
        default=None,
    )
    extends: Annotated[tuple[Slug, ...], items(0)] | None = doc("上级政策包", "the packs above it", default=None)
    version: Version = doc("版本", "its version")
    parameters: Annotated[dict[Identifier, Parameter], entries()] | None = doc(
        "本包各政策共用的参数", "parameters that all its policies share", default=None
    )
    raises: Annotated[dict[ParameterRef, Raise], entries()] | None = doc(
        "对上级底线参数的提高：「包名/政策名.参数名」",
        "floors of the packs above that it raises: `pack/policy.parameter`",
        default=None,
    )
    example: Bool = doc("是否仅为示例", "whether it is only an example", default=False)
    note: Bilingual | None = doc("备注", "a note", default=None)

    def check(self, reading: Reading) -> None:
        """Tell packs that are named twice."""
        check_repeated(self.locate("extends"), None, reading)


class Definitions(Model):
    """Definitions that all policies of the pack, and of packs that extend it, share."""

    noun: ClassVar[Text] = Text("定义文件", "a definitions file")

    definitions: Annotated[dict[Identifier, Definition], entries()] = doc("各定义", "the definitions")


class UnitPost(Model):
    """A post in a unit's table of posts."""

    noun: ClassVar[Text] = Text("职位", "a post")

    title: Str = doc("职位名称", "the name of the post")
    unit: Str | None = doc("所在单位", "the unit in which it is", default=None)
    internal_body_chief: Bool | None = doc("是否内设机构正职", "whether it is chief of an internal body", default=None)
    front_line: Bool | None = doc("是否基层一线职位", "whether it is at the front line", default=None)
    leading: Bool | None = doc("是否领导职务", "whether it is a leading post", default=None)
    specialties: Annotated[tuple[Str, ...], items()] | None = doc(
        "对口专业", "the specialties that match it", default=None
    )
    note: Bilingual | None = doc("备注", "a note", default=None)


class RelatedSpecialties(Model):
    """Which specialties the unit holds to be related to a post or a specialty."""

    noun: ClassVar[Text] = Text("相近专业", "a row of related specialties")

    post: Str | None = doc("职位", "the post", default=None)
    specialty: Str | None = doc("专业", "the specialty", default=None)
    related: Annotated[tuple[Str, ...], items()] = doc("相近的专业", "the specialties related to it")
    note: Bilingual | None = doc("备注", "a note", default=None)

    @classmethod
    def check_node(cls, node: Mapping, reading: Reading) -> None:
        """Tell a row that says neither post nor specialty."""
        if not any(suggest(key, ["post", "specialty"]) for key in node.keys()):  # noqa: SIM118
            reading.faults.append(fault_at(node, messages.NO_POST))

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        return requiring_one_of(handler(core), ("post", "specialty"), handler)


class Adoption(Model):
    """What a unit that adopts packs sets for itself."""

    noun: ClassVar[Text] = Text("采用文件", "an adoption file")

    adoption: Slug = doc("名称", "its name")
    title: Bilingual = doc("标题", "its title")
    unit: Bilingual = doc("采用单位", "the unit that adopts")
    example: Bool = doc("是否仅为示例", "whether it is only an example", default=False)
    packs: Annotated[tuple[Slug, ...], items()] = doc("所采用的政策包", "the packs that it adopts")
    from_: Day = doc("自何日起采用", "from which day", alias="from")
    sets: Annotated[dict[ParameterRef, Setting], entries()] | None = doc(
        "对待定参数的设定：「包名/政策名.参数名」或者「包名.参数名」",
        "what it sets for open parameters: `pack/policy.parameter` or `pack.parameter`",
        default=None,
    )
    posts: Annotated[tuple[UnitPost, ...], items()] | None = doc("职位表", "its table of posts", default=None)
    specialties: Annotated[tuple[RelatedSpecialties, ...], items()] | None = doc(
        "相近专业表", "its table of related specialties", default=None
    )
    note: Bilingual | None = doc("备注", "a note", default=None)

    def check(self, reading: Reading) -> None:
        """Tell packs that are named twice."""
        check_repeated(self.locate("packs"), None, reading)
