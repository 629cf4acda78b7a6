"""The text that a reader sees in an HTML mail, line by line, with what its structure tells of each line.

Not a renderer: no styles but those that hide or strike out text, no links, no pictures. The cells of a table's row
stand on one line with tabs between them. The guards keep the parser linear on hostile input.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from mailworker.message.body import Label

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

HTML_LIMIT = 2 * 1024 * 1024
_DEEPEST = 2000
_LONGEST_TAG = 20_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_ANY_TAG = re.compile(r"<[^<>]*>")
_BLOCK_TAG = re.compile(r"<(?:/?(?:p|div|tr|table|li|h[1-6]|blockquote)|br)\b[^<>]*>", re.IGNORECASE)
_HIDDEN_ELEMENT = re.compile(r"<(style|script|head|title)\b", re.IGNORECASE)
_DATA_URI = re.compile(r"data:[a-z/+.;=-]{0,60}base64,[A-Za-z0-9+/=\s%]+", re.IGNORECASE)
_SELF_CLOSING = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "option",
        "dd",
        "dt",
        "o:p",
    )
)
_SKIPPED = frozenset(
    (
        "head",
        "style",
        "script",
        "title",
        "template",
        "svg",
        "math",
        "object",
        "applet",
        "audio",
        "video",
        "canvas",
        "iframe",
        "noframes",
        "xml",
        "select",
    )
)
_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
        "summary",
        "legend",
    )
)
_SPACED = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p"))
_WHITE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0", re.IGNORECASE)
_FONT_SIZE = re.compile(r"font-size\s*:\s*(\d*\.?\d*)(?:px|pt|em|rem|%)?\s*(?:!important\s*)?(?:;|$)", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE)
_NO_MARGIN = re.compile(r"margin\s*:\s*0|margin-bottom\s*:\s*0", re.IGNORECASE)
_QUOTE_CLASS = re.compile(
    r"\b(?:yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|ms-outlook-mobile-reference-message|moz-cite-prefix)\b"
)
_QUOTE_IDS = frozenset(("isReplyContent", "mail-editor-reference-message-container", "mailcontent_quoted"))
_REST_IDS = frozenset(("divRplyFwdMsg", "replySplit", "zwchr", "OLK_SRC_BODY_SECTION"))
_SIGNATURE_CLASS = re.compile(r"\b(?:gmail_signature|moz-signature|protonmail_signature_block|email-signature)\b")
_SIGNATURE_IDS = re.compile(r"Signature$|AppleMailSignature|ms-outlook-mobile-signature|signature_block", re.IGNORECASE)

STRUCK_START, STRUCK_END = "\ue000", "\ue001"
"""Private characters around what the sender crossed out; `body` takes them out again."""


@dataclass(frozen=True, slots=True)
class HtmlLine:
    """A visible line, and the label that the document's structure gives it, if any."""

    text: str
    hint: Label | None = None


def html_lines(html: str) -> list[HtmlLine]:
    """The visible lines of this document, in linear time."""
    html = html[:HTML_LIMIT].replace("\0", "").replace(STRUCK_START, "").replace(STRUCK_END, "")
    html = _DATA_URI.sub("", html)
    if _is_hostile(html):
        return [HtmlLine(_tidy(line)) for line in _stripped(html).split("\n")]
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(html).root
    page = _Page()
    if root is not None:
        page.read(root)
    return page.finished()


def _is_hostile(html: str) -> bool:
    """Whether the parser would need quadratic time: too deep, or a tag too long."""
    if any(len(piece) > _LONGEST_TAG and not 0 <= piece.find(">") <= _LONGEST_TAG for piece in html.split("<")[1:]):
        return True
    if html.count("<") < _DEEPEST:
        return False
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _SELF_CLOSING:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def _stripped(html: str) -> str:
    pieces = []
    at = 0
    while (start := html.find("<!--", at)) >= 0:
        pieces.append(html[at:start])
        end = html.find("-->", start)
        at = end + 3 if end >= 0 else len(html)
    pieces.append(html[at:])
    visible = "".join(pieces)
    pieces, at = [], 0
    while hidden := _HIDDEN_ELEMENT.search(visible, at):
        pieces.append(visible[at : hidden.start()])
        end = visible.lower().find(f"</{hidden[1].lower()}", hidden.end()) if len(pieces) < 50 else -1
        at = end if end >= 0 else len(visible)
    pieces.append(visible[at:])
    return unescape(_ANY_TAG.sub(" ", _BLOCK_TAG.sub("\n", "".join(pieces))))


