"""Notices and mails to staff to words: the Jinja2 templates of one language, and the check that finds their faults
before a mail does.

Each has three templates, templates/<language>/<kind>/{subject.txt,body.txt,body.html}; the sentences that text and HTML
share are macros in _layout/words.jinja (for colleagues: staff.jinja), compiled once for each medium, so that both say
the same and only HTML is escaped as HTML. An operator's own folder goes first, file by file. Templates are the
operator's and trusted; what senders wrote was made harmless before (letter.py, briefing.py, staff_letters.py). Sends
nothing, stores nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Literal

import css_inline
from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2 import TemplateError as JinjaError
from jinja2 import nodes as syntax
from jinja2.bccache import Bucket
from jinja2.meta import find_undeclared_variables

from mailworker import letter
from mailworker.briefing import brief
from mailworker.briefing_lines import Briefing
from mailworker.domain.digest import KIND as DIGEST
from mailworker.domain.digest import Digest
from mailworker.domain.digest_specimens import digest_specimens
from mailworker.domain.notice import Notice, NoticeKind
from mailworker.domain.orders import HELD, TRANSCRIPT, HeldMail, Transcript
from mailworker.domain.orders_specimens import held_specimens, transcript_specimens
from mailworker.domain.programme import Programme
from mailworker.domain.specimens import specimens
from mailworker.errors import Fault, TemplateError
from mailworker.resources import shipped
from mailworker.staff_letters import HeldLetter, TranscriptLetter, held_letter, transcript_letter

Formality = Literal["u", "je"]

Words = letter.Letter | Briefing | TranscriptLetter | HeldLetter
_SORTS: dict[str, type[Words]] = {DIGEST: Briefing, TRANSCRIPT: TranscriptLetter, HELD: HeldLetter}
"""What the templates of mails to staff may use; those of all other kinds use a Letter."""
_KINDS = (*(kind.value for kind in NoticeKind), *_SORTS)
FILES = ("subject.txt", "body.txt", "body.html")
_NO_TEMPLATES = ("statistics.toml",)
"""Words of a language that are not for a mail: those of the picture (plotting.py)."""
_FILTERS = {"upper_first": lambda words: words[:1].upper() + words[1:]}
_LONGEST_SUBJECT = 200
_DOUBLED = re.compile(r"(?<=\S) {2,}")
_REMEDY = "Run `mailworker check` for all faults of the templates"


@dataclass(frozen=True, slots=True)
class Service:
    """Who signs our mail. `address` is a postal or mail address; `phone` and `address` may be empty."""

    name: str
    phone: str = ""
    address: str = ""
    formality: Formality = "u"


@dataclass(frozen=True, slots=True)
class Rendered:
    """The words of one mail: `subject` is one line, `text` ends in a line end, `html` has its styles inlined."""

    subject: str
    text: str
    html: str


class Templates:
    """The templates of one language, ready to render."""

    def __init__(self, folder: Path | None, programme: Programme, service: Service) -> None:
        """`folder` holds own templates as <language>/<kind>/<file>; what it lacks is taken as shipped."""
        self._programme = programme
        self._own = folder / programme.language if folder is not None and folder != shipped("templates") else None
        self._shipped = shipped("templates") / programme.language
        if not any(place.is_dir() for place in self._places):
            raise TemplateError(
                f"There are no templates for the language {programme.language!r}",
                f"Put them in {self._places[0]}, or set another language",
            )
        self._text = self._environment(service, autoescape=False)
        self._html = self._environment(service, autoescape=True)
        # The media queries (narrow screens, dark scheme) cannot be inlined: they stay in one <style>.
        self._inliner = css_inline.CSSInliner(keep_at_rules=True, load_remote_stylesheets=False)

    def render(self, notice: Notice, now: datetime) -> Rendered:
        """The mail's words, the next session seen from `now` (aware); TemplateError names the file and the line."""
        return self._render(notice.kind.value, letter.write(notice, self._programme, now))

    def render_digest(self, digest: Digest, files: Sequence[str] = ()) -> Rendered:
        """The words of the mail that brings a digest, with the names of the files that come with it."""
        return self._render(DIGEST, brief(digest, self._programme, files))

    def render_transcript(self, transcript: Transcript) -> Rendered:
        """The words of the answer to a mail of staff."""
        return self._render(TRANSCRIPT, transcript_letter(transcript, self._programme))

    def render_held(self, mail: HeldMail, now: datetime) -> Rendered:
        """The words that tell staff of a mail that waits for them; its age is as of `now` (aware)."""
        return self._render(HELD, held_letter(mail, self._programme, now))

    def _render(self, kind: str, words: Words) -> Rendered:
        names = _names(words)
        subject, text, html = (self._fill(kind, file, names) for file in FILES)
        return Rendered(
            subject=letter.one_line(subject, _LONGEST_SUBJECT),
            text=_tidy(text),
            html=self._inliner.inline(html),
        )

    def check(self) -> tuple[Fault, ...]:
        """Every fault of every template: missing, not parsable, an unknown name; found without any real notice."""
        faults = [fault for name in self._files() for fault in self._faults_of(name)]
        if not faults:
            faults = self._faults_when_filled()
        return (*self._strangers(), *dict.fromkeys(faults))

    @property
    def _places(self) -> tuple[Path, ...]:
        return (self._own, self._shipped) if self._own is not None else (self._shipped,)

    def _environment(self, service: Service, *, autoescape: bool) -> Environment:
        environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(place) for place in self._places]),
            undefined=StrictUndefined,
            autoescape=autoescape,  # noqa: S701 - the text environment makes no HTML
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=_compiled("html" if autoescape else "text"),
        )
        formal = service.formality == "u"
        environment.globals |= {
            "you": lambda informal, polite: polite if formal else informal,
            "service": service,
            "programme": self._programme,
        }
        environment.filters |= _FILTERS
        return environment

    def _fill(self, kind: str, file: str, names: dict[str, object]) -> str:
        name = f"{kind}/{file}"
        environment = self._html if file.endswith(".html") else self._text
        try:
            return environment.get_template(name).render(names)
        except Exception as error:
            # A template may do whatever Python's expressions can; each way to fail is the template's fault.
            raise TemplateError(str(self._fault(name, error)), _REMEDY) from error

    def _files(self) -> tuple[str, ...]:
        layout = sorted({path.name for place in self._places for path in (place / "_layout").glob("*.*")})
        return (
            *(f"_layout/{name}" for name in layout),
            *(f"{kind}/{file}" for kind in _KINDS for file in FILES),
        )

    def _faults_of(self, name: str) -> list[Fault]:
        environment = self._html if name.endswith(".html") else self._text
        try:
            source = environment.loader.get_source(environment, name)[0]  # type: ignore[union-attr]
            used = _names_used(source, name, str(self._path(name)))
        except (JinjaError, OSError, UnicodeDecodeError) as error:
            return [self._fault(name, error)]
        unknown = used.keys() - environment.globals.keys() - _known_names(name)
        return [
            Fault(str(self._path(name)), f"line {used[word]}", f"{word!r} is unknown; known are {_listed(name)}")
            for word in sorted(unknown)
        ]

    def _faults_when_filled(self) -> list[Fault]:
        """Faults that only show when a template meets facts: an attribute that no row has, a wrong macro."""
        faults = []
        for kind, words in self._specimens():
            for file in FILES:
                try:
                    self._fill(kind, file, _names(words))
                except TemplateError as error:
                    faults.append(self._fault(f"{kind}/{file}", error.__cause__ or error))
        return faults

    def _specimens(self) -> Iterator[tuple[str, Words]]:
        programme, now = self._programme, datetime(2021, 7, 1, tzinfo=UTC)
        for notice in specimens(programme).values():
            yield notice.kind.value, letter.write(notice, programme, now)
        for digest in digest_specimens(programme).values():
            yield DIGEST, brief(digest, programme, ("een.xlsx",))
        for transcript in transcript_specimens(programme).values():
            yield TRANSCRIPT, transcript_letter(transcript, programme)
        for mail in held_specimens(programme).values():
            yield HELD, held_letter(mail, programme, now)

    def _strangers(self) -> list[Fault]:
        """Files of the own folder that nothing reads: a misspelt name would silently leave the shipped one in use."""
        if self._own is None:
            return []
        if not self._own.is_dir():
            return [Fault(str(self._own), "templates", "a folder with own templates; it does not exist")]
        read = {
            *self._files(),
            *_NO_TEMPLATES,
            *(str(path.relative_to(self._shipped)) for path in self._shipped.rglob("*.*")),
        }
        own = sorted(path.relative_to(self._own) for path in self._own.rglob("*.*"))
        return [
            Fault(str(self._own / path), "file name", "a name that the shipped templates have; nothing reads this file")
            for path in own
            if str(path) not in read and not path.parts[0].startswith(("_", "."))
        ]

    def _path(self, name: str) -> Path:
        return next((place / name for place in self._places if (place / name).is_file()), self._places[0] / name)

    def _fault(self, name: str, error: BaseException) -> Fault:
        file, line = self._path(name), 1
        if isinstance(error, TemplateNotFound):
            missing = str(error.name or name)
            return Fault(str(self._path(missing)), "file", f"a template; it is missing (needed for {name})")
        if isinstance(error, TemplateSyntaxError):
            known = error.filename not in {None, "<introspection>"}
            file, line = Path(str(error.filename)) if known else file, error.lineno
        else:
            trace = error.__traceback__
            while trace is not None:
                place = Path(trace.tb_frame.f_code.co_filename)
                if any(place.is_relative_to(folder) for folder in self._places):
                    file, line = place, trace.tb_lineno
                trace = trace.tb_next
        # What else a template raises may quote a fact of the mail (ValueError does): its name must be enough.
        what = str(error) if isinstance(error, JinjaError | TypeError) else type(error).__name__
        return Fault(str(file), f"line {line}", f"{what}; known are {_listed(name)}")


