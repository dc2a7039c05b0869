"""Every code of documents and policy files has its page, and the examples on it are what they say.

The first example of a page is refused with the code of the page, the second is not. An example of a policy
file may be a part of one: the other keys are filled in. Its first line may name another kind of file, or say
that it is whole.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cadre_rules.diagnostics import CadreRulesError
from cadre_rules.documents import messages as document_messages
from cadre_rules.documents import read_json, read_yaml
from cadre_rules.policy import messages as policy_messages
from cadre_rules.policy import reading
from cadre_rules.policy.models import Adoption, CaseFile, read

PAGES = Path(__file__).parents[2] / "docs" / "errors"
CODES = sorted(
    message.code
    for module in (document_messages, policy_messages)
    for message in vars(module).values()
    if isinstance(message, policy_messages.Message)
)
REST = {
    "policy": {
        "policy": "policy: daan/last-place",
        "title": "title: {zh: 末位, en: last place}",
        "source": "source: {document: 002.txt, clause: 三, issuer: {zh: 区委, en: the committee}}",
        "in_force": "in_force: {from: adopted_on}",
        "question": "question: assessment_consequences",
        "subject": "subject: cadre",
        "rules": "rules: [{rule: talk, when: last >= 1, then: admonition_talk}]",
    },
    "cases": {"policy": "policy: daan/last-place", "question": "question: assessment_consequences"},
    "adoption": {
        "adoption": "adoption: x",
        "title": "title: {zh: 甲, en: a}",
        "unit": "unit: {zh: 甲, en: a}",
        "packs": "packs: [daan]",
        "from": "from: 2022-05-01",
    },
}


def examples(code: str) -> list[tuple[str, str]]:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    return re.findall(r"```(\w+)\n(.*?)```", text, re.DOTALL)


def codes_of(code: str, language: str, text: str) -> set[str]:
    try:
        if language == "json":
            read_json(text, "f.json")
        elif code.startswith("D"):
            read_yaml(text, "f.yaml")
        else:
            read_part(text)
    except CadreRulesError as error:
        return {d.code for d in error.diagnostics}
    return set()


def read_part(text: str) -> None:
    named = re.match(r"# (\w+)\n", text)
    kind = named[1] if named else "policy"
    given = set(re.findall(r"^(\w+):", text, re.MULTILINE))
    rest = REST.get(kind, {})
    whole = text + "\n".join(line for key, line in rest.items() if key not in given) + "\n"
    node = read_yaml(whole, "f.yaml")
    if kind == "cases":
        read(CaseFile, node)
    elif kind == "adoption":
        read(Adoption, node)
    else:
        reading.parse_policy(node)


@pytest.mark.parametrize("code", CODES)
def test_page(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {code}\n")
    headings = re.findall("^## (.*)$", text, re.MULTILINE)
    assert len(headings) == 2
    assert any("\u4e00" <= c <= "\u9fff" for c in headings[0])
    assert headings[1].isascii()
    (language, bad), (_, good) = examples(code)
    if language in ("yaml", "json"):
        assert code in codes_of(code, language, bad)
        assert codes_of(code, language, good) == set()
