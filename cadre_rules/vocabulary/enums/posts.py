"""Closed vocabularies about posts, ranks and their changes.

Sources: Civil Servants Law 18 and 19 (post levels, ranks), the national personnel information structure.
"""

from __future__ import annotations

from cadre_rules.vocabulary.enums.declare import enumeration

POST_LEVEL = enumeration(
    "post_level",
    "职务层次",
    ("below township-section deputy", "乡科级副职以下"),
    ("township-section deputy", "乡科级副职"),
    ("township-section chief", "乡科级正职"),
    ("county-division deputy", "县处级副职"),
    ("county-division chief", "县处级正职"),
    ("bureau deputy", "厅局级副职"),
    ("bureau chief", "厅局级正职"),
    ("provincial-ministerial deputy", "省部级副职"),
    ("provincial-ministerial chief", "省部级正职"),
    ordered=True,
)

RANK = enumeration(
    "rank",
    "职级",
    ("staff member 2", "二级科员"),
    ("staff member 1", "一级科员"),
    ("principal staff member 4", "四级主任科员"),
    ("principal staff member 3", "三级主任科员"),
    ("principal staff member 2", "二级主任科员"),
    ("principal staff member 1", "一级主任科员"),
    ("consultant 4", "四级调研员"),
    ("consultant 3", "三级调研员"),
    ("consultant 2", "二级调研员"),
    ("consultant 1", "一级调研员"),
    ("inspector 2", "二级巡视员"),
    ("inspector 1", "一级巡视员"),
    ordered=True,
)

UNIT_KIND = enumeration(
    "unit_kind",
    "单位类别",
    ("township", "乡镇"),
    ("street", "街道"),
    ("village", "村"),
    ("community", "社区"),
    ("district department", "区级部门"),
    ("municipal department", "市级部门"),
    ("provincial department", "省级部门"),
    ("central department", "中央部门"),
    ("public institution", "事业单位"),
    ("state-owned enterprise", "国有企业"),
    ("other unit", "其他单位"),
)

HOLDING = enumeration(
    "holding",
    "任职方式",
    ("appointment", "任职"),
    ("concurrent post", "兼任"),
    ("secondment", "挂职"),
    ("borrowing", "借调"),
    ("stationed in a village", "驻村"),
    ("shadowing", "跟岗锻炼"),
    ("study", "在学"),
)

ENTRY = enumeration(
    "entry",
    "进入方式",
    ("civil-service examination", "公务员考录"),
    ("selected graduate recruitment", "选调"),
    ("open recruitment", "公开招聘"),
    ("exchange", "交流"),
    ("rotation", "轮岗"),
    ("transfer", "调动"),
    ("transfer by examination", "考调"),
    ("borrowing", "借调"),
    ("competitive selection", "竞争性选拔"),
    ("competition for posts", "竞聘上岗"),
    ("election", "选举"),
    ("selection and appointment", "选拔任用"),
    ("introduction of talent", "人才引进"),
    ("military transfer", "军队转业安置"),
    ("other entry", "其他方式"),
)

CHANGE = enumeration(
    "change",
    "变动类别",
    ("first appointment", "初次任职"),
    ("promotion", "提拔"),
    ("further use", "重用"),
    ("lateral move", "平级调整"),
    ("rank promotion", "职级晋升"),
    ("reinstatement", "重新使用"),
    ("demotion", "降职"),
    ("removal from post", "免职"),
)

EMPLOYMENT = enumeration("employment", "上岗状态", ("trial", "试岗"), ("on post", "上岗"), ("awaiting post", "待岗"))
