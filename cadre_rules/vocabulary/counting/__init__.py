"""How spans are counted: days, months, service, stretches, runs of years, age, working days.

Each domain function is a core over integers, called by the kernel as it stands, and by the interpreter
through `wrappers`. `functions.FUNCTIONS` is the table. The conventions are explained in `docs/counting.md`.
"""
