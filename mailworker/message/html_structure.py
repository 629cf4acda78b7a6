"""What the elements of an HTML mail mean: hidden, struck out, quoted, a signature; and what is too hostile to parse.

Here stands what mail programs are known to write. Whose words a line holds is decided in `spans`, from this and from
the words of the line.
"""

import re
from collections.abc import Mapping
from html import unescape

from mailworker.message.body import Label

DEEPEST = 2000
_LONGEST_TAG = 20_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_ANY_TAG = re.compile(r"<[^<>]*>")
_BREAKING_TAG = re.compile(r"<(?:/?(?:p|div|tr|table|li|h[1-6]|blockquote)|br)\b[^<>]*>", re.IGNORECASE)
_INVISIBLE_START = re.compile(r"<(style|script|head|title)\b", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")
_DATA_URI = re.compile(r"data:[a-z/+.;=-]{0,60}base64,[A-Za-z0-9+/=\s%]+", re.IGNORECASE)

# Elements that a new one of their kind closes, or that have no end: they nest no deeper however many there are.
# fmt: off
_FLAT = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "td", "th", "tr", "option", "dd", "dt", "o:p",
))
SKIPPED = frozenset((
    "head", "style", "script", "title", "template", "svg", "math", "object", "applet", "audio", "video", "canvas",
    "iframe", "noframes", "xml", "select",
))
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "ul", "caption", "summary", "legend",
))
# fmt: on
SPACED = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p"))

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0"
    r"|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)",
    re.IGNORECASE,
)
_FONT_SIZE = re.compile(r"font-size\s*:\s*(\d*\.?\d*)(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$)", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin(?:-bottom)?\s*:\s*0", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|;|\s)color\s*:\s*([#\w(),. ]{3,30})", re.IGNORECASE)

_REST_IDS = frozenset(("divRplyFwdMsg", "replySplit", "zwchr"))
_QUOTE_IDS = frozenset(("isReplyContent", "mail-editor-reference-message-container"))
_QUOTE_CLASS = re.compile(
    r"yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|ms-outlook-mobile-reference-message|moz-cite-prefix"
)
_SIGNATURE_CLASS = re.compile(r"gmail_signature|moz-signature|protonmail_signature_block")
_SIGNATURE_ID = re.compile(r"(?:x_)*(?:Signature|AppleMailSignature|ms-outlook-mobile-signature)\b", re.IGNORECASE)

Attributes = Mapping[str, str | None]


def without_data(html: str) -> str:
    """The document without the pictures that stand in it as base64."""
    return _DATA_URI.sub("", html) if "base64," in html else html


def is_hostile(html: str) -> bool:
    """Whether a parser would need quadratic time: elements too deep, or a tag too long."""
    for piece in html.split("<")[1:]:
        if len(piece) > _LONGEST_TAG and not 0 <= piece.find(">") <= _LONGEST_TAG:
            return True
    if html.count("<") < DEEPEST:
        return False
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _FLAT:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > DEEPEST:
                return True
    return False


def stripped(html: str) -> str:
    """The text of a document that is not to be parsed: comments, hidden elements and tags cut out."""
    pieces = []
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        pieces.append(html[at:start])
        end = html.find("-->", start)
        at = end + 3 if end >= 0 else len(html)
    pieces.append(html[at:])
    visible = "".join(pieces)
    lowered = visible.lower()
    lowered = lowered if len(lowered) == len(visible) else visible
    pieces, at = [], 0
    ended: dict[str, int] = {}
    while hidden := _INVISIBLE_START.search(visible, at):
        pieces.append(visible[at : hidden.start()])
        name = hidden[1].lower()
        if ended.get(name) != -1:
            ended[name] = lowered.find(f"</{name}", hidden.end())
        at = ended[name] if ended[name] >= 0 else visible.find(">", hidden.end()) + 1 or len(visible)
    pieces.append(visible[at:])
    text = unescape(_ANY_TAG.sub(" ", _BREAKING_TAG.sub("\n", "".join(pieces))))
    return _BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in text.split("\n")))


def is_hidden(attributes: Attributes) -> bool:
    """Whether nobody sees the element."""
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None


def font_is_zero(css: str) -> bool | None:
    """Whether the element's letters have no size; None where its style does not speak of their size."""
    size = _FONT_SIZE.search(css)
    return size[1].strip("0.") == "" if size and size[1] else None


def is_struck(name: str, css: str) -> bool:
    """Whether the element crosses its text out."""
    return name in ("s", "strike", "del") or ("line-through" in css and _STRUCK.search(css) is not None)


def is_tight(attributes: Attributes) -> bool:
    """Whether the paragraph has no space below it."""
    return (attributes.get("class") or "").startswith("Mso") or bool(_NO_MARGIN.search(attributes.get("style") or ""))


def starts_rest(attributes: Attributes) -> bool:
    """Whether everything from this element on is an earlier mail: Outlook, Outlook on the web, Zimbra."""
    return (
        attributes.get("id") in _REST_IDS
        or attributes.get("data-marker") == "__DIVIDER__"
        or "OutlookMessageHeader" in (attributes.get("class") or "")
    )


def label_of(name: str, attributes: Attributes) -> Label | None:
    """The label that an element's text has by its place: a quote, a forwarded mail, a signature, or None."""
    classes = attributes.get("class") or ""
    identity = attributes.get("id") or ""
    marker = attributes.get("data-marker") or ""
    if "moz-forward-container" in classes:
        return Label.FORWARD
    if name == "blockquote" and (
        attributes.get("type") == "cite"
        or attributes.get("cite")
        or "gmail_quote" in classes
        or "border-left" in (attributes.get("style") or "")
    ):
        return Label.QUOTE
    if _QUOTE_CLASS.search(classes) or identity in _QUOTE_IDS or marker == "__QUOTED_TEXT__":
        return Label.QUOTE
    if _SIGNATURE_CLASS.search(classes) or marker.startswith("__SIG_") or _SIGNATURE_ID.match(identity):
        return Label.SIGNATURE
    return None


_NAMED = {
    "red": (255, 0, 0),
    "blue": (0, 0, 255),
    "green": (0, 128, 0),
    "darkred": (139, 0, 0),
    "crimson": (220, 20, 60),
}


def hue(name: str, attributes: Attributes) -> str:
    """The colour that the element gives its text: red, green, blue, or "" for none or nearly none."""
    found = _COLOUR.search(attributes.get("style") or "")
    value = (found[1] if found else (attributes.get("color") or "") if name == "font" else "").strip().lower()
    numbers: tuple[int, ...] = _NAMED.get(value, ())
    if re.fullmatch(r"#[0-9a-f]{6}", value):
        numbers = tuple(int(value[at : at + 2], 16) for at in (1, 3, 5))
    elif rgb := re.match(r"rgba?\((\d{1,3})[, ]+(\d{1,3})[, ]+(\d{1,3})", value):
        numbers = (int(rgb[1]), int(rgb[2]), int(rgb[3]))
    if not numbers or max(numbers) - min(numbers) < 80:
        return ""
    return ("red", "green", "blue")[numbers.index(max(numbers))]
