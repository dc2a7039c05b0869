"""`python -m cadre_rules.synthetic …` is `cadre-rules synthetic …`."""

from __future__ import annotations

import sys

from cadre_rules.cli.main import main

if __name__ == "__main__":
    sys.exit(main(["synthetic", *sys.argv[1:]]))
