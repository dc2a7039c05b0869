"""Records of units and of a district's people as a cohort; they agree with the records of the people.

In: a district on its decision date, the complete records of its people. Out: plain data.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.synthetic.days import ISO, ordinal, year_of
from cadre_rules.synthetic.establishment import DEPUTY, LEVELS
from cadre_rules.synthetic.names import person_id
from cadre_rules.vocabulary.enums.persons import DEGREE, EDUCATION_LEVEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadre_rules.synthetic.careers import District
    from cadre_rules.synthetic.chance import Chance
    from cadre_rules.synthetic.establishment import Slot, Unit
    from cadre_rules.synthetic.people import Cadre

Item = dict[str, Any]

_SAME: Final = ("id", "name", "sex", "birth_date", "ethnicity", "political_status", "kind", "managed_by")
_DEPARTURES: Final = {"retired": "retired", "expelled": "dismissed"}
_MOST_OF_LEVEL: Final = {value.en: value.code for value in EDUCATION_LEVEL.values}
_MOST_OF_DEGREE: Final = {value.en: value.code for value in DEGREE.values}
_FRONT: Final = frozenset({"township", "street", "village"})
_REVIEWS: Final = ("report on selection and appointment", "review of selection and appointment")


def cohort_record(district: District, records: Sequence[Item], year: int, jurisdiction: str | None) -> Item:
    """Return the people of a district as a cohort of one year, with the moves of that year."""
    name = district.table.name
    made: Item = {"cohort": {"id": f"{name}-{year}", "name": f"{name}干部队伍", "year": year}}
    made["cohort"]["higher_share_approved"] = False
    if jurisdiction is not None:
        made["cohort"]["jurisdiction"] = jurisdiction
    there = [c for c in district.people if year_of(c.entered) <= year and (c.left is None or year_of(c.left) >= year)]
    made["members"] = [_member(c, records[c.number], c.entered, year) for c in there]
    made["moves"] = _moves(there, year)
    made["allocations"] = [_staff(district.people, y) for y in range(year - 2, year + 1)]
    return made


def unit_record(
    district: District, unit: Unit, records: Sequence[Item], chance: Chance, jurisdiction: str | None
) -> Item:
    """Return the record of a unit on the decision date: its people, its posts, and what it has on record."""
    year = year_of(district.as_of)
    head: Item = {
        "id": unit.name,
        "name": unit.name,
        "kind": unit.kind,
        "category": {"town": "乡镇（街道）", "department": "区级部门", "managed": "区级部门"}.get(unit.form),
        "deployment": f"示例市委组织部{year}年度干部工作部署" if chance.hits(600) else None,
    }
    if jurisdiction is not None:
        head["jurisdiction"] = jurisdiction
    people = [c for c in district.people if c.slot is not None and c.slot.unit is unit]
    vacancies = sum(slot.unit is unit and not any(c.slot is slot for c in people) for slot in district.table.slots)
    return {
        "unit": head,
        "members": [_member(c, records[c.number], _since(c, unit), year) for c in people],
        "unit_posts": _posts(district, unit, people, chance),
        "demands": [{"id": "demand-1", "post_kind": "综合管理", "headcount": vacancies}] if vacancies else [],
        "elements": _elements(people, district.as_of),
        "liaisons": _liaisons(district, unit, people, chance),
        "reviews": _reviews(year, chance, district.as_of),
        "allocations": [_staff(people, y) for y in range(year - 2, year)],
    }


def _member(cadre: Cadre, record: Item, joined: int, year: int) -> Item:
    """Return the row of a person, from the person's own record."""
    person = record["person"]
    held = cadre.moves[-1].slot
    studied = max(record["education"], key=lambda e: (_MOST_OF_LEVEL[e["level"]], e["study_mode"] == "full-time"))
    degrees = [e["degree"] for e in record["education"] if e["degree"] is not None]
    promoted = [m.decided for m in cadre.moves if m.change == "promotion" and year_of(m.decided) == year]
    inspected = [i["on"] for i in record["inspections"] if i["kind"] == "duty inspection"]
    there = cadre.left is None
    result = cadre.results.get(year)
    assessed: Item = {}
    if result is not None:
        assessed = {"assessed": result.group >= 0, "grade": result.grade or None}
    return {
        **assessed,
        **{name: person[name] for name in _SAME},
        "education": studied["level"],
        "degree": max(degrees, key=_MOST_OF_DEGREE.__getitem__) if degrees else None,
        "specialty": studied["specialty"],
        "title_level": record["titles"][-1]["level"] if record["titles"] else None,
        "unit": held.unit.name,
        "unit_kind": held.unit.kind,
        "remote_township": held.unit.remote,
        "title": held.title if there else None,
        "level": LEVELS[cadre.level],
        "leading": held.leading and there,
        "rank": record["ranks"][-1]["rank"] if record["ranks"] and there else None,
        "front_line": held.unit.kind in _FRONT,
        "in_team": held.leading and there,
        "role": "主要负责人" if held.leading and held.level > DEPUTY and there else None,
        "plan": None,
        "joined_on": ISO[joined],
        "left_on": None if cadre.left is None else ISO[cadre.left],
        "departure": None if there else _DEPARTURES[cadre.left_how],
        "promoted_on": ISO[promoted[-1]] if promoted else None,
        "inspected_on": inspected[-1] if inspected else None,
    }


