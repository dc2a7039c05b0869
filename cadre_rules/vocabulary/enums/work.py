"""Closed vocabularies about classes, units, cohorts and the work of personnel departments.

Sources of the values: the documents that the packs encode, and the national personnel information structure.
"""

from __future__ import annotations

from cadre_rules.vocabulary.enums.declare import enumeration

LESSON = enumeration(
    "lesson_kind",
    "课程类别",
    ("theory", "理论教育"),
    ("Party spirit", "党性教育"),
    ("professional ability", "专业化能力培训"),
    ("general knowledge", "知识培训"),
    ("other lesson", "其他课程"),
)

SCHOOL = enumeration(
    "school_kind",
    "党校层级",
    ("municipal Party school", "市委党校"),
    ("county Party school", "县级党校"),
    ("other school", "其他培训机构"),
)

LEARNING = enumeration(
    "learning_way",
    "学习方式",
    ("learning at work", "工作中学习"),
    ("learning from others", "向他人学习"),
    ("formal training", "正式的培训"),
)

DEPARTURE = enumeration(
    "departure",
    "离开原因",
    ("promoted out", "提拔"),
    ("moved out", "调出"),
    ("retired", "退休"),
    ("resigned", "辞职"),
    ("dismissed", "辞退"),
    ("died", "去世"),
    ("other departure", "其他原因"),
)

RESOURCE = enumeration("resource", "资源类别", ("staff", "人员"), ("equipment", "装备"), ("goods", "物资"))

LIFE_EVENT = enumeration("life_event", "生活事件种类", ("hospital stay", "生病住院"), ("death", "去世"))

REVIEW = enumeration(
    "review_kind",
    "评议检查种类",
    ("report on selection and appointment", "选人用人工作报告"),
    ("review of selection and appointment", "选人用人工作评议"),
    ("review of newly promoted cadres", "新提拔任用干部评议"),
    ("special inspection of selection and appointment", "选人用人专项检查"),
)
