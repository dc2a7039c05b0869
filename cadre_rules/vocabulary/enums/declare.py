"""How an enumeration is declared."""

from __future__ import annotations

from cadre_rules.feel.types import Enumeration, EnumValue


def enumeration(name: str, zh: str, *values: tuple[str, str], ordered: bool = False) -> Enumeration:
    """Declare an enumeration from (English, Chinese) pairs; an ordered one names its lowest value first."""
    listed = tuple(EnumValue(en, zh_, code) for code, (en, zh_) in enumerate(values))
    return Enumeration(name, listed, zh, ordered)
