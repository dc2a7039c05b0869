"""Where each thing stands: the names of pages, the same in both languages, and the names of anchors on them.

In: names. Out: names of pages and anchors. Folders keep kinds apart, so that no two things share a page.
"""

from __future__ import annotations

INDEX, ROWS, READING, COUNTING, ADOPTIONS, QUESTIONS, OPEN, SEARCH = (
    "index",
    "rows",
    "reading",
    "counting",
    "adoptions",
    "questions",
    "open",
    "search",
)


def pack_page(name: str) -> str:
    """Return the page of a pack."""
    return f"packs/{name}"


def policy_page(id_: str) -> str:
    """Return the page of a policy, by its full name."""
    return f"policies/{id_}"


def principle_page(id_: str) -> str:
    """Return the page of a principle, by its full name."""
    return f"principles/{id_}"


def check_page(id_: str) -> str:
    """Return the page of a principle check, by its full name."""
    return f"checks/{id_}"


def question_page(pack: str, name: str) -> str:
    """Return the page of a question of a pack."""
    return f"questions/{pack}/{name}"


def rule_anchor(name: str) -> str:
    """Return the anchor of a rule on the page of its policy."""
    return f"rule-{name}"


def parameter_anchor(name: str) -> str:
    """Return the anchor of a parameter on the page of its policy or pack."""
    return f"parameter-{name}"


def definition_anchor(name: str) -> str:
    """Return the anchor of a definition on the page of its policy or pack."""
    return f"definition-{name}"


def determination_anchor(name: str) -> str:
    """Return the anchor of a determination on the page of its policy."""
    return "determination-" + name.replace(" ", "-")


def conclusion_anchor(name: str) -> str:
    """Return the anchor of a conclusion on the page of its question."""
    return f"conclusion-{name}"


def adoption_anchor(name: str) -> str:
    """Return the anchor of an adoption on the page of adoptions."""
    return f"adoption-{name}"


def row_anchor(id_: str) -> str:
    """Return the anchor of an entry of the inventory."""
    return f"row-{id_}"
