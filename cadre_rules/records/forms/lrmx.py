"""Reads `.lrmx`, the appointment and removal form 干部任免审批表.

In: a file. Out: `Record`. A form says nothing of post levels, ranks, dates of decisions, admonitions or
influence periods: those facts stay unknown, and the record's notes say so. An empty entry says nothing;
an entry of 无 says "none".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.documents import load_bytes
from cadre_rules.records import messages
from cadre_rules.records.dates import NoSuchDateError, read_date
from cadre_rules.records.faults import describe, shorten
from cadre_rules.records.forms.results import read_results
from cadre_rules.records.forms.resume import Unreadable, as_post, read_resume
from cadre_rules.records.forms.sheet import Sheet
from cadre_rules.records.forms.words import form_date, is_none, one_line, person_name
from cadre_rules.records.forms.xml import children, parse, stranger, text_of
from cadre_rules.records.record import Record, build
from cadre_rules.vocabulary.enums.persons import POLITICAL_STATUS

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from cadre_rules.diagnostics import Diagnostic

LIMIT = 16 * 1024 * 1024  # bytes: a form holds a photograph
_SCHOOLING = ("XueLi", "XueWei", "XueLi_BiYeYuanXiaoXi", "XueWei_BiYeYuanXiaoXi")
_MODES = {"QuanRiZhiJiaoYu": "全日制教育", "ZaiZhiJiaoYu": "在职教育"}
_FAMILY = {
    "ChengWei": "relation",
    "XingMing": "name",
    "ChuShengRiQi": "birth_date",
    "ZhengZhiMianMao": "politics",
    "GongZuoDanWeiJiZhiWu": "work",
}
ELEMENTS = (
    "XingMing", "XingBie", "ChuShengNianYue", "MinZu", "JiGuan", "ChuShengDi", "RuDangShiJian",
    "CanJiaGongZuoShiJian", "JianKangZhuangKuang", "ZhuanYeJiShuZhiWu", "ShuXiZhuanYeYouHeZhuanChang",
    *(f"{mode}_{part}" for mode in _MODES for part in _SCHOOLING),
    "XianRenZhiWu", "NiRenZhiWu", "NiMianZhiWu", "JianLi", "JiangChengQingKuang", "NianDuKaoHeJieGuo",
    "RenMianLiYou", "JiaTingChengYuan", "ChengBaoDanWei", "JiSuanNianLingShiJian", "TianBiaoShiJian",
    "TianBiaoRen", "ShenFenZheng", "ZhaoPian", "Version",
)  # fmt: skip

# element → (section, fact); texts that may be "none", texts that may not, and dates
_TEXTS = {
    "XingBie": ("person", "sex"),
    "MinZu": ("person", "ethnicity"),
    "JiGuan": ("person", "native_place"),
    "ChuShengDi": ("person", "birthplace"),
    "JianKangZhuangKuang": ("person", "health"),
    "ShenFenZheng": ("person", "identity_number"),
    "RenMianLiYou": ("proposal", "reason"),
    "ChengBaoDanWei": ("proposal", "submitted_by"),
    "TianBiaoRen": ("proposal", "filled_by"),
}
_NULLABLE = {
    "ZhuanYeJiShuZhiWu": ("person", "technical_title"),
    "ShuXiZhuanYeYouHeZhuanChang": ("person", "specialty"),
    "XianRenZhiWu": ("person", "present_title"),
    "NiRenZhiWu": ("proposal", "title"),
    "NiMianZhiWu": ("proposal", "removed_title"),
}
_DATES = {
    "ChuShengNianYue": ("person", "birth_date"),
    "CanJiaGongZuoShiJian": ("person", "work_started_on"),
    "JiSuanNianLingShiJian": ("proposal", "age_counted_on"),
    "TianBiaoShiJian": ("proposal", "filled_on"),
}
_LEVELS = (
    (re.compile("研究生"), "研究生"),
    (re.compile("大专|专科"), "大学专科"),
    (re.compile("大学|本科"), "大学本科"),
    (re.compile("中专|中技|技校"), "中专"),
    (re.compile("高中"), "高中"),
    (re.compile("初中|小学"), "初中及以下"),
)
_PARTIES = ("民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "无党派")
_STATUS = {v.zh: v.zh for v in POLITICAL_STATUS.values} | {
    party: v.zh for party in _PARTIES for v in POLITICAL_STATUS.values if v.zh.startswith(party)
}
_DEGREES = ("学士", "硕士", "博士")
_SAYS_NOTHING = Text(
    "任免审批表不反映职务层次、职级、任职决定日期、基层一线、诫勉等组织措施和处分影响期；这些事实为未知，不等于没有",
    "the form says nothing of post levels, ranks, dates of decisions, the grassroots front line, admonitions "
    "and other measures, or influence periods: these facts are unknown, not absent",
)


def read_lrmx(path: Path) -> Record:
    """Read one form; `DocumentError` if it is no such file, `RecordError` with every fault of the record."""
    file = str(path)
    sheet = Sheet(file)
    root = parse(load_bytes(path, LIMIT), file, "Person")
    elements, faults = children(root, ELEMENTS, sheet.at(""))
    form = _Form(sheet, elements, faults)
    form.read()
    return build(sheet.raw, sheet, name=file, source_format="lrmx", notes=tuple(sheet.notes), found=form.faults)


class _Form:
    """One form that is being read."""

    def __init__(self, sheet: Sheet, elements: dict[str, Element], faults: list[Diagnostic]) -> None:
        self.sheet, self.elements, self.faults = sheet, elements, faults
        self._texts: dict[str, str] = {}

    def text(self, name: str) -> str:
        """Return the text of an element; empty where there is none."""
        if name not in self._texts:
            self._texts[name] = self._text(name)
        return self._texts[name]

    def _text(self, name: str) -> str:
        if name not in self.elements:
            return ""
        text, faults = text_of(self.elements[name], self.sheet.at(name))
        self.faults += faults
        return text.strip()

    def read(self) -> None:
        """Read every element."""
        self.sheet.notes.append(_SAYS_NOTHING)
        self.person()
        for mode in _MODES:
            self.education(mode)
        self.resume()
        self.results()
        self.rewards()
        self.family()
        self.leftovers()

    def person(self) -> None:
        """Read the entries that are one value each."""
        name = person_name(self.text("XingMing"))
        if name:
            self.sheet.put("person", "name", name, "XingMing")
        for element, (section, fact) in (_TEXTS | _NULLABLE).items():
            text = one_line(self.text(element))
            if is_none(text):
                if element in _NULLABLE:
                    self.sheet.put(section, fact, None, element)
            elif text:
                self.sheet.put(section, fact, text, element)
        for element, (section, fact) in _DATES.items():
            text = form_date(self.text(element))
            if text and not is_none(text):
                self.sheet.put(section, fact, text, element)
        self.party()

    def party(self) -> None:
        """Read the Party entry: a date, 无, or words."""
        text = form_date(self.text("RuDangShiJian"))
        if not text:
            return
        if is_none(text):
            self.sheet.put("person", "party_joined_on", None, "RuDangShiJian")
        elif text[:4].isdigit():
            self.sheet.put("person", "party_joined_on", text, "RuDangShiJian")
        else:
            status = next((zh for said, zh in _STATUS.items() if text.startswith(said)), None)
            if status is None:
                self.note_text("入党时间", "the Party entry", text)
                return
            self.sheet.put("person", "political_status", status, "RuDangShiJian")
            if status == "群众":
                self.sheet.put("person", "party_joined_on", None, "RuDangShiJian")

    def education(self, mode: str) -> None:
        """Read the highest education and degree of one mode."""
        level, degree, school, other = (one_line(self.text(f"{mode}_{part}")) for part in _SCHOOLING)
        if not any(text and not is_none(text) for text in (level, degree, school)):
            return
        item: dict[str, object] = {"id": _MODES[mode], "study_mode": _MODES[mode]}
        known = next((name for form, name in _LEVELS if form.search(level)), None)
        if known:
            item["level"] = known
        elif level and not is_none(level):
            self.note_text("学历", "the education", level)
        awarded = next((name for name in _DEGREES if name in degree), None)
        if awarded:
            item["degree"] = awarded
        elif is_none(degree):
            item["degree"] = None
        elif degree:
            self.note_text("学位", "the degree", degree)
        if school and not is_none(school):
            item["school"] = school
        if other and not is_none(other) and other != school:
            self.note_text("学位的毕业院校系", "the school of the degree", other)
        self.sheet.add("education", item, f"{mode}_XueLi")

    def resume(self) -> None:
        """Read the résumé; it is complete from its first line on."""
        entries = read_resume(self.text("JianLi"))
        if not entries or is_none(self.text("JianLi")):
            return
        starts: list[str] = []
        for number, entry in enumerate(entries, start=1):
            if isinstance(entry, Unreadable):
                place = str(self.sheet.at("JianLi", entry.line))
                self.faults.append(messages.RESUME_LINE.at(path=place, found=describe(entry.text)))
                continue
            self.sheet.add("posts", as_post(entry, f"简历-{number}"), "JianLi", entry.line)
            starts.append(form_date(entry.start))
        if starts:
            self.sheet.since("posts", min(starts))

    def results(self) -> None:
        """Read the yearly results, complete from the first year named; a year left out is one not known."""
        text = self.text("NianDuKaoHeJieGuo")
        if not text or is_none(text):
            return
        found = read_results(text, self.filled())
        for year in found.disputed:
            place = str(self.sheet.at("NianDuKaoHeJieGuo"))
            self.faults.append(messages.ASSESSMENT_TEXT.at(path=place, year=year))
        for piece in found.unread:
            self.note_text("年度考核结果", "the yearly results", piece)
        if found.relative:
            years = "、".join(map(str, sorted(found.grades)))
            self.sheet.notes.append(
                Text(
                    f"年度考核结果写「近几年」，按填表时间读作：{years}",
                    f"the yearly results say `the last years`; by the date of the form: {years}",
                )
            )
        if not found.grades:
            return
        for year in range(min(found.grades), max((*found.grades, *found.unsure)) + 1):
            item: dict[str, object] = {"kind": "annual", "year": year}
            if year in found.grades:
                item["grade"] = found.grades[year]
            self.sheet.add("assessments", item, "NianDuKaoHeJieGuo")
        self.sheet.since("assessments", min(found.grades))
        self.sheet.notes.append(
            Text(
                "任免审批表只有年度考核等次，没有名次和确认日期，也不含其他考核",
                "the form has the grades of annual assessments: no places, dates or other kinds",
            )
        )

    def filled(self) -> tuple[int, int] | None:
        """Return year and month of filling in the form."""
        try:
            written = read_date(form_date(self.text("TianBiaoShiJian")))
        except NoSuchDateError:
            return None
        return (written.date.year, written.date.month) if written else None

    def rewards(self) -> None:
        """Read rewards and punishments: 无 says that there was no sanction; words are left to people."""
        text = one_line(self.text("JiangChengQingKuang"))
        if is_none(text):
            self.sheet.none("sanctions", "JiangChengQingKuang")
            self.sheet.notes.append(
                Text(
                    "奖惩情况填「无」：读作填表时没有处分；奖励不必全部填写，诫勉等不在其中，均仍未知",
                    "rewards and punishments say `none`: read as no sanction when the form was filled in; "
                    "awards need not all be entered and admonitions never are, so those stay unknown",
                )
            )
        elif text:
            self.note_text("奖惩情况", "rewards and punishments", text)

    def family(self) -> None:
        """Read the rows of the family table; empty rows fill up a form and say nothing."""
        if "JiaTingChengYuan" not in self.elements:
            return
        for number, row in enumerate(self.elements["JiaTingChengYuan"], start=1):
            if row.tag == "Item":
                self.relative(row, number)
            else:
                self.faults.append(stranger(str(row.tag), self.sheet.at("JiaTingChengYuan")))

    def relative(self, row: Element, number: int) -> None:
        """Read one row of the family table."""
        path = f"JiaTingChengYuan/Item[{number}]"
        cells, faults = children(row, _FAMILY, self.sheet.at(path))
        self.faults += faults
        item: dict[str, object] = {}
        for element, cell in cells.items():
            text, faults = text_of(cell, self.sheet.at(f"{path}/{element}"))
            self.faults += faults
            said = {"XingMing": person_name, "ChuShengRiQi": form_date}.get(element, one_line)(text)
            if said and not is_none(said):
                item[_FAMILY[element]] = said
        if item:
            self.sheet.add("family", {"id": f"家庭-{number:02d}", **item}, path)

    def leftovers(self) -> None:
        """Name what is not taken over."""
        if self.text("ZhaoPian"):
            self.sheet.notes.append(Text("照片未导入", "the photograph was not taken over"))
        attributes = {name for element in self.elements.values() for name in element.attrib}
        if attributes:
            shown = ", ".join(shorten(name) for name in sorted(attributes))
            self.sheet.notes.append(Text(f"元素的属性未导入：{shown}", f"attributes were not taken over: {shown}"))

    def note_text(self, zh: str, en: str, text: str) -> None:
        """Note words that only people can read."""
        self.sheet.notes.append(Text(f"{zh}需人工录入：「{text}」", f"{en} has to be entered by hand: `{text}`"))
