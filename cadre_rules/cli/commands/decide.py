"""`decide`: a question, a record → the decision with its explanation, for every subject or for one incident.

In: a `Call`. Out: the explanation or its data on standard output. It chooses what to load; it decides nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.api import Policies, load_policies
from cadre_rules.cli import messages, output
from cadre_rules.cli.packs import existing, file_at, pack_names
from cadre_rules.cli.wording import listed
from cadre_rules.diagnostics import Text, UsageError
from cadre_rules.records import Record, read_record
from cadre_rules.vocabulary.subjects import PRESENT

if TYPE_CHECKING:
    from datetime import date

    from cadre_rules.cli.options import Call
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision


def run(call: Call) -> int:
    """Decide; the exit code is 0 whatever the answer is."""
    as_of = call.day("--as-of")
    record = read_record(file_at(call.word("RECORD")))
    policies = _policies(call, record)
    decisions = _decisions(call, policies, record, as_of)
    if call.json:
        data = [d.to_dict() for d in decisions]
        each = policies.set.questions[call.word("QUESTION")].subject in PRESENT and not call.option("--incident")
        output.json_result(data if each else data[0])
    else:
        output.result("\n\n".join(_shown(decisions, call.language)))
    return 0


def _policies(call: Call, record: Record) -> Policies:
    """Load what `--policies` and `--adoption` name, else the pack of the record's jurisdiction."""
    named, given = call.option("--policies"), call.option("--adoption")
    adoption = file_at(given) if given is not None else None
    if named is not None:
        path = existing(named)
        if adoption is not None and path.is_file():
            raise UsageError(messages.TWO_ADOPTIONS.at(first=named, second=given))
        return load_policies(path, adoption)
    if adoption is not None:
        return load_policies(adoption)
    person = record.facts.get("person")
    place = person.get("jurisdiction") if isinstance(person, dict) else None
    known = pack_names()
    if not isinstance(place, str) or place not in known:
        raise UsageError(messages.WHICH_POLICIES.at(known=listed(known)))
    said = Text(f"采用档案所载所属地区的政策包：{place}。", f"using the pack of the record's jurisdiction: {place}.")
    if not call.json:
        output.message(said, call.language)
    return load_policies(place)


def _decisions(call: Call, policies: Policies, record: Record, as_of: date | None) -> list[Decision]:
    question, incident, slow = call.word("QUESTION"), call.option("--incident"), call.flag("--slow")
    asked = policies.set.questions.get(question)
    if incident is None or asked is None:
        return policies.decide_each(question, record, as_of, slow=slow)
    if asked.subject not in PRESENT:
        raise UsageError(messages.NOT_ABOUT_INCIDENTS.at(question=question))
    return [policies.decide(question, record, as_of, subject=incident, slow=slow)]


def _shown(decisions: list[Decision], language: Language) -> list[str]:
    """Return the explanations; where there are several, each under a heading."""
    if len(decisions) == 1:
        return [decisions[0].explain(language)]
    count = len(decisions)
    return [f"═══ {i}/{count}　{d.subject.name} ═══\n\n{d.explain(language)}" for i, d in enumerate(decisions, 1)]
