"""What every stint in a post has.

In: facts. Out: a stint as plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.synthetic.establishment import LEVELS

if TYPE_CHECKING:
    from cadre_rules.synthetic.sections.life import Item


def stint(**facts: Any) -> Item:
    """Return a stint in which `facts` stand; what is not said is what most stints have."""
    made = {
        "id": "",
        "post": "",
        "unit": "",
        "unit_kind": "other unit",
        "remote_township": False,
        "title": "",
        "level": LEVELS[0],
        "leading": False,
        "first_in_command": False,
        "key_post": False,
        "internal_body_chief": False,
        "mid_level": False,
        "main": True,
        "end": None,
        "removed_on": None,
        "holding": "appointment",
        "entry": "other entry",
        "change": "lateral move",
        "front_line": False,
        "full_time": True,
        "borrowed_away": False,
        "sent_by": None,
        "sent_from_outside": False,
        "supporting_teacher": False,
        "acting": False,
        "exceptional": False,
        "exceptional_in_years": False,
        "full_terms": 0,
        "local_team_member": False,
        "term": None,
        "hard_post": False,
        "planned": False,
        "field": "综合",
        "probation_ends_on": None,
        "confirmed_on": None,
        "pay_changed_on": None,
        "document": "",
    }
    made.update(facts)
    return made
