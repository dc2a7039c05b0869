"""`now` and `today`, which depend on when they are called (DMN 1.5, 10.3.4.13)."""

from __future__ import annotations

import datetime as dt

from cadre_rules.feel.builtins.registry import builtin
from cadre_rules.feel.values import Date, DateTime


@builtin("now")
def _now() -> DateTime:
    return DateTime.of(dt.datetime.now().astimezone())


@builtin("today")
def _today() -> Date:
    return Date.of(dt.datetime.now().astimezone().date())
