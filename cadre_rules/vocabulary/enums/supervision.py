"""Closed vocabularies about assessment, sanctions, organisational measures and supervision.

Sources: the assessment rules for civil servants (2020) and institution staff, Governmental Sanctions Law 7,
Party discipline regulations 10, Civil Servants Law 62.
"""

from __future__ import annotations

from cadre_rules.vocabulary.enums.declare import enumeration

ASSESSMENT_KIND = enumeration(
    "assessment_kind",
    "考核类别",
    ("annual", "年度考核"),
    ("term", "聘期考核"),
    ("comprehensive", "综合考核"),
    ("routine", "平时考核"),
    ("quarterly", "季度考核"),
    ("special", "专项考核"),
)

GRADE = enumeration(
    "grade",
    "考核等次",
    ("excellent", "优秀"),
    ("competent", "称职"),
    ("basically competent", "基本称职"),
    ("incompetent", "不称职"),
    ("qualified", "合格"),
    ("basically qualified", "基本合格"),
    ("unqualified", "不合格"),
    ("no grade given", "不定等次"),
    ("good", "好"),
    ("fairly good", "较好"),
    ("average", "一般"),
    ("poor", "较差"),
)

SANCTION = enumeration(
    "sanction",
    "处分种类",
    ("warning", "警告"),
    ("demerit", "记过"),
    ("serious demerit", "记大过"),
    ("lower grade", "降级"),
    ("removal", "撤职"),
    ("expulsion", "开除"),
    ("Party warning", "党内警告"),
    ("serious Party warning", "党内严重警告"),
    ("removal from Party posts", "撤销党内职务"),
    ("probation within the Party", "留党察看"),
    ("expulsion from the Party", "开除党籍"),
)

MEASURE = enumeration(
    "measure",
    "组织措施种类",
    ("reminder", "提醒"),
    ("letter of inquiry", "函询"),
    ("admonition", "诫勉"),
    ("notice letter", "提示函"),
    ("organisational treatment", "组织处理"),
)

TREATMENT = enumeration(
    "treatment",
    "组织处理方式",
    ("suspension for examination", "停职检查"),
    ("adjustment of post", "调整职务"),
    ("ordered resignation", "责令辞职"),
    ("removal from post", "免职"),
    ("demotion", "降职"),
)

AWARD = enumeration(
    "award",
    "奖励种类",
    ("commendation", "嘉奖"),
    ("third-class merit", "记三等功"),
    ("second-class merit", "记二等功"),
    ("first-class merit", "记一等功"),
    ("honorary title", "授予称号"),
    ("circulated praise", "通报表扬"),
    ("other award", "其他奖励"),
)

TALK = enumeration(
    "talk",
    "谈话种类",
    ("heart-to-heart talk", "谈心谈话"),
    ("reminder talk", "提醒谈话"),
    ("admonition talk", "诫勉谈话"),
    ("talk before appointment", "任前谈话"),
    ("feedback talk", "反馈谈话"),
    ("care talk", "关怀谈话"),
    ("return visit", "回访"),
    ("home visit", "家访"),
)

INSPECTION = enumeration(
    "inspection",
    "考察种类",
    ("daily inspection", "日常考察"),
    ("special inspection", "专项考察"),
    ("special inspection at a major project", "重大项目专项考察"),
    ("pre-appointment inspection", "任前考察"),
    ("inspection without an appointment pending", "无任用考察"),
    ("comprehensive evaluation", "综合评定"),
    ("political review", "政治素质考察"),
    ("duty inspection", "履职专项检查"),
    ("archive review", "档案审核"),
    ("state-of-mind analysis", "思想状况分析"),
)

REPORT = enumeration(
    "report",
    "报告种类",
    ("yearly report of personal matters", "个人有关事项年度报告"),
    ("report of a change in personal matters", "个人有关事项变化报告"),
    ("report for instructions", "请示报告"),
    ("report to the 12380 line", "12380举报"),
)

TRAINING = enumeration(
    "training_kind",
    "培训类别",
    ("main class", "主体班次"),
    ("sector training", "行业培训"),
    ("special session", "专题培训"),
    ("concentrated training", "集中轮训"),
    ("daily training", "日常培训"),
    ("online training", "网络培训"),
    ("degree study", "学历学位教育"),
)

CARE = enumeration(
    "care_kind",
    "关怀种类",
    ("health check", "健康体检"),
    ("birthday greeting", "生日慰问"),
    ("hospital visit", "住院看望"),
    ("condolence", "逝世吊唁"),
    ("linked leader", "领导联系"),
    ("honour at retirement", "荣誉退休"),
)

UPDATE_SOURCE = enumeration(
    "update_source",
    "更新来源",
    ("team return visit", "班子回访"),
    ("tracking at major work", "重大工作跟踪了解"),
    ("annual assessment", "年度考核"),
    ("rewards and sanctions", "奖惩情况"),
)
