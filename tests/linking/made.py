"""Small pack folders made from the texts of a case, over a base that links cleanly."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "source: {document: d, clause: c, issuer: {zh: 甲, en: A}}\n"
TITLE = "title: {zh: 标题, en: title}\n"
QUESTIONS = """\
questions:
  fitness:
    title: {zh: 是否合适, en: fitness}
    asks: {zh: 是否合适？, en: Is it fit?}
    subject: cadre
    answer: most severe
    conclusions:
      fit: {zh: 合适, en: fit, severity: 1}
      unfit: {zh: 不合适, en: unfit, severity: 2}
    incompatible: [[fit, unfit]]
"""
FLOOR = f"""\
policy: upper/service
{TITLE}{SOURCE}in_force: {{from: 2000-01-01}}
question: fitness
subject: cadre
parameters:
  years:
    type: duration
    title: {{zh: 规定年限, en: years required}}
    floor: minimum
    values: {{2000-01-01: P2Y, 2015-01-01: P3Y}}
  place:
    type: text
    title: {{zh: 地点, en: place}}
rules:
  - rule: served
    when: total service(posts) >= years
    then: fit
"""
BASE = {
    "upper/pack.yaml": f"pack: upper\n{TITLE}version: 1.0.0\n",
    "upper/questions.yaml": QUESTIONS,
    "upper/service.yaml": FLOOR,
    "lower/pack.yaml": f"pack: lower\n{TITLE}version: 1.0.0\nextends: [upper]\n",
}


def policy(rules: str, *, name: str = "lower/made", more: str = "", subject: str = "cadre") -> str:
    """Return the text of a policy of the pack `lower` that answers `fitness`."""
    head = f"policy: {name}\n{TITLE}{SOURCE}in_force: {{from: 2000-01-01}}\n"
    return f"{head}question: fitness\nsubject: {subject}\n{more}rules:\n{rules}"


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the base and the files of a case over it; an empty text takes a file away."""
    for name, text in {**BASE, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text:
            path.write_text(text, encoding="utf-8")
