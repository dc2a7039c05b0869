"""Sources become a site: Sphinx with the theme Furo, run through its Python API.

In: `Sources` of both languages, an empty folder. Out: pages in that folder, Chinese at its root, English in `en`.
Nothing in them depends on when or where they are made. Sphinx is imported only here and in `sphinx_parts`.
"""

from __future__ import annotations

import io
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import UsageError
from cadre_rules.handbook import messages, places
from cadre_rules.handbook.terms import AROUND

if TYPE_CHECKING:
    from cadre_rules.handbook.sources import Sources

_HERE = Path(__file__).parent
_NEEDED = ("sphinx", "furo", "myst_parser")
_SPHINX = {"zh": "zh_CN", "en": "en"}


def check_generator() -> None:
    """Raise `UsageError` C050 where the generator is not installed."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError(messages.NO_GENERATOR.at(missing=", ".join(missing)))


def build(made: Sources, out: Path) -> str:
    """Write the pages of one language into a folder; return what Sphinx warned of, which should be nothing."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    warnings = io.StringIO()
    with tempfile.TemporaryDirectory(prefix="cadre-rules-handbook-") as name:
        source, work = Path(name, "source"), Path(name, "doctrees")
        for page, text in made.pages.items():
            path = source / f"{page}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        with patch_docutils(), docutils_namespace():
            app = Sphinx(
                srcdir=source,
                confdir=None,
                outdir=out,
                doctreedir=work,
                buildername="handbook",
                confoverrides=_settings(made),
                status=None,
                warning=warnings,
                freshenv=True,
            )
            app.build()
    return warnings.getvalue()


def _settings(made: Sources) -> dict[str, Any]:
    return {
        "extensions": ["myst_parser", "cadre_rules.handbook.sphinx_parts"],
        "project": made.title,
        "html_title": made.title,
        "html_short_title": made.title,
        "language": _SPHINX[made.language],
        "root_doc": places.INDEX,
        "source_suffix": {".md": "markdown"},
        "myst_enable_extensions": ["attrs_inline", "deflist"],
        "suppress_warnings": ["toc.not_included"],
        "smartquotes": False,
        "html_theme": "furo",
        "html_static_path": [str(_HERE / "assets")],
        "html_css_files": ["handbook.css"],
        "html_js_files": ["handbook.js"],
        "templates_path": [str(_HERE / "templates")],
        "html_additional_pages": {places.SEARCH: "handbook-search.html"},
        "html_sidebars": {
            "**": [
                "handbook-brand.html",
                "handbook-search-box.html",
                "sidebar/scroll-start.html",
                "handbook-navigation.html",
                "sidebar/scroll-end.html",
            ]
        },
        "html_copy_source": False,
        "html_show_sourcelink": False,
        "html_use_index": False,
        "html_domain_indices": False,
        "html_permalinks_icon": "#",
        "html_last_updated_fmt": None,
        "pygments_style": "tango",
        "handbook": {
            "language": made.language,
            "says": {key: said.in_(made.language) for key, said in AROUND.items()},
            "ways": made.ways,
            "packs": made.packs,
            "navigation": made.navigation,
        },
    }
