"""What a fact that is true or false says of its holder: 属于基层一线 / 不属于基层一线.

In: nothing. Out: `PREDICATES`, the two statements of each such fact, by the Chinese name of the fact.
"""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Text

PREDICATES: Final = {
    "选调生": (
        Text("是选调生", "is a selected graduate"),
        Text("不是选调生", "is not a selected graduate"),
    ),
    "经过考评准入": (
        Text("经过考评准入", "passed the entry review"),
        Text("未经考评准入", "did not pass the entry review"),
    ),
    "边远乡镇": (
        Text("在边远乡镇", "is in a remote township"),
        Text("不在边远乡镇", "is not in a remote township"),
    ),
    "领导职务": (
        Text("是领导职务", "is a leading post"),
        Text("不是领导职务", "is not a leading post"),
    ),
    "中层正职": (
        Text("是中层正职", "is chief of an internal body"),
        Text("不是中层正职", "is not chief of an internal body"),
    ),
    "主职": (
        Text("是主职", "is the main post"),
        Text("不是主职", "is not the main post"),
    ),
    "基层一线": (
        Text("属于基层一线", "is at the grassroots front line"),
        Text("不属于基层一线", "is not at the grassroots front line"),
    ),
    "全职": (
        Text("全职在岗", "is full-time"),
        Text("不是全职在岗", "is not full-time"),
    ),
    "外地派出": (
        Text("由外地派出", "was sent from outside"),
        Text("不是由外地派出", "was not sent from outside"),
    ),
    "支教": (
        Text("属于支教", "is to support teaching"),
        Text("不属于支教", "is not to support teaching"),
    ),
    "借出": (
        Text("被借调外出", "is borrowed away"),
        Text("未被借调外出", "is not borrowed away"),
    ),
    "代理": (
        Text("属于代理或者主持工作", "is acting"),
        Text("不属于代理或者主持工作", "is not acting"),
    ),
    "破格": (
        Text("属于破格", "is exceptional"),
        Text("不属于破格", "is not exceptional"),
    ),
    "艰苦岗位": (
        Text("属于艰苦岗位", "is a hard post or task"),
        Text("不属于艰苦岗位", "is not a hard post or task"),
    ),
    "计划安排": (
        Text("按培养计划选派", "is a posting by plan"),
        Text("不是按培养计划选派", "is not a posting by plan"),
    ),
    "参加考核": (
        Text("参加了考核", "was assessed"),
        Text("未参加考核", "was not assessed"),
    ),
    "已参训": (
        Text("已参训", "was attended"),
        Text("未参训", "was not attended"),
    ),
    "考试合格": (
        Text("考试合格", "was passed"),
        Text("考试不合格", "was not passed"),
    ),
    "动议未结": (
        Text("任用动议未结", "has an open appointment motion"),
        Text("没有未结的任用动议", "has no open appointment motion"),
    ),
    "查核一致": (
        Text("查核一致", "was verified as consistent"),
        Text("查核不一致", "was found inconsistent"),
    ),
    "主要负责人": (
        Text("是单位主要负责人", "is first in command of the unit"),
        Text("不是单位主要负责人", "is not first in command of the unit"),
    ),
    "组织需求": (
        Text("结合组织需求", "meets a need of the organisation"),
        Text("没有结合组织需求", "meets no need of the organisation"),
    ),
    "岗位需求": (
        Text("结合岗位需求", "meets a need of the post"),
        Text("没有结合岗位需求", "meets no need of the post"),
    ),
    "个人需求": (
        Text("结合个人需求", "meets a need of the person"),
        Text("没有结合个人需求", "meets no need of the person"),
    ),
    "专职教师": (
        Text("有党校专职教师授课", "is taught by the school's own teachers too"),
        Text("没有党校专职教师授课", "is taught by none of the school's own teachers"),
    ),
    "特聘教师": (
        Text("有特聘教师授课", "is taught by specially engaged teachers too"),
        Text("没有特聘教师授课", "is taught by no specially engaged teacher"),
    ),
    "实操型": (
        Text("是实操型专题培训", "is practical training on a subject"),
        Text("不是实操型专题培训", "is not practical training on a subject"),
    ),
    "案例式模拟训练": (
        Text("采用案例式“模拟训练”", "uses case studies"),
        Text("没有采用案例式“模拟训练”", "uses no case studies"),
    ),
    "情景式互动训练": (
        Text("采用情景式“互动训练”", "plays scenes interactively"),
        Text("没有采用情景式“互动训练”", "plays no scenes interactively"),
    ),
    "实战式仿真训练": (
        Text("采用实战式“仿真训练”", "simulates real work"),
        Text("没有采用实战式“仿真训练”", "simulates no real work"),
    ),
    "推演式创新训练": (
        Text("采用推演式“创新训练”", "works scenarios through"),
        Text("没有采用推演式“创新训练”", "works no scenarios through"),
    ),
    "现身说法式示范训练": (
        Text("采用现身说法式“示范训练”", "is demonstrated by those who did it"),
        Text("没有采用现身说法式“示范训练”", "is not demonstrated by those who did it"),
    ),
    "主体班次课程": (
        Text("是主体班次的课程", "is of a main class"),
        Text("不是主体班次的课程", "is not of a main class"),
    ),
    "领导干部讲课": (
        Text("由领导干部讲授", "is taught by a leading cadre"),
        Text("不是由领导干部讲授", "is not taught by a leading cadre"),
    ),
    "新思想课程": (
        Text("是新思想课程", "is on the new thought"),
        Text("不是新思想课程", "is not on the new thought"),
    ),
    "首课": (
        Text("是首课", "is the first lesson"),
        Text("不是首课", "is not the first lesson"),
    ),
    "主课": (
        Text("是主课", "is a main lesson"),
        Text("不是主课", "is not a main lesson"),
    ),
    "必修课": (
        Text("是必修课", "is a required lesson"),
        Text("不是必修课", "is not a required lesson"),
    ),
    "同意": (
        Text("同意", "consents"),
        Text("不同意", "does not consent"),
    ),
    "专业对口": (
        Text("专业相似或者对口", "matches the post in its specialty"),
        Text("专业不相似、不对口", "does not match the post in its specialty"),
    ),
    "关键岗位": (
        Text("是关键岗位", "is a key post"),
        Text("不是关键岗位", "is not a key post"),
    ),
    "中层干部": (
        Text("是中层干部职务", "is a mid-level post"),
        Text("不是中层干部职务", "is not a mid-level post"),
    ),
    "年限破格": (
        Text("在任职年限上破格", "is exceptional in the years of service"),
        Text("没有在任职年限上破格", "is not exceptional in the years of service"),
    ),
    "地方党政领导成员": (
        Text("是地方党委、政府领导成员", "is in a local leading team"),
        Text("不是地方党委、政府领导成员", "is not in a local leading team"),
    ),
    "因问责": (
        Text("因被问责而作出", "is for accountability"),
        Text("不是因被问责而作出", "is not for accountability"),
    ),
    "地域回避职务": (
        Text("是须实行地域回避的职务", "has to avoid the home place"),
        Text("不是须实行地域回避的职务", "need not avoid the home place"),
    ),
    "提高比例获批": (
        Text("提高优秀等次比例经过批准", "has a higher share approved"),
        Text("提高优秀等次比例没有经过批准", "has no higher share approved"),
    ),
    "班子成员": (
        Text("是现任班子成员", "is in the leading team"),
        Text("不是现任班子成员", "is not in the leading team"),
    ),
    "党组织职务": (
        Text("是村（社区）党组织职务", "is a post of the Party organisation"),
        Text("不是村（社区）党组织职务", "is not a post of the Party organisation"),
    ),
    "村居委会职务": (
        Text("是村（居）民委员会职务", "is a post of the residents' committee"),
        Text("不是村（居）民委员会职务", "is not a post of the residents' committee"),
    ),
    "补充人选": (
        Text("是尚未进入班子的人选", "is a candidate for the team"),
        Text("不是尚未进入班子的人选", "is not a candidate for the team"),
    ),
    "属于重大决策": (
        Text("属于重大决策", "is a major decision"),
        Text("不属于重大决策", "is not a major decision"),
    ),
    "单位负责人": (
        Text("拟任单位负责人", "is for the head of a unit"),
        Text("不是拟任单位负责人", "is not for the head of a unit"),
    ),
    "属于提拔": (
        Text("属于提拔", "is a promotion"),
        Text("不属于提拔", "is not a promotion"),
    ),
    "已退出": (
        Text("已退出选拔", "has withdrawn"),
        Text("没有退出选拔", "has not withdrawn"),
    ),
    "选人用人类": (
        Text("反映选人用人问题", "is about the selection of cadres"),
        Text("不反映选人用人问题", "is not about the selection of cadres"),
    ),
}
