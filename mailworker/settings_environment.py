"""The environment's share of the settings: MAILWORKER_SECTION__KEY, and MAILWORKER_SECTION__KEY_FILE for a secret.

A variable that begins with MAILWORKER_ and that nobody knows is a fault: a typing error would otherwise leave a
default in force without a word. No value of a variable ever stands in a fault.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, SecretStr

from mailworker.config_files import Location
from mailworker.errors import Fault

PREFIX = "MAILWORKER_"
CONFIG = "MAILWORKER_CONFIG"
ENVIRONMENT = "environment"
# Read by the tests of this very project; a developer has it in the shell in which he starts the worker.
_ELSEWHERE = {CONFIG, "MAILWORKER_TEST_REQUIRE_SERVERS"}


@dataclass(frozen=True, slots=True)
class Environment:
    """What the variables set: `given` and `secrets` (from files) as nested tables, `names` by the setting they set."""

    given: dict[str, Any] = field(default_factory=dict)
    secrets: dict[str, Any] = field(default_factory=dict)
    names: dict[Location, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def from_environment(model: type[BaseModel], environ: Mapping[str, str]) -> Environment:
    """What these variables set of the model's sections and keys."""
    found = Environment()
    variables = dict(_variables(model))
    files = {f"{name}_FILE": loc for name, (loc, secret) in variables.items() if secret}
    for name in sorted(environ):
        if not name.upper().startswith(PREFIX) or name in _ELSEWHERE:
            continue
        if name in variables:
            loc, _ = variables[name]
            _put(found.given, loc, environ[name])
            found.names.setdefault(loc, name)
        elif name in files:
            loc = files[name]
            found.names[loc] = name
            _read_secret(found, name, loc, Path(environ[name]))
        else:
            known = [*variables, *files, CONFIG]
            found.faults.append(Fault(ENVIRONMENT, name, f"no such variable; {_nearest(name, known)}"))
    return found


def _variables(model: type[BaseModel]) -> list[tuple[str, tuple[Location, bool]]]:
    """Each variable's name, the setting that it sets, and whether that is a secret."""
    found: list[tuple[str, tuple[Location, bool]]] = []
    for section, whole in model.model_fields.items():
        keys = getattr(whole.annotation, "model_fields", None)
        if keys is None:
            found.append((f"{PREFIX}{section.upper()}", ((section,), False)))
            continue
        for key, one in keys.items():
            secret = one.annotation is SecretStr or SecretStr in get_args(one.annotation)
            found.append((f"{PREFIX}{section.upper()}__{key.upper()}", ((section, key), secret)))
    return found


def _read_secret(found: Environment, name: str, loc: Location, path: Path) -> None:
    expected = "the name of a readable file that holds the secret on one line"
    try:
        secret = path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not text"
        found.faults.append(Fault(ENVIRONMENT, name, f"{expected} ({reason})"))
        return
    if not secret or not secret.isprintable():
        found.faults.append(Fault(ENVIRONMENT, name, f"{expected} ({'more than that' if secret else 'empty'})"))
        return
    _put(found.secrets, loc, secret)


def _nearest(name: str, known: list[str]) -> str:
    # Less what they all begin with, which would make any two look alike.
    short = [one.removeprefix(PREFIX) for one in known]
    near = difflib.get_close_matches(name.upper().removeprefix(PREFIX), short, n=1)
    return f"did you mean {PREFIX}{near[0]}?" if near else "mailworker.toml names them: MAILWORKER_SECTION__KEY"


def _put(tables: dict[str, Any], loc: Location, value: str) -> None:
    *sections, key = loc
    for section in sections:
        tables = tables.setdefault(str(section), {})
    tables[str(key)] = value
