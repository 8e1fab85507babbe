"""The frame of an HTML file: its head, its style inside, no script and no request."""

from pathlib import Path

from guide.document.html_parts import escape

_CSS = Path(__file__).parent / "page.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def document(title: str, body: str, *sheets: Path, more: str = "") -> str:
    """A whole HTML5 file.

    Args:
        title: for the window; escaped here.
        body: HTML that is safe already.
        sheets: style sheets that come after the one all pages share.
        more: style that comes last.

    """
    css = "\n".join(filter(None, (style(_CSS, *sheets), more.strip())))
    return f"{opening(title, css)}{body}\n{CLOSING}"


def opening(title: str, css: str) -> str:
    """The file up to the first line of its body.

    Args:
        title: for the window; escaped here.
        css: all of its style.

    """
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{escape(title)}</title>
<style>
{css}
</style>
</head>
<body>
"""


CLOSING = """</body>
</html>
"""
"""The file from the last line of its body on."""


def style(*sheets: Path) -> str:
    """Style sheets as one."""
    return "\n".join(sheet.read_text(encoding="utf-8").strip() for sheet in sheets)
