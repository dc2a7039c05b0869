"""Closed vocabularies about the person, education and qualification.

Sources of the values: GB/T 2261 (sex), GB/T 4762 (political status), the national personnel information
structure.
"""

from __future__ import annotations

from cadre_rules.vocabulary.enums.declare import enumeration

SEX = enumeration("sex", "性别", ("male", "男"), ("female", "女"))

POLITICAL_STATUS = enumeration(
    "political_status",
    "政治面貌",
    ("Party member", "中共党员"),
    ("probationary Party member", "中共预备党员"),
    ("Communist Youth League member", "共青团员"),
    ("Revolutionary Committee of the Kuomintang member", "民革党员"),
    ("Democratic League member", "民盟盟员"),
    ("National Construction Association member", "民建会员"),
    ("Association for Promoting Democracy member", "民进会员"),
    ("Peasants and Workers Democratic Party member", "农工党党员"),
    ("Zhi Gong Party member", "致公党党员"),
    ("Jiusan Society member", "九三学社社员"),
    ("Taiwan Democratic Self-Government League member", "台盟盟员"),
    ("non-party personage", "无党派人士"),
    ("no affiliation", "群众"),
)

PERSON_KIND = enumeration(
    "person_kind",
    "人员类别",
    ("civil servant", "公务员"),
    ("staff managed as civil servants", "参照公务员法管理人员"),
    ("institution staff", "事业单位工作人员"),
    ("state-owned enterprise staff", "国有企业人员"),
    ("village or community staff", "村、社区工作人员"),
    ("other staff", "其他人员"),
)

MANAGED_BY = enumeration(
    "managed_by",
    "管理权限",
    ("centrally managed", "中管干部"),
    ("provincially managed", "省管干部"),
    ("municipally managed", "市管干部"),
    ("district-managed", "区管干部"),
    ("unit-managed", "单位管理干部"),
)

EDUCATION_MODE = enumeration("study_mode", "学习形式", ("full-time", "全日制教育"), ("in-service", "在职教育"))

EDUCATION_LEVEL = enumeration(
    "education_level",
    "学历层次",
    ("junior secondary or below", "初中及以下"),
    ("senior secondary", "高中"),
    ("secondary vocational", "中专"),
    ("junior college", "大学专科"),
    ("undergraduate", "大学本科"),
    ("postgraduate", "研究生"),
    ordered=True,
)

DEGREE = enumeration("degree", "学位", ("bachelor", "学士"), ("master", "硕士"), ("doctor", "博士"), ordered=True)

TITLE_LEVEL = enumeration(
    "title_level",
    "职称级别",
    ("junior title", "初级职称"),
    ("intermediate title", "中级职称"),
    ("associate senior title", "副高级职称"),
    ("full senior title", "正高级职称"),
    ordered=True,
)
