"""Two small packs, one above the other: the lower one holds a principle check and the rules of a case."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from cadre_rules.analysis.principles import Examination, examine
from cadre_rules.policy.loading import load_set

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "title: {zh: 标题, en: title}\n"
SOURCE = "source: {document: 示例办法, clause: 第一条, issuer: {zh: 示例市, en: the example city}}\n"
UPPER = "source: {document: 《示例条例》, clause: 第八条第（一）项, issuer: {zh: 示例省, en: the example province}}\n"
QUESTIONS = """\
questions:
  promotion:
    title: {zh: 提拔任职, en: promotion}
    asks: {zh: 是否符合提拔条件？, en: Are the conditions for promotion met?}
    subject: cadre
    answer: eligible when every requirement is met
    applies: proposal.kind = "promotion"
    conclusions:
      barred: {zh: 不宜提拔, en: not to be promoted}
      also_barred: {zh: 也不宜提拔, en: not to be promoted either}
      hint: {zh: 供参考, en: for information, notice: true}
  state:
    title: {zh: 上岗状态, en: state of employment}
    asks: {zh: 处于何种上岗状态？, en: Which state is it?}
    subject: cadre
    answer: collect
    conclusions:
      on_post: {zh: 上岗, en: on post}
      awaiting: {zh: 待岗, en: awaiting post}
      senior: {zh: 资历较深, en: senior}
"""
DEFINITIONS = """\
definitions:
  held_now: posts[start <= as_of and (end = null or end >= as_of)]
  current: held_now[-1]
  old: age(person.birth_date, as_of) > 45
  years_of_work: complete months(person.work_started_on, as_of)
  excellent: count(assessments[grade = "excellent"]) > 0
"""
WORK = f"""\
policy: upper/work
title: {{zh: 工龄, en: years of work}}
{UPPER}in_force: {{from: 2000-01-01}}
question: promotion
subject: cadre
parameters:
  years:
    type: duration
    title: {{zh: 规定工龄, en: years of work required}}
    floor: minimum
    values: {{2000-01-01: P5Y}}
rules:
  - rule: five-years
    require: years_of_work >= years
    otherwise: barred
"""
CHECK = f"""\
check: lower/principle
title: {{zh: 破除论资排辈, en: no bar by seniority}}
covers: [X-1]
{SOURCE}text: {{zh: 不得单凭年龄、资历限制提拔。, en: Nobody is barred from promotion by age or seniority alone.}}
forbids:
"""
FORBIDS = "  bars: promotion\n  by: [age, seniority]\n  unless: a higher rule is cited\n"
BASE = {
    "upper/pack.yaml": f"pack: upper\n{TITLE}jurisdiction: {{zh: 示例省, en: the example province}}\nversion: 1.0.0\n",
    "upper/questions.yaml": QUESTIONS,
    "upper/definitions.yaml": DEFINITIONS,
    "upper/work.yaml": WORK,
    "lower/pack.yaml": (
        f"pack: lower\n{TITLE}jurisdiction: {{zh: 示例市, en: the example city}}\nversion: 1.0.0\nextends: [upper]\n"
    ),
    "lower/check.yaml": CHECK + FORBIDS,
}


def policy(rules: str, *, more: str = "", question: str = "promotion", name: str = "lower/made") -> str:
    """Return the text of a policy with some rules."""
    head = f"policy: {name}\n{TITLE}{SOURCE}in_force: {{from: 2000-01-01}}\nquestion: {question}\nsubject: cadre\n"
    return f"{head}{textwrap.dedent(more)}rules:\n{textwrap.indent(textwrap.dedent(rules), '  ')}"


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write the base and the files of a case over it; return the folder of the lower pack."""
    for name, text in {**BASE, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "lower"


def examined(folder: Path, files: dict[str, str]) -> Examination:
    """Return the examination of the lower pack, or of its adoption where it has one."""
    lower = write(folder, files)
    adoption = lower / "adoption.yaml"
    return examine([load_set(adoption if adoption.exists() else lower)[0]])
