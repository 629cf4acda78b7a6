"""The text that a reader sees in an HTML mail, line by line, with what its structure tells of each line.

Not a renderer: of all styles only those count that hide, strike out or (on demand) colour text. The cells of a table's
row stand on one line with a tab between them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mailworker.message import html_structure as structure
from mailworker.message.body import Label
from mailworker.message.tables import Buffer, HtmlLine, Table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

HTML_LIMIT = 2 * 1024 * 1024
STRUCK_START, STRUCK_END = "\ue000", "\ue001"
"""Private characters around what the sender crossed out; `body` takes them out again."""

_WHITE = re.compile(r"[ \t\n\r\f]+")
_CELLS = frozenset(("td", "th"))
_LISTS = frozenset(("ul", "ol"))


def html_lines(html: str, answers_in: str = "") -> list[HtmlLine]:
    """The visible lines of this document, in linear time.

    `answers_in` is a hue (red, green, blue, or any): text of that colour is the sender's own, wherever it stands.
    """
    html = structure.without_data(html[:HTML_LIMIT].replace("\0", "").translate({0xE000: None, 0xE001: None}))
    if structure.is_hostile(html):
        return [HtmlLine(_WHITE.sub(" ", line).strip()) for line in structure.stripped(html).split("\n")]
    from selectolax.lexbor import LexborHTMLParser

    page = _Page(answers_in)
    if (root := LexborHTMLParser(html).root) is not None:
        page.read(root)
    return page.finished()


@dataclass(frozen=True, slots=True)
class _Style:
    """What an element's children inherit."""

    hint: Label | None = None
    shown: bool = True
    struck: bool = False
    preformatted: bool = False
    ordered: bool = False


@dataclass(slots=True)
class _Page:
    """One walk over a document, with a stack of its own: the interpreter's would overflow."""

    answers_in: str
    buffers: list[Buffer] = field(default_factory=lambda: [Buffer()])
    tables: list[Table] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)
    rest: bool = False

    def read(self, root: "LexborNode") -> None:
        todo: list[tuple[LexborNode, _Style, bool]] = [(root, _Style(), False)]
        while todo:
            node, style, leaving = todo.pop()
            name = node.tag or ""
            if leaving:
                self._leave(name, style)
            elif name == "-text":
                self._text(node.text_content or "", style)
            elif name[:1] not in "-!" and name not in structure.SKIPPED:
                inner = self._enter(node, name, style)
                if inner is not None:
                    todo.append((node, inner, True))
                    todo.extend((child, inner, False) for child in reversed(list(_children(node))))

    def finished(self) -> list[HtmlLine]:
        self.buffers[0].flush()
        return self.buffers[0].lines

    def _text(self, text: str, style: _Style) -> None:
        out = self.buffers[-1]
        if not style.shown:
            return
        if style.preformatted:
            for number, line in enumerate(text.split("\n")):
                if number:
                    out.end_line(style.hint)
                self._write(line.replace("\t", "    "), style)
        else:
            collapsed = _WHITE.sub(" ", text)
            if collapsed != " " or out.pieces:
                self._write(collapsed, style)

    def _write(self, text: str, style: _Style) -> None:
        if style.struck and not text.isspace():
            text = f"{STRUCK_START}{text}{STRUCK_END}"
        self.buffers[-1].write(text, style.hint)

    def _enter(self, node: "LexborNode", name: str, style: _Style) -> _Style | None:
        out = self.buffers[-1]
        if name == "br":
            if style.shown:
                out.end_line(style.hint)
            return None
        attributes = node.attributes
        if attributes and structure.is_hidden(attributes):
            return None
        inner = self._inherit(name, attributes, style)
        if name in structure.BLOCKS and not out.holds_only_bullet:
            out.flush()
            if name in structure.SPACED and not structure.is_tight(attributes):
                out.blank(inner.hint)
        if name == "table":
            self.tables.append(Table())
        elif name == "tr" and self.tables:
            self.tables[-1].start_row()
        elif name in _CELLS:
            self.buffers.append(Buffer(columns=_span(attributes, "colspan"), rows=_span(attributes, "rowspan")))
        elif name in _LISTS:
            self.counters.append(0)
        elif name == "li" and inner.shown:
            self._write(self._bullet(inner), inner)
            out.holds_only_bullet = True
        elif name == "hr":
            out.flush()
            out.lines.append(HtmlLine("_" * 32, inner.hint))
        elif name == "input":
            self._write(_control(attributes), inner)
        return inner

    def _leave(self, name: str, style: _Style) -> None:
        if name in _CELLS:
            cell = self.buffers.pop()
            cell.flush()
            if self.tables:
                self.tables[-1].add(cell)
            else:
                self.buffers[-1].lines += cell.lines
        elif name == "table":
            table = self.tables.pop()
            out = self.buffers[-1]
            out.flush()
            out.lines += table.lines()
            out.holds_table = True
        elif name in _LISTS:
            self.counters.pop()
        if name in structure.BLOCKS:
            self.buffers[-1].flush()
            if name in structure.SPACED and name != "p":
                self.buffers[-1].blank(style.hint)

    def _bullet(self, style: _Style) -> str:
        if not style.ordered or not self.counters:
            return "- "
        self.counters[-1] += 1
        return f"{self.counters[-1]}. "

    def _inherit(self, name: str, attributes: structure.Attributes, style: _Style) -> _Style:
        hint, shown = style.hint, style.shown
        css = ""
        if attributes:
            css = attributes.get("style") or ""
            if "font-size" in css and (zero := structure.font_is_zero(css)) is not None:
                shown = not zero
            self.rest = self.rest or structure.starts_rest(attributes)
            if hint is None:
                hint = structure.label_of(name, attributes)
            if self.answers_in and (found := structure.hue(name, attributes)) and self.answers_in in (found, "any"):
                hint = Label.OWN
        if self.rest and hint in (None, Label.SIGNATURE):
            hint = Label.QUOTE
        struck = style.struck or structure.is_struck(name, css)
        if hint is style.hint and shown is style.shown and struck is style.struck and name not in ("pre", "ul", "ol"):
            return style
        return replace(
            style,
            hint=hint,
            shown=shown,
            struck=struck,
            preformatted=style.preformatted or name == "pre",
            ordered=name == "ol" if name in _LISTS else style.ordered,
        )


def _children(node: "LexborNode") -> Iterator["LexborNode"]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _control(attributes: structure.Attributes) -> str:
    """A form's control as text: people paste forms into mail."""
    kind = (attributes.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "[x] " if "checked" in attributes else "[ ] "
    return (attributes.get("value") or "") if kind == "text" else ""


def _span(attributes: structure.Attributes, name: str) -> int:
    value = attributes.get(name) or "1"
    return max(1, int(value)) if value.isdecimal() and len(value) < 4 else 1
