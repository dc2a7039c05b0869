"""Rolls of made-up cadres: realistic, consistent, repeatable, of any size; for tests, demonstrations, benchmarks.

>>> Roll(seed=1, size=10)[0]["person"]["name"]
'示例甲子1'
"""

from cadre_rules.synthetic.roll import PEOPLE, Roll

__all__ = ["PEOPLE", "Roll"]
