"""What the person has held: posts, ranks, states of employment."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations when it runs

from cadre_rules.feel.values import Date  # noqa: TC001 - pydantic reads the annotations when it runs
from cadre_rules.vocabulary.enums.posts import CHANGE, EMPLOYMENT, ENTRY, HOLDING, POST_LEVEL, RANK, UNIT_KIND
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact


class Post(Section, zh="任职", en="post held", sorted_by=("start",), keyed_by=("id",)):
    """One stint in one post."""

    id: Known[str] = fact("编号", "本段任职的编号，在本列表内唯一", "number of this stint, unique within the list")
    post: Known[str] = fact(
        "岗位",
        "岗位的标识：同一岗位的各段任职相同，岗位改名而职责未变的仍相同",
        "identity of the post: the same in all stints of one post, also when the post was only renamed",
    )
    unit: Known[str] = fact("单位", "任职单位", "unit")
    unit_kind: Known[str] = fact("单位类别", "任职单位的类别", "kind of the unit", UNIT_KIND)
    remote_township: Known[bool] = fact("边远乡镇", "单位是否在边远乡镇", "whether the unit is in a remote township")
    title: Known[str] = fact("职务", "职务名称", "title of the post")
    level: Known[str] = fact("职务层次", "职务层次", "post level", POST_LEVEL)
    leading: Known[bool] = fact("领导职务", "是否领导职务", "whether a leading post")
    first_in_command: Known[bool] = fact(
        "主要负责人", "是否单位主要负责人（“一把手”）", "whether first in command of the unit"
    )
    internal_body_chief: Known[bool] = fact(
        "中层正职",
        "按单位职位表是否内设机构正职，不以职级判断",
        "whether chief of an internal body by the unit's table of posts, not by rank",
    )
    key_post: Known[bool] = fact("关键岗位", "是否关键岗位", "whether a key post")
    mid_level: Known[bool] = fact(
        "中层干部",
        "按单位职位表是否内设机构正职或者副职，不以职级判断",
        "whether chief or deputy of an internal body by the unit's table of posts, not by rank",
    )
    main: Known[bool] = fact("主职", "兼有数职时是否主职", "whether the main post where several are held")
    start: Known[Date] = fact(
        "起始日期",
        "任职起始日：有到任日期的取到任日期，否则取任职决定日期",
        "first day: the day of reporting where recorded, else the date of the appointing decision",
    )
    end: Maybe[Date] = fact("结束日期", "任职的最后一日；空值表示仍在任", "last day served; null: still in post")
    appointed_on: Known[Date] = fact("任职决定日期", "任职决定的日期", "date of the appointing decision")
    reported_on: Maybe[Date] = fact(
        "到任日期", "实际到任日期；空值表示没有记载", "day of reporting for duty; null: none recorded"
    )
    removed_on: Maybe[Date] = fact(
        "免职决定日期", "免职决定的日期；空值表示没有免职", "date of the removing decision; null: none"
    )
    holding: Known[str] = fact("任职方式", "任职、兼任、挂职、借调、驻村等", "how the post is held", HOLDING)
    entry: Known[str] = fact("进入方式", "以何种方式进入该岗位", "how the post was entered", ENTRY)
    change: Known[str] = fact(
        "变动类别", "与此前职务相比属于何种变动", "which kind of change against the post before", CHANGE
    )
    front_line: Known[bool] = fact(
        "基层一线", "本段任职是否属于基层一线", "whether this stint is at the grassroots front line"
    )
    full_time: Known[bool] = fact("全职", "是否全职在岗", "whether full-time in this post")
    borrowed_away: Known[bool] = fact(
        "借出", "任职期间是否被借调到其他单位工作", "whether borrowed away while keeping this post"
    )
    sent_by: Maybe[str] = fact(
        "派出单位",
        "下派、挂职、借调、支教等由哪一单位派出；空值表示不是派出任职",
        "unit that sent the person to this post, as on secondment; null: nobody did",
    )
    sent_from_outside: Known[bool] = fact(
        "外地派出", "派出单位是否在本地区以外", "whether the unit that sent the person is outside the jurisdiction"
    )
    supporting_teacher: Known[bool] = fact("支教", "是否支教", "whether the post is to support teaching elsewhere")
    acting: Known[bool] = fact(
        "代理", "是否主持工作或者代理而未正式任命", "whether acting, without a formal appointment"
    )
    exceptional: Known[bool] = fact("破格", "是否破格提拔", "whether an exceptional promotion")
    exceptional_in_years: Known[bool] = fact(
        "年限破格", "是否在任职年限上破格提拔", "whether promoted with fewer years than are asked for"
    )
    term: Maybe[str] = fact(
        "任期",
        "属于哪一任期（标识）；空值表示不实行任期制",
        "which term of office it belongs to; null: the post has no terms",
    )
    full_terms: Known[Decimal] = fact(
        "任满届数", "在本段任职中已任满的届数", "full terms of office completed in this stint", minimum=0
    )
    local_team_member: Known[bool] = fact(
        "地方党政领导成员",
        "是否地方党委、政府领导成员",
        "whether a leading member of a local Party committee or government",
    )
    hard_post: Known[bool] = fact("艰苦岗位", "是否艰苦复杂岗位或者急难险重任务", "whether a hard post or task")
    planned: Known[bool] = fact("计划安排", "是否按培养计划选派", "whether a posting by plan")
    field: Known[str] = fact("工作领域", "工作领域，如党建、经济", "field of work, such as Party building or economy")
    probation_ends_on: Maybe[Date] = fact(
        "试用期满日期",
        "任职试用期满的日期；空值表示没有试用期",
        "date on which probation ends; null: no probation",
    )
    confirmed_on: Maybe[Date] = fact(
        "转正日期",
        "试用期满正式任职的日期；空值表示尚未转正",
        "date of confirmation after probation; null: not yet",
    )
    pay_changed_on: Maybe[Date] = fact(
        "薪酬调整日期", "因该任职调整薪酬的日期；空值表示没有调整", "date of the change of pay; null: none"
    )
    document: Known[str] = fact("任职文号", "任职文件的文号", "number of the appointing document")


class Rank(Section, zh="职级任职", en="rank held", sorted_by=("start",), keyed_by=("id",)):
    """One rank held."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    rank: Known[str] = fact("职级名称", "职级", "rank", RANK)
    start: Known[Date] = fact("起始日期", "任该职级的起始日期", "first day in the rank")
    end: Maybe[Date] = fact(
        "结束日期", "任该职级的最后一日；空值表示仍任该职级", "last day in the rank; null: still held"
    )
    decided_on: Known[Date] = fact("决定日期", "晋升或者确定职级的决定日期", "date of the decision")
    document: Known[str] = fact("文号", "职级文件的文号", "number of the document")


class Employment(Section, zh="上岗情况", en="state of employment", sorted_by=("start",), keyed_by=("id",)):
    """One state of employment: trial, on post, awaiting post."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    state: Known[str] = fact("上岗状态", "试岗、上岗或者待岗", "trial, on post or awaiting post", EMPLOYMENT)
    start: Known[Date] = fact("起始日期", "起始日期", "first day")
    end: Maybe[Date] = fact("结束日期", "最后一日；空值表示持续至今", "last day; null: still so")
    reason: Known[str] = fact("事由", "事由", "reason")