def _tidy(text: str) -> str:
    return _WHITE.sub(" ", text.replace("\xa0", " ")).strip()


@dataclass(frozen=True, slots=True)
class _Style:
    """What an element's children inherit."""

    hint: Label | None = None
    shown: bool = True
    hidden: bool = False
    struck: bool = False
    preformatted: bool = False
    ordered: bool = False


@dataclass(slots=True)
class _Buffer:
    """The lines of the document or of one cell, and the line that is being written."""

    lines: list[HtmlLine] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    hint: Label | None = None

    def write(self, text: str, style: _Style) -> None:
        if not self.pieces:
            self.hint = style.hint
        elif self.hint is not style.hint and text.strip():
            if "".join(self.pieces).strip():
                self.flush()
            self.hint = style.hint
        self.pieces.append(f"{STRUCK_START}{text}{STRUCK_END}" if style.struck and text.strip() else text)

    def flush(self) -> None:
        """Ends the line; a line that holds only a no-break space is a blank one, a line of nothing is none."""
        text = "".join(self.pieces)
        if text.strip(" \t\n\r\f"):
            self.lines.append(
                HtmlLine(text if "\n" in text else _WHITE.sub(_narrow, text.replace("\xa0", " ")).strip(), self.hint)
            )
        self.pieces = []

    def blank(self, hint: Label | None) -> None:
        if self.lines and self.lines[-1].text:
            self.lines.append(HtmlLine("", hint))


def _narrow(white: re.Match[str]) -> str:
    return "\t" if "\t" in white[0] else " "


