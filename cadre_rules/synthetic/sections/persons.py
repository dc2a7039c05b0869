"""Who the person is: the sections person, education, titles and family.

In: `Life`. Out: plain data. Nothing in it is of a real person.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.chance import weighted
from cadre_rules.synthetic.days import ISO, maybe, ordinal, plus
from cadre_rules.synthetic.establishment import COUNTY_DEPUTY, DEPUTY
from cadre_rules.synthetic.names import identity_number, person_id
from cadre_rules.synthetic.people import COLLEGE, DOCTOR, MASTER, UNDERGRADUATE, VOCATIONAL

if TYPE_CHECKING:
    from cadre_rules.synthetic.sections.life import Item, Life

_ETHNICITY: Final = weighted((91, "汉族"), (2, "回族"), (2, "满族"), (2, "壮族"), (2, "彝族"), (1, "蒙古族"))
_HEALTH: Final = weighted((85, "健康"), (12, "良好"), (3, "一般"))
_POLITICS: Final = weighted(
    (70, "no affiliation"),
    (8, "non-party personage"),
    (7, "Democratic League member"),
    (5, "National Construction Association member"),
    (4, "Jiusan Society member"),
    (3, "Peasants and Workers Democratic Party member"),
    (1, "Association for Promoting Democracy member"),
    (1, "Revolutionary Committee of the Kuomintang member"),
    (1, "Zhi Gong Party member"),
)
_SPECIALTIES: Final = (
    "行政管理", "法学", "汉语言文学", "经济学", "会计学", "农学", "土木工程", "计算机科学与技术", "公共卫生", "教育学",
)  # fmt: skip
_VERSED: Final = ("公文写作", "基层治理", "项目管理", "财政金融", "应急管理", "群众工作")
_LEVELS: Final = {
    VOCATIONAL: ("secondary vocational", None, 3),
    COLLEGE: ("junior college", None, 3),
    UNDERGRADUATE: ("undergraduate", "bachelor", 4),
    MASTER: ("postgraduate", "master", 3),
    DOCTOR: ("postgraduate", "doctor", 4),
}
_TITLES: Final = (
    ("助理工程师", "junior title"),
    ("工程师", "intermediate title"),
    ("高级工程师", "associate senior title"),
)


def person(life: Life, jurisdiction: str | None, title: str | None) -> Item:
    """Return the section person; `title` is the technical title held."""
    cadre, chance = life.cadre, life.chance
    place = f"示例省{life.table.city}" if chance.hits(550) else f"示例省示例{chance.between(1, 40)}市"
    grown = place if chance.hits(850) else f"示例省示例{chance.between(1, 40)}市"
    registered = cadre.track == "organ"
    made: Item = {
        "id": person_id(cadre.index),
        "name": life.name,
        "sex": "male" if cadre.male else "female",
        "birth_date": ISO[cadre.birth],
        "ethnicity": chance.one(_ETHNICITY),
        "native_place": place,
        "birthplace": place,
        "growing_up_place": grown,
        "identity_number": identity_number(cadre.index),
        "political_status": _politics(life),
        "party_joined_on": None if cadre.party_joined is None else ISO[cadre.party_joined],
        "work_started_on": ISO[cadre.work_started],
        "health": chance.one(_HEALTH),
        "unable_since": ISO[max(cadre.entered, life.until - chance.between(100, 600))] if chance.hits(5) else None,
        "kind": _kind(life),
        "managed_by": _managed_by(life),
        "selected_graduate": cadre.graduate,
        "selected_on": ISO[cadre.entered] if cadre.graduate else None,
        "registered_on": maybe(plus(cadre.entered, 12), life.as_of) if registered else None,
        "present_title": life.move.slot.unit.name + life.move.slot.title if life.active else None,
        "technical_title": title,
        "specialty": chance.one(_VERSED) if chance.hits(400) else None,
        "retirement_due_on": ISO[cadre.retires],
        "retired_on": ISO[cadre.retires] if cadre.left_how == "retired" else None,
    }
    if registered:  # only civil servants have wage steps and grades
        for name, years in (("wage_step_from", 2), ("wage_grade_from", 5)):
            since = ordinal(life.year - chance.below(years), 1, 1)
            made[name] = ISO[max(since, cadre.entered)]
    if jurisdiction is not None:
        made["jurisdiction"] = jurisdiction
    return made


def _politics(life: Life) -> str:
    joined = life.cadre.party_joined
    if joined is not None:
        return "probationary Party member" if plus(joined, 12) > life.as_of else "Party member"
    if life.as_of - life.cadre.birth < 28 * 365:
        return "Communist Youth League member"
    return life.chance.one(_POLITICS)


def _kind(life: Life) -> str:
    if life.cadre.track == "village":
        return "village or community staff"
    if life.cadre.track == "institution":
        return "institution staff"
    managed = life.move.slot.unit.form == "managed"
    return "staff managed as civil servants" if managed else "civil servant"


def _managed_by(life: Life) -> str:
    level = life.cadre.level
    if level >= COUNTY_DEPUTY:
        return "municipally managed"
    return "district-managed" if level >= DEPUTY else "unit-managed"


def education(life: Life) -> list[Item]:
    """Return the full-time education, the one before it where there was one, and perhaps one in service."""
    cadre, chance = life.cadre, life.chance
    specialty = chance.one(_SPECIALTIES)
    made = []
    if cadre.schooling >= MASTER:
        left = ordinal(date.fromordinal(cadre.graduated).year - _LEVELS[cadre.schooling][2], 6, 25)
        made.append(_studied("education-1", UNDERGRADUATE, specialty, left, "full-time"))
    made.append(_studied(f"education-{len(made) + 1}", cadre.schooling, specialty, cadre.graduated, "full-time"))
    if cadre.schooling <= UNDERGRADUATE and chance.hits(350):
        level = min(cadre.schooling + 1, MASTER)
        begun = ordinal(date.fromordinal(cadre.work_started).year + chance.between(2, 12), 9, 1)
        if begun < life.as_of:
            left = begun + 30 * 34
            made.append(
                _studied(f"education-{len(made) + 1}", level, chance.one(_SPECIALTIES), left, "in-service", life.as_of)
            )
    return made


def _studied(identifier: str, level: int, specialty: str, left: int, mode: str, as_of: int | None = None) -> Item:
    name, degree, years = _LEVELS[level]
    begun = ordinal(date.fromordinal(left).year - years, 9, 1)
    return {
        "id": identifier,
        "study_mode": mode,
        "level": name,
        "degree": degree,
        "school": f"示例大学{specialty}专业" if level >= UNDERGRADUATE else f"示例学院{specialty}专业",
        "specialty": specialty,
        "started_on": ISO[begun],
        "graduated_on": ISO[left] if as_of is None else maybe(left, as_of),
    }


def titles(life: Life) -> list[Item]:
    """Return the professional titles: most of the staff of institutions have some, few others have one."""
    cadre, chance = life.cadre, life.chance
    made: list[Item] = []
    if not chance.hits(800 if cadre.track == "institution" else 60):
        return made
    day = cadre.work_started + chance.between(400, 900)
    for title, level in _TITLES:
        if day > life.until:
            break
        reviewed = chance.hits(900)
        made.append(
            {
                "id": f"title-{len(made) + 1}",
                "title": title,
                "level": level,
                "obtained_on": ISO[day],
                "reviewed": reviewed,
            }
        )
        day = plus(day, 12 * chance.between(5, 9))
    return made


def family(life: Life) -> list[Item]:
    """Return the nearest relatives; they have no names of their own."""
    cadre, chance = life.cadre, life.chance
    made: list[Item] = []

    def add(relation: str, born: int, politics: str, work: str) -> None:
        made.append(
            {
                "id": f"relative-{len(made) + 1}",
                "relation": relation,
                "name": f"{life.name}之{relation}",
                "birth_date": ISO[born],
                "politics": politics,
                "work": work,
            }
        )

    if chance.hits(800) and life.as_of - cadre.birth > 27 * 365:
        spouse = cadre.birth + chance.between(-1500, 1500)
        add("妻子" if cadre.male else "丈夫", spouse, "群众", "示例公司职员")
        if chance.hits(850):
            born = cadre.birth + chance.between(26 * 365, 34 * 365)
            if born < life.as_of:
                add(
                    "儿子" if chance.hits(500) else "女儿",
                    born,
                    "群众",
                    "学生" if life.as_of - born < 8000 else "示例公司职员",
                )
    add("父亲", cadre.birth - chance.between(8100, 12000), "中共党员" if chance.hits(300) else "群众", "示例镇居民")
    add("母亲", cadre.birth - chance.between(7700, 11000), "群众", "示例镇居民")
    return made
