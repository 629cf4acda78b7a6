"""TOML files of the configuration as plain tables, and what is wrong with them as faults.

Knows no single setting: a model says by the `description` of its fields what is expected there. A fault never holds
a value, since any value may be a secret that was put on the wrong line.
"""

import difflib
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

from mailworker.errors import Fault

Location = tuple[int | str, ...]


class Section(BaseModel):
    """A table of a configuration file: frozen, with no other keys than it names."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


def _printable(text: str) -> str:
    # Many of these end in a mail header: a line break there would be an injected header.
    if not text.isprintable():
        raise ValueError
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError
    return text


def _mail_address(text: str) -> str:
    local, at, domain = text.rpartition("@")
    if not (local and at and domain) or any(c.isspace() or c in '@<>,;:"()[]' for c in local + domain):
        raise ValueError
    return text


def _no_bool(value: object) -> object:
    # To Python `true` is the number 1; to who wrote it, it is not.
    if isinstance(value, bool):
        raise ValueError
    return value


def _from_commas(value: object) -> object:
    if isinstance(value, str):
        return [item.strip() for item in value.split(",") if item.strip()]
    return value


Text = Annotated[str, AfterValidator(_printable), Field(description="a text on one line")]
Name = Annotated[Text, AfterValidator(_filled), Field(description="a text on one line, not empty")]
MailAddress = Annotated[Text, AfterValidator(_mail_address), Field(description="a mail address")]
Count = Annotated[int, BeforeValidator(_no_bool), Field(ge=1, description="a whole number, 1 or more")]
Seconds = Annotated[float, BeforeValidator(_no_bool), Field(gt=0, le=86400, description="a number of seconds above 0")]
Texts = Annotated[tuple[Name, ...], BeforeValidator(_from_commas), Field(description="a list of texts")]
Addresses = Annotated[
    tuple[MailAddress, ...], BeforeValidator(_from_commas), Field(description="a list of mail addresses")
]


def read(path: Path) -> tuple[dict[str, Any], list[Fault]]:
    """The tables of a TOML file; an empty table and a fault when it cannot be read or is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except OSError as error:
        return {}, [Fault(str(path), "file", f"a readable file ({error.strerror})")]
    except UnicodeDecodeError:
        return {}, [Fault(str(path), "file", "text in UTF-8")]
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).rpartition(" (")
        return {}, [Fault(str(path), where.removesuffix(")").removeprefix("at "), f"correct TOML: {what}")]


def faults(error: ValidationError, model: type[BaseModel], place: Callable[[Location], tuple[str, str]]) -> list[Fault]:
    """Each thing that validation found wrong; `place` says in which file and under which key a location stands."""
    found = []
    for detail in error.errors(include_input=False, include_url=False):
        file, key = place(detail["loc"])
        found.append(Fault(file, key, _expected(detail["type"], detail.get("ctx", {}), model, detail["loc"])))
    return list(dict.fromkeys(found))


def hint(name: str, known: Iterable[str]) -> str:
    """What to say of a name that nobody knows: the nearest that is known, else all of them."""
    known = sorted(known)
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {near[0]}?" if near else f"known are {', '.join(known)}"


def key_of(loc: Location, tables: Any) -> str:
    """A location as a person finds it in the file: items of a list by their id or name, else by number from 1."""
    key = ""
    for part in loc:
        try:
            tables = tables[part]
        except (KeyError, IndexError, TypeError):
            tables = None
        if isinstance(part, str):
            key += f".{part}" if key else part
        else:
            named = (tables.get("id") or tables.get("name")) if isinstance(tables, dict) else None
            key += f"[{named if isinstance(named, str) else part + 1}]"
    return key


def _expected(kind: str, context: dict[str, Any], model: type[BaseModel], loc: Location) -> str:
    within, description = _look_up(model, loc)
    if kind == "extra_forbidden":
        return f"no such key; {hint(str(loc[-1]), within.model_fields)}"
    own_words = str(context["error"]) if kind == "value_error" else ""
    if own_words:
        return own_words
    return f"{description}; it is missing" if kind == "missing" else description


def _look_up(model: type[BaseModel], loc: Location) -> tuple[type[BaseModel], str]:
    """The model in which a location ends, and what it expects there."""
    names = [part for part in loc if isinstance(part, str)]
    for name in names[:-1]:
        field = model.model_fields.get(name)
        model = (_model_in(field.annotation) if field else None) or model
    last = model.model_fields.get(names[-1]) if names else None
    return model, (_description(last) if last else None) or "a section with keys of its own"


def _description(field: FieldInfo) -> str | None:
    """What the field expects; of `Port | None` what Port expects."""
    metadata = (known for part in get_args(field.annotation) for known in getattr(part, "__metadata__", ()))
    inner = (known.description for known in metadata if isinstance(known, FieldInfo))
    return field.description or next(inner, None)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)
