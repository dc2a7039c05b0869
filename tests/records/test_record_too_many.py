"""A list beyond any person's is refused at once, with the number found."""

from __future__ import annotations

import pytest

from cadre_rules.diagnostics import RecordError
from cadre_rules.records import Record
from cadre_rules.records.reader import MOST_ITEMS


def test_more_items_than_a_person_has() -> None:
    posts = [{"id": str(i), "start": "2020-01-01"} for i in range(MOST_ITEMS + 1)]
    with pytest.raises(RecordError) as caught:
        Record.from_dict({"posts": posts})
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.path) == ("R042", "/posts")
    assert Record.from_dict({"posts": posts[:-1]}).facts["posts"]
