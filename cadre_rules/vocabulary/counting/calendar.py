"""Calendar arithmetic on packed dates: days, months, complete months.

In: packed dates (`codes.pack_date`) and counts. Out: packed dates and counts. UNKNOWN and ABSENT pass
through: where either is among the dates, the answer is UNKNOWN if one is UNKNOWN, else ABSENT. It must not
know of stints, records or policies. Everything is int64: loops and arithmetic only, so that numba can
compile it as it stands.

Rule: a span of N months from day D is complete on the corresponding day, else on the month's last day
(Civil Code of the PRC, articles 201 and 202; conventions, number 1).
"""

from __future__ import annotations

from cadre_rules.vocabulary.codes import ABSENT, UNKNOWN

_ERA_DAYS = 146_097  # 400 years
_SHIFT = 306  # from 1 March of the year 0, where eras begin, to 1 January of the year 1, which is day 1


def is_leap(year: int) -> bool:
    """Return whether the year has a 29 February.

    >>> is_leap(2000), is_leap(1900), is_leap(2024)
    (True, False, True)
    """
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(packed: int) -> int:
    """Return the number of days of the month that a (known) packed date lies in, whatever its day.

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> [month_length(pack_date(year, month, 1)) for year, month in ((2024, 2), (2023, 2), (2024, 4))]
    [29, 28, 30]
    """
    month = packed // 32 % 12
    if month == 1:
        return 29 if is_leap(packed // 384) else 28
    return 30 if month == 3 or month == 5 or month == 8 or month == 10 else 31


def day_number(packed: int) -> int:
    """Return the number of days from 0000-12-31 (proleptic Gregorian calendar): 0001-01-01 is day 1.

    The same count as `datetime.date.toordinal`. UNKNOWN and ABSENT pass through.

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> day_number(pack_date(2024, 3, 1)) - day_number(pack_date(2024, 2, 28))
    2
    """
    if packed <= ABSENT:
        return packed
    months = packed // 32
    year = months // 12
    month = months % 12 - 2  # March is 0, so that the leap day is a year's last
    if month < 0:
        month += 12
        year -= 1
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + packed % 32 - _SHIFT


def packed_of(number: int) -> int:
    """Return the packed date of a day number: the inverse of `day_number`. UNKNOWN and ABSENT pass through.

    >>> from cadre_rules.vocabulary.codes import unpack_date
    >>> unpack_date(packed_of(1)), unpack_date(packed_of(738_000))
    ((1, 1, 1), (2021, 7, 29))
    """
    if number <= ABSENT:
        return number
    days = number + _SHIFT - 1
    era = days // _ERA_DAYS
    days -= era * _ERA_DAYS
    year = (days - days // 1460 + days // 36_524 - days // 146_096) // 365
    days -= 365 * year + year // 4 - year // 100
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    return ((era * 400 + year) * 12 + month + 2) * 32 + day


def add_days(packed: int, days: int) -> int:
    """Return the date `days` days later (earlier where negative). UNKNOWN and ABSENT pass through.

    >>> from cadre_rules.vocabulary.codes import pack_date, unpack_date
    >>> unpack_date(add_days(pack_date(2024, 2, 28), 2))
    (2024, 3, 1)
    """
    if packed <= ABSENT or days <= ABSENT:
        return UNKNOWN if packed == UNKNOWN or days == UNKNOWN else ABSENT
    return packed_of(day_number(packed) + days)


def add_months(packed: int, months: int) -> int:
    """Return the corresponding day `months` months later (earlier where negative), else the month's last day.

    Civil Code 201 and 202; conventions, number 1. UNKNOWN and ABSENT pass through.

    >>> from cadre_rules.vocabulary.codes import pack_date, unpack_date
    >>> unpack_date(add_months(pack_date(2020, 2, 29), 12))
    (2021, 2, 28)
    """
    if packed <= ABSENT or months <= ABSENT:
        return UNKNOWN if packed == UNKNOWN or months == UNKNOWN else ABSENT
    target = (packed // 32 + months) * 32
    length = month_length(target)
    day = packed % 32
    return target + (length if day > length else day)


def months_complete(start: int, end: int) -> int:
    """Return how many months are complete on `end`: the largest n >= 0 with `add_months(start, n) <= end`.

    0 where `end` is not after `start`. This is not FEEL's `years and months duration`, which never counts a
    month's last day for the 31st: a year from 29 February is complete on 28 February (Civil Code 202).
    UNKNOWN and ABSENT pass through.

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> months_complete(pack_date(2020, 2, 29), pack_date(2021, 2, 28))
    12
    >>> months_complete(pack_date(2020, 3, 15), pack_date(2022, 3, 14))
    23
    """
    if start <= ABSENT or end <= ABSENT:
        return UNKNOWN if start == UNKNOWN or end == UNKNOWN else ABSENT
    if end <= start:
        return 0
    months = end // 32 - start // 32
    return months if add_months(start, months) <= end else months - 1


def floor_month(packed: int) -> int:
    """Return the first day of the date's month. UNKNOWN and ABSENT pass through.

    >>> from cadre_rules.vocabulary.codes import pack_date, unpack_date
    >>> unpack_date(floor_month(pack_date(2024, 2, 29)))
    (2024, 2, 1)
    """
    return packed if packed <= ABSENT else packed // 32 * 32 + 1
