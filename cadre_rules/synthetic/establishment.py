"""The units of a district and the posts in them: its table of posts.

In: the number of a district, draws. Out: `Establishment`. It must not know who holds which post.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from cadre_rules.synthetic.names import BRANCHES, STEMS, city_name, district_name

if TYPE_CHECKING:
    from cadre_rules.synthetic.chance import Chance

Form = Literal["district", "department", "managed", "town", "institution", "village"]

BELOW, DEPUTY, CHIEF, COUNTY_DEPUTY, COUNTY_CHIEF = range(5)
LEVELS: Final = (
    "below township-section deputy",
    "township-section deputy",
    "township-section chief",
    "county-division deputy",
    "county-division chief",
)
_DEPARTMENTS: Final = (
    ("发展和改革局", "经济", "项目科"),
    ("财政局", "经济", "预算科"),
    ("民政局", "民生", "社会救助科"),
    ("农业农村局", "乡村振兴", "产业发展科"),
    ("人力资源和社会保障局", "民生", "就业科"),
    ("住房和城乡建设局", "城乡建设", "工程管理科"),
    ("卫生健康局", "民生", "医政科"),
    ("教育局", "教育", "基础教育科"),
    ("交通运输局", "城乡建设", "运输管理科"),
    ("审计局", "经济", "经济责任审计科"),
    ("信访局", "社会稳定", "接访科"),
    ("市场监督管理局", "经济", "登记注册科"),
    ("城市管理局", "城乡建设", "执法一科"),
    ("文化和旅游局", "文化", "产业科"),
    ("应急管理局", "安全生产", "救援协调科"),
    ("司法局", "法治", "法制科"),
)
_MANAGED: Final = (("社会保险事业管理局", "民生"), ("机关事务管理局", "机关服务"), ("供销合作社联合社", "乡村振兴"))
_INSTITUTIONS: Final = (
    ("政务服务中心", "政务服务"),
    ("融媒体中心", "文化"),
    ("疾病预防控制中心", "民生"),
    ("实验学校", "教育"),
)
DEPARTMENTS, TOWNS, STREETS, INSTITUTIONS = 5, 3, 1, 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name and short name, kind, field of work, whether in a remote township."""

    number: int
    name: str
    short: str
    form: Form
    kind: str
    field: str
    remote: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A post of the table: its identity, title, level, and the group in which its holder is assessed.

    `staff` marks the posts of a unit that any number may hold, `party` those that only a Party member can hold, `first`
    the one in command of a unit.
    """

    number: int
    unit: Unit
    post: str
    title: str
    level: int
    group: int
    leading: bool = False
    chief: bool = False
    staff: bool = False
    party: bool = False
    first: bool = False

    @property
    def key(self) -> bool:
        """Whether a key post: those in command of units, and the other chiefs."""
        return self.first or (self.leading and self.level > DEPUTY)


@dataclass(frozen=True, slots=True)
class Establishment:
    """The units, the posts that one person holds, the posts of staff by number of unit, the groups' names."""

    number: int
    name: str
    city: str
    units: tuple[Unit, ...]
    slots: tuple[Slot, ...]
    staff: tuple[Slot, ...]
    groups: tuple[str, ...]

    def of_form(self, *forms: Form) -> tuple[Unit, ...]:
        """Return the units of some forms."""
        return tuple(unit for unit in self.units if unit.form in forms)