def _names(words: Words) -> dict[str, object]:
    return {field.name: getattr(words, field.name) for field in fields(words)}


def _known_names(name: str) -> set[str]:
    """What the template of that name may use; one of the layout is part of mails of either sort."""
    folder = name.partition("/")[0]
    sorts = (letter.Letter, *_SORTS.values()) if folder == "_layout" else (_SORTS.get(folder, letter.Letter),)
    return {field.name for sort in sorts for field in fields(sort)} | {"you", "service", "programme"}


@cache
def _names_used(source: str, name: str, file: str) -> Mapping[str, int]:
    """The names that a template uses and does not give itself, each with its first line; JinjaError: not parsable.

    Remembered, because each worker that a process assembles checks the same templates.
    """
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= _FILTERS
    tree = environment.parse(source, name, file)
    # What the template names at its top, Jinja's own search does not see from within a block.
    own = {str(node.target) for node in tree.find_all(syntax.Import)}
    named: dict[str, int] = {}
    for node in tree.find_all(syntax.Name):
        named.setdefault(node.name, node.lineno)
        if node.ctx == "store":
            own.add(node.name)
    return {word: named.get(word, 1) for word in find_undeclared_variables(tree) - own}


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, kept from one start to the next; what cannot be kept is compiled again, and nothing fails."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # the folder is full, or was tidied away while we run
            super().dump_bytecode(bucket)


def _compiled(medium: str) -> FileSystemBytecodeCache | None:
    """The folder of this user's, among the temporary files, in which they stay; None where there can be none.

    Each medium has its own files: whether a macro escapes is compiled into it.
    """
    try:
        return _Compiled(pattern=f"mailworker-{medium}-%s")
    except (RuntimeError, OSError):  # no such folder, or one that others may write to
        return None


def _listed(name: str) -> str:
    return ", ".join(sorted(_known_names(name)))


def _tidy(text: str) -> str:
    """Without what the templates' own lay-out leaves: blanks at line ends or doubled, empty lines in a row."""
    # "-- " is the one line whose blank means something: it begins the signature (RFC 3676 4.3).
    lines = [line if line == "-- " else _DOUBLED.sub(" ", line.rstrip()) for line in text.strip().splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"