@dataclass(slots=True)
class _Row:
    cells: list[tuple[_Buffer, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Page:
    """One walk over a document, with a stack of its own: the interpreter's would overflow."""

    buffers: list[_Buffer] = field(default_factory=lambda: [_Buffer()])
    rows: list[_Row] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)
    rest: bool = False

    def read(self, root: "LexborNode") -> None:
        todo: list[tuple[LexborNode | None, str, _Style, bool]] = [(root, "", _Style(), False)]
        while todo:
            node, tag, style, leaving = todo.pop()
            if leaving:
                self._leave(tag, style)
                continue
            if node is None:
                continue
            name = node.tag or ""
            if name == "-text":
                self._text(node.text_content or "", style)
            elif not name.startswith(("-", "!")) and name not in _SKIPPED:
                inner = self._enter(node, name, style)
                if inner is not None:
                    todo.append((None, name, inner, True))
                    children = list(_children(node))
                    todo.extend((child, "", inner, False) for child in reversed(children))

    def finished(self) -> list[HtmlLine]:
        while len(self.buffers) > 1:
            inner = self.buffers.pop()
            inner.flush()
            self.buffers[-1].lines += inner.lines
        self.buffers[0].flush()
        return self.buffers[0].lines

    def _text(self, text: str, style: _Style) -> None:
        if not style.shown:
            return
        out = self.buffers[-1]
        if style.preformatted:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._break(style)
                out.write(line.replace("\t", "    "), style)
            return
        collapsed = _WHITE.sub(" ", text)
        if collapsed != " " or out.pieces:
            out.write(collapsed, style)

    def _break(self, style: _Style) -> None:
        out = self.buffers[-1]
        if "".join(out.pieces).strip(" \t\n\r\f"):
            out.flush()
        else:
            out.pieces = []
            out.lines.append(HtmlLine("", style.hint))

    def _enter(self, node: "LexborNode", name: str, style: _Style) -> _Style | None:
        if name == "br":
            if style.shown:
                self._break(style)
            return None
        inner = self._inherit(node, name, style)
        if inner.hidden:
            return None
        if name in _BLOCKS and name != "html":
            self.buffers[-1].flush()
            if name in _SPACED and not _is_tight(node):
                self.buffers[-1].blank(inner.hint)
        if name == "tr":
            self.rows.append(_Row())
        elif name in ("td", "th"):
            self.buffers.append(_Buffer())
        elif name in ("ul", "ol"):
            self.counters.append(0)
        elif name == "li":
            self._bullet(inner)
        elif name == "hr":
            self.buffers[-1].lines.append(HtmlLine("_" * 32, inner.hint))
            return None
        elif name == "input":
            self._input(node, inner)
            return None
        return inner

    def _leave(self, name: str, style: _Style) -> None:
        if name in ("td", "th") and len(self.buffers) > 1:
            cell = self.buffers.pop()
            cell.flush()
            if self.rows:
                self.rows[-1].cells.append((cell, 1))
            else:
                self.buffers[-1].lines += cell.lines
        elif name == "tr" and self.rows:
            self._write_row(self.rows.pop())
        elif name in ("ul", "ol") and self.counters:
            self.counters.pop()
        if name in _BLOCKS:
            self.buffers[-1].flush()
            if name in _SPACED and name != "p":
                self.buffers[-1].blank(style.hint)

    def _write_row(self, row: _Row) -> None:
        out = self.buffers[-1]
        out.flush()
        texts = [[line for line in cell.lines if line.text] for cell, _ in row.cells]
        filled = [lines for lines in texts if lines]
        if len(row.cells) > 1 and filled and all(len(lines) <= 1 for lines in texts):
            out.lines.append(HtmlLine("\t".join(lines[0].text if lines else "" for lines in texts), filled[0][0].hint))
            return
        for cell, _ in row.cells:
            out.lines += cell.lines

    def _bullet(self, style: _Style) -> None:
        if not style.shown:
            return
        if style.ordered and self.counters:
            self.counters[-1] += 1
            self.buffers[-1].write(f"{self.counters[-1]}. ", style)
        else:
            self.buffers[-1].write("- ", style)

    def _input(self, node: "LexborNode", style: _Style) -> None:
        attributes = node.attributes
        kind = (attributes.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            self.buffers[-1].write("[x] " if "checked" in attributes else "[ ] ", style)
        elif kind == "text" and attributes.get("value"):
            self.buffers[-1].write(attributes["value"] or "", style)

    def _inherit(self, node: "LexborNode", name: str, style: _Style) -> _Style:
        attributes = node.attributes
        hidden = False
        hint, shown, struck = style.hint, style.shown, style.struck or name in ("s", "strike", "del")
        if attributes:
            css = attributes.get("style") or ""
            if css:
                if _HIDDEN.search(css) or "hidden" in attributes:
                    hidden = True
                elif size := _FONT_SIZE.search(css):
                    shown = size[1].strip("0.") != ""
                struck = struck or _STRUCK.search(css) is not None
            hint = self._hint(attributes, name, css, hint)
        elif self.rest:
            hint = hint or Label.QUOTE
        return _Style(
            hint,
            shown,
            hidden,
            struck,
            style.preformatted or name == "pre",
            name == "ol" if name in ("ul", "ol") else style.ordered,
        )

    def _hint(self, attributes: dict[str, str | None], name: str, css: str, hint: Label | None) -> Label | None:
        classes = attributes.get("class") or ""
        identity = attributes.get("id") or ""
        marker = attributes.get("data-marker") or ""
        if identity in _REST_IDS or marker == "__DIVIDER__" or "OutlookMessageHeader" in classes:
            self.rest = True
        if self.rest:
            return hint if hint in (Label.QUOTE, Label.FORWARD) else Label.QUOTE
        if hint is not None:
            return hint
        if "moz-forward-container" in classes:
            return Label.FORWARD
        if name == "blockquote" and (
            attributes.get("type") == "cite"
            or attributes.get("cite")
            or "gmail_quote" in classes
            or "border-left" in css
        ):
            return Label.QUOTE
        if _QUOTE_CLASS.search(classes) or identity in _QUOTE_IDS or marker == "__QUOTED_TEXT__":
            return Label.QUOTE
        if _SIGNATURE_CLASS.search(classes) or marker == "__SIG_POST__" or _SIGNATURE_IDS.match(identity):
            return Label.SIGNATURE
        return None


def _is_tight(node: "LexborNode") -> bool:
    attributes = node.attributes
    return (attributes.get("class") or "").startswith("Mso") or bool(_NO_MARGIN.search(attributes.get("style") or ""))


def _children(node: "LexborNode") -> Iterator["LexborNode"]:
    child = node.child
    while child is not None:
        yield child
        child = child.next
