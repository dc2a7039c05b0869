"""The JSON Schemas of the policy files, for editors; generated from the models, published under `schemas/v1`.

In: the models. Out: JSON Schema (draft 2020-12) as plain data or text. A published schema never changes: what
would break a file that it accepts needs a `v2` beside it. For an editor the first line of a file names its
schema: `# yaml-language-server: $schema=../../cadre_rules/policy/schemas/v1/policy.json`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from cadre_rules.policy.models.base import Model
from cadre_rules.policy.models.cases import CaseFile
from cadre_rules.policy.models.checks import Check
from cadre_rules.policy.models.packs import Adoption, Definitions, Pack
from cadre_rules.policy.models.policy_file import Policy, Principle
from cadre_rules.policy.models.questions import Questions

if TYPE_CHECKING:
    from pydantic_core import core_schema

VERSION = "v1"
FOLDER = Path(__file__).parent / "schemas" / VERSION
FILES: dict[str, type[Model]] = {
    "policy": Policy,
    "principle": Principle,
    "check": Check,
    "questions": Questions,
    "pack": Pack,
    "definitions": Definitions,
    "adoption": Adoption,
    "cases": CaseFile,
}


class _Generator(GenerateJsonSchema):
    """Writes what a file may hold: an optional key is left out, never null."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        if schema.get("default") is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        return {
            "type": "object",
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False


def schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file: a key of `FILES`; `KeyError` for another."""
    model = FILES[kind]
    written = model.model_json_schema(schema_generator=_Generator)
    nouns = _nouns(Model)
    for name, part in ((model.__name__, written), *written.get("$defs", {}).items()):
        zh, en = nouns[name]
        part["description"] = f"{zh}\n\n{(part.get('description') or en).splitlines()[0]}"
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:cadre-rules:schema:{VERSION}:{kind}",
        **written,
    }


def _nouns(model: type[Model]) -> dict[str, tuple[str, str]]:
    """Return how each model is called, by the name of its class."""
    out: dict[str, tuple[str, str]] = {}
    for child in model.__subclasses__():
        out[child.__name__] = (child.noun.zh, child.noun.en)
        out |= _nouns(child)
    return out


def policy_schema() -> dict[str, Any]:
    """Return the JSON Schema of a policy file."""
    return schema_of("policy")


def principle_schema() -> dict[str, Any]:
    """Return the JSON Schema of a principle file."""
    return schema_of("principle")


def check_schema() -> dict[str, Any]:
    """Return the JSON Schema of a principle check file."""
    return schema_of("check")


def questions_schema() -> dict[str, Any]:
    """Return the JSON Schema of `questions.yaml`."""
    return schema_of("questions")


def pack_schema() -> dict[str, Any]:
    """Return the JSON Schema of `pack.yaml`."""
    return schema_of("pack")


def definitions_schema() -> dict[str, Any]:
    """Return the JSON Schema of `definitions.yaml`."""
    return schema_of("definitions")


def adoption_schema() -> dict[str, Any]:
    """Return the JSON Schema of an adoption file."""
    return schema_of("adoption")


def cases_schema() -> dict[str, Any]:
    """Return the JSON Schema of a case file."""
    return schema_of("cases")


def schema_text(kind: str) -> str:
    """Return a schema as it is published."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path = FOLDER) -> None:
    """Write every schema to `folder`, one file a kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in FILES:
        (folder / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")
