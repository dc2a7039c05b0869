"""The faults of counting."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

CALENDAR_NOT_PUBLISHED: Final = Message(
    "V101",
    Text(
        "计算工作日需要 {year} 年的放假安排，现有日历只包括 {since} 年至 {until} 年，因此结果为未知",
        "counting working days needs the holiday calendar of {year}; the calendar at hand covers"
        " {since} to {until}, so the result is unknown",
    ),
    Text(
        "国务院办公厅发布该年放假安排后，请升级 chinesecalendar 软件包；在此之前请人工核定该日期",
        "upgrade the package `chinesecalendar` once the holiday notice of that year is published;"
        " until then have the date settled by hand",
    ),
    severity="warning",
)