# Titles with their level and what they are: l leading, c chief of an internal body, p for Party members, f first.
_POSTS: Final[dict[Form, tuple[tuple[str, int, str], ...]]] = {
    "district": (
        ("区委书记", COUNTY_CHIEF, "lpf"),
        ("区长", COUNTY_CHIEF, "l"),
        ("区委副书记", COUNTY_DEPUTY, "lp"),
        ("常务副区长", COUNTY_DEPUTY, "l"),
        ("区委组织部部长", COUNTY_DEPUTY, "lp"),
        ("副区长", COUNTY_DEPUTY, "l"),
        ("副区长", COUNTY_DEPUTY, "l"),
    ),
    "department": (
        ("局长", CHIEF, "lf"),
        ("副局长", DEPUTY, "l"),
        ("副局长", DEPUTY, "l"),
        ("办公室主任", BELOW, "c"),
        ("{section}科长", BELOW, "c"),
    ),
    "managed": (("主任", DEPUTY, "lf"), ("综合科科长", BELOW, "c")),
    "town": (
        ("党委书记", CHIEF, "lpf"),
        ("镇长", CHIEF, "l"),
        ("党委副书记", DEPUTY, "lp"),
        ("副镇长", DEPUTY, "l"),
        ("副镇长", DEPUTY, "l"),
        ("党政综合办公室主任", BELOW, "c"),
        ("经济发展办公室主任", BELOW, "c"),
    ),
    "institution": (("主任", DEPUTY, "lf"), ("副主任", BELOW, ""), ("综合科科长", BELOW, "c")),
    "village": (("党支部书记", BELOW, "pf"), ("村民委员会副主任", BELOW, "")),
}
_MARKS: Final = (("leading", "l"), ("chief", "c"), ("party", "p"), ("first", "f"))
_NUMERALS: Final = ("", "（一）", "（二）", "（三）")
_STREET_TITLES: Final = {
    "党委书记": "党工委书记",
    "镇长": "办事处主任",
    "党委副书记": "党工委副书记",
    "副镇长": "办事处副主任",
}
_STAFF_TITLES: Final[dict[Form, str]] = {
    "department": "科员",
    "managed": "科员",
    "town": "科员",
    "institution": "职员",
    "village": "村务工作者",
}
_GROUPS: Final = (
    "区党政正职组",
    "区级领导副职组",
    "区级部门正职组",
    "乡镇（街道）正职组",
    "区级部门副职组",
    "乡镇（街道）副职组",
    "区级部门中层组",
    "乡镇（街道）中层组",
    "区级部门工作人员组",
    "乡镇（街道）工作人员组",
    "参照管理单位工作人员组",
    "事业单位领导人员组",
    "事业单位工作人员组",
    "村干部组",
)
_TOWN_GROUPS: Final = {CHIEF: 3, DEPUTY: 5, BELOW: 7}
_DEPARTMENT_GROUPS: Final = {CHIEF: 2, DEPUTY: 4, BELOW: 6}


def _group(form: Form, level: int, *, staff: bool) -> int:
    """Return the number of the group in which the holder of a post is assessed."""
    if form == "district":
        return 0 if level == COUNTY_CHIEF else 1
    if form == "village":
        return 13
    if form == "institution":
        return 11 if level == DEPUTY else 12
    if staff:
        return {"department": 8, "town": 9, "managed": 10}[form]
    return (_TOWN_GROUPS if form == "town" else _DEPARTMENT_GROUPS)[level]


def establishment(number: int, chance: Chance) -> Establishment:
    """Return the table of posts of a district."""
    name = district_name(number)
    units = _units(name, chance)
    slots: list[Slot] = []
    staff: list[Slot] = []
    for unit, section in units:
        taken: dict[str, int] = {}
        for written, level, marks in _POSTS[unit.form]:
            title = written.format(section=section)
            if unit.kind == "street":
                title = _STREET_TITLES.get(title, title)
            taken[title] = taken.get(title, 0) + 1
            post = unit.name + title + (_NUMERALS[taken[title]] if taken[title] > 1 else "")
            group = _group(unit.form, level, staff=False)
            marked = {name: mark in marks for name, mark in _MARKS}
            slots.append(Slot(len(slots), unit, post, title, level, group, **marked))
        if unit.form in _STAFF_TITLES:
            title = _STAFF_TITLES[unit.form]
            group = _group(unit.form, BELOW, staff=True)
            staff.append(Slot(-unit.number, unit, unit.name + title, title, BELOW, group, staff=True))
    named = tuple(f"{name}{group}" for group in _GROUPS)
    return Establishment(
        number, name, city_name(number), tuple(unit for unit, _ in units), tuple(slots), tuple(staff), named
    )


def _units(name: str, chance: Chance) -> list[tuple[Unit, str]]:
    """Return the units of a district, each with the name of its second section."""
    made: list[tuple[Unit, str]] = []

    def add(short: str, form: Form, kind: str, field: str, section: str = "", *, remote: bool = False) -> None:
        made.append((Unit(len(made), name + short, short, form, kind, field, remote), section))

    add("", "district", "other unit", "综合")
    first = chance.below(len(_DEPARTMENTS))
    for i in range(DEPARTMENTS):  # three is prime to the number of departments, so that none comes twice
        short, field, section = _DEPARTMENTS[(first + 3 * i) % len(_DEPARTMENTS)]
        add(short, "department", "district department", field, section)
    short, field = chance.one(_MANAGED)
    add(short, "managed", "district department", field)
    remote = chance.below(TOWNS)
    for i in range(TOWNS):
        add(f"{STEMS[i]}镇", "town", "township", "乡村振兴", remote=i == remote)
    add(f"{STEMS[TOWNS]}街道", "town", "street", "城市治理")
    first = chance.below(len(_INSTITUTIONS))
    for i in range(INSTITUTIONS):
        short, field = _INSTITUTIONS[(first + i) % len(_INSTITUTIONS)]
        add(short, "institution", "public institution", field)
    for i in range(TOWNS):
        add(f"{STEMS[i]}镇{BRANCHES[i]}村", "village", "village", "乡村振兴", remote=i == remote)
    return made
