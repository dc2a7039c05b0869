"""The static type checker of policy FEEL: `check`, its result `Checked`, and the `Mention`s in it."""

from cadre_rules.feel.checker.api import Checked, check
from cadre_rules.feel.checker.flow import Mention

__all__ = ["Checked", "Mention", "check"]