def _since(cadre: Cadre, unit: Unit) -> int:
    """Return since when a person is in the unit that the present post is in."""
    since = cadre.moves[-1].start
    for move in reversed(cadre.moves):
        if move.slot.unit is not unit:
            break
        since = move.start
    return since


def _moves(people: Sequence[Cadre], year: int) -> list[Item]:
    """Return the moves between units that were decided in a year."""
    found = [
        (after.decided, cadre, before.slot.unit, after)
        for cadre in people
        for before, after in zip(cadre.moves, cadre.moves[1:], strict=False)
        if before.slot.unit is not after.slot.unit and year_of(after.decided) == year
    ]
    found.sort(key=lambda f: (f[0], f[1].number))
    return [
        {
            "id": f"move-{i + 1}",
            "member": person_id(cadre.index),
            "on": ISO[decided],
            "from_unit": left.name,
            "from_kind": left.kind,
            "to_unit": move.slot.unit.name,
            "to_kind": move.slot.unit.kind,
            "way": move.entry,
            "change": move.change,
        }
        for i, (decided, cadre, left, move) in enumerate(found)
    ]


def _staff(people: Sequence[Cadre], year: int) -> Item:
    """Return how many of the people were at the front line at the end of a year."""
    day = ordinal(year, 12, 31)
    held = [
        [move for move in cadre.moves if move.start <= day][-1].slot
        for cadre in people
        if cadre.entered <= day and (cadre.left is None or cadre.left > day)
    ]
    return {
        "id": f"staff-{year}",
        "resource": "staff",
        "year": year,
        "front_line": sum(slot.unit.kind in _FRONT for slot in held),
        "total": len(held),
    }


def _posts(district: District, unit: Unit, people: Sequence[Cadre], chance: Chance) -> list[Item]:
    """Return the posts of a unit with their holders: those of the table, and one for each of the staff."""
    holders = {c.slot.number: c for c in people if c.slot is not None and not c.slot.staff}
    posts: list[tuple[Slot, Cadre | None]] = [
        (s, holders.get(s.number)) for s in district.table.slots if s.unit is unit
    ]
    posts += [(c.slot, c) for c in people if c.slot is not None and c.slot.staff]
    village = unit.form == "village"
    made: list[Item] = []
    for slot, holder in posts:
        described = chance.hits(850)
        made.append(
            {
                "id": f"unit-post-{len(made) + 1:03d}",
                "title": slot.title,
                "kind": "领导岗位" if slot.leading else "中层岗位" if slot.chief else "一般岗位",
                "holder": None if holder is None else person_id(holder.index),
                "key_post": slot.key,
                "party_committee": village and slot.party,
                "residents_committee": village and not slot.party and not slot.staff,
                "duties": f"负责{unit.field}相关工作" if described else None,
                "work_flow": "受理、办理、审核、反馈" if described and chance.hits(900) else None,
                "ability": "政策水平和群众工作能力" if described and chance.hits(900) else None,
                "hands_over_to": "综合科" if described and chance.hits(800) else None,
            }
        )
    return made


def _elements(people: Sequence[Cadre], as_of: int) -> list[Item]:
    """Return the elements of a team's structure that follow from who its members are."""
    found: list[tuple[Cadre, str]] = []
    for cadre in people:
        if cadre.slot is None or not cadre.slot.leading:
            continue
        if not cadre.male:
            found.append((cadre, "女干部"))
        if cadre.party_joined is None:
            found.append((cadre, "党外干部"))
        if as_of - cadre.birth < 40 * 365:
            found.append((cadre, "年轻干部"))
        if any(move.slot.unit.kind in _FRONT for move in cadre.moves):
            found.append((cadre, "有基层一线工作经历"))
    return [
        {"id": f"element-{i + 1:03d}", "member": person_id(cadre.index), "element": element, "candidate": False}
        for i, (cadre, element) in enumerate(found)
    ]


def _liaisons(district: District, unit: Unit, people: Sequence[Cadre], chance: Chance) -> list[Item]:
    """Return the villages that cadres of a town guide."""
    leaders = [c for c in people if c.slot is not None and c.slot.leading]
    if unit.form != "town":
        return []
    made: list[Item] = []
    for village in district.table.of_form("village"):
        if not village.short.startswith(unit.short):
            continue
        start = district.as_of - chance.between(100, 700)
        named = leaders and chance.hits(850)
        made.append(
            {
                "id": f"liaison-{len(made) + 1}",
                "unit": village.name,
                "cadre": person_id(chance.one(leaders).index) if named else None,
                "start": ISO[start],
                "end": None,
            }
        )
    return made


def _reviews(year: int, chance: Chance, as_of: int) -> list[Item]:
    """Return the reports and reviews of selection and appointment of the last two years."""
    made: list[Item] = []
    for reviewed in (year - 2, year - 1):
        for kind in _REVIEWS:
            day = date(reviewed + 1, 1, 10).toordinal() + chance.below(60)
            if day <= as_of and chance.hits(850):
                made.append({"id": f"review-{len(made) + 1}", "kind": kind, "year": reviewed, "on": ISO[day]})
    return made
