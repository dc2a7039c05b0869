"""Declarative cadre personnel policy, evaluated on cadre records, with explained decisions."""
