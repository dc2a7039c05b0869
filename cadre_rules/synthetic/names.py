"""What made-up persons and places are called: 示例, with a stem, a branch and a number; nobody's real name.

In: numbers. Out: names. They are the same for the same numbers.
"""

from __future__ import annotations

STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


def person_name(index: int) -> str:
    """Return the name of the person at an index of the roll, such as 示例甲子1."""
    return f"示例{STEMS[index % 10]}{BRANCHES[index % 12]}{index // 60 + 1}"


def person_id(index: int) -> str:
    """Return the number of the person at an index of the roll."""
    return f"示例-{index + 1:08d}"


def identity_number(index: int) -> str:
    """Return a text in place of an identity number that cannot be one."""
    return f"示例证件{index + 1:08d}"


def city_name(district: int) -> str:
    """Return the name of the city that a district is in; ten districts make a city."""
    return f"示例{district // 10 + 1}市"


def district_name(district: int) -> str:
    """Return the name of a district, with that of its city."""
    return f"{city_name(district)}{STEMS[district % 10]}区"
