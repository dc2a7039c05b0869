"""What the wheel has to carry: the packs, the example adoptions that their cases name, pages of the handbook."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_packs_and_example_adoptions_are_in_the_wheel() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    included = build["targets"]["wheel"]["force-include"]
    assert included == {
        "policies": "cadre_rules/_packs",
        "examples/adoptions": "cadre_rules/examples/adoptions",
        "docs/counting.md": "cadre_rules/handbook/pages/counting.md",
        "docs/counting.zh-CN.md": "cadre_rules/handbook/pages/counting.zh-CN.md",
    }
    assert all((ROOT / source).exists() for source in included)
