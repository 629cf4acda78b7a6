"""What an operator sets: config/mailworker.toml and the environment, checked as a whole and then frozen.

Later wins: the defaults here, the file, the variables MAILWORKER_SECTION__KEY, the secret files
MAILWORKER_SECTION__KEY_FILE. Every fault of every file and variable is reported in one go. The programme and the
organisations are files of their own beside mailworker.toml (programme_files.py reads them). Opens no connection.
"""

import os
import re
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, InitSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from mailworker.config_files import (
    Addresses,
    Count,
    Location,
    Name,
    Seconds,
    Section,
    Text,
    Texts,
    faults,
    key_of,
    read,
)
from mailworker.connection import Security, Server, is_loopback
from mailworker.domain.organisation import Directory
from mailworker.domain.programme import Programme
from mailworker.errors import ConfigurationError, Fault
from mailworker.message.outgoing import can_be_addressed
from mailworker.programme_files import read_organisations, read_programme
from mailworker.resources import shipped
from mailworker.settings_environment import CONFIG, ENVIRONMENT, PREFIX, from_environment

_DATABASE = re.compile(r"(?:sqlite(?:\+pysqlite)?|postgres(?:ql)?(?:\+psycopg)?)://")
_IN_MEMORY = re.compile(r"://(?:/?$|/?\?)|:memory:|mode=memory")
_PATHS = (
    ("imap", "ca_file"),
    ("smtp", "ca_file"),
    ("answers", "templates"),
    ("files", "programme"),
    ("files", "organisations"),
)
_POSTGRES = re.compile(r"postgres(?:ql)?(?:\+psycopg)?://")


def _database_url(url: SecretStr) -> SecretStr:
    written = url.get_secret_value()
    if not _DATABASE.match(written):
        raise ValueError
    if written.startswith("sqlite") and _IN_MEMORY.search(written):
        raise ValueError("a file, as in sqlite:///var/mailworker.db: a database in memory ends with each command")
    return url


def _pem_file(path: Path) -> Path:
    try:
        ssl.create_default_context(cafile=path)
    except (OSError, ValueError):
        raise ValueError from None
    return path


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise ValueError
    return path


def _clock_time(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
        hour, _, minute = value.partition(":")
        return time(int(hour), int(minute))
    if isinstance(value, time):
        return value
    raise ValueError


Secret = Annotated[SecretStr, Field(description="a text")]
Port = Annotated[int, Field(ge=1, le=65535, description="a whole number from 1 to 65535")]
Secure = Annotated[Security, Field(description='"tls", "starttls" or "none"')]
Authorities = Annotated[Path, AfterValidator(_pem_file), Field(description="a readable file of PEM certificates")]
TimeOfDay = Annotated[time, BeforeValidator(_clock_time), Field(description='a time of day such as "07:30"')]
Flag = Annotated[bool, Field(description="true or false")]
Folder = Annotated[Path, AfterValidator(_folder), Field(description="a folder")]


class DatabaseSettings(Section):
    url: Annotated[
        SecretStr, AfterValidator(_database_url), Field(description="a URL beginning with sqlite:/// or postgresql://")
    ] = SecretStr("sqlite:///var/mailworker.db")

    @property
    def sqlalchemy_url(self) -> str:
        """The URL with the driver that we install; it may hold a password: never log it."""
        return _POSTGRES.sub("postgresql+psycopg://", self.url.get_secret_value(), count=1)


class _ServerSettings(Section):
    host: Text = ""
    port: Port | None = None
    security: Secure = Security.TLS
    username: Text = ""
    password: Secret = SecretStr("")
    ca_file: Authorities | None = None
    connect_timeout_seconds: Seconds = 10.0
    timeout_seconds: Seconds = 60.0

    @field_validator("security")
    @classmethod
    def _in_clear_on_loopback_only(cls, security: Security, known: ValidationInfo) -> Security:
        host = known.data.get("host", "")
        if security is Security.NONE and host and not is_loopback(host):
            raise ValueError('"tls" or "starttls": "none" works with a host on loopback only')
        return security


class ImapSettings(_ServerSettings):
    folder: Name = "INBOX"
    move_to: Text = ""
    max_message_bytes: Count = 25 * 1024 * 1024
    batch: Annotated[Count, Field(le=500, description="a whole number from 1 to 500")] = 50


class SmtpSettings(_ServerSettings):
    security: Secure = Security.STARTTLS
    from_name: Text = ""
    final_timeout_seconds: Seconds = 300.0
    give_up_after_hours: Count = 120


class AnswersMode(StrEnum):
    """Whether answers leave by themselves, or wait for staff to release each of them."""

    SEND = "send"
    WITHHELD = "withheld"


class AnswersSettings(Section):
    mode: Annotated[AnswersMode, Field(description='"send" or "withheld"')] = AnswersMode.SEND
    formality: Annotated[Literal["u", "je"], Field(description='"u" or "je"')] = "u"
    daily_limit_per_address: Count = 10
    remind_after_days: Count = 3
    service_name: Text = "Vlaamse Milieumaatschappij (VMM)"
    service_phone: Text = "053 72 62 10"
    service_address: Text = "Dokter De Moorstraat 24-26, 9300 Aalst"
    templates: Folder | None = None


class ScheduleSettings(Section):
    poll_seconds: Seconds = 60.0
    send_seconds: Seconds = 15.0


class TrustSettings(Section):
    authserv_ids: Texts = ("mx.vmm.be",)


class DigestSettings(Section):
    recipients: Addresses = ()
    time: TimeOfDay = time(7, 30)
    empty_days: Flag = False


class StaffSettings(Section):
    addresses: Addresses = ()
    notify_at_once: Flag = False


class LogSettings(Section):
    level: Annotated[
        Literal["debug", "info", "warning", "error"], Field(description='"debug", "info", "warning" or "error"')
    ] = "info"
    format: Annotated[Literal["text", "json"], Field(description='"text" or "json"')] = "text"


class FilesSettings(Section):
    programme: Annotated[Path, Field(description="a file")] | None = None
    organisations: Annotated[Path, Field(description="a file")] | None = None


class _Values(BaseSettings):
    """All that mailworker.toml and the environment may set."""

    model_config = SettingsConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    instance: Name = "mailworker"
    database: DatabaseSettings = DatabaseSettings()
    imap: ImapSettings = ImapSettings()
    smtp: SmtpSettings = SmtpSettings()
    answers: AnswersSettings = AnswersSettings()
    schedule: ScheduleSettings = ScheduleSettings()
    trust: TrustSettings = TrustSettings()
    digest: DigestSettings = DigestSettings()
    staff: StaffSettings = StaffSettings()
    log: LogSettings = LogSettings()
    files: FilesSettings = FilesSettings()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set, checked; `config` is the file that it came from."""

    config: Path
    instance: str
    database: DatabaseSettings
    imap: ImapSettings
    smtp: SmtpSettings
    answers: AnswersSettings
    schedule: ScheduleSettings
    trust: TrustSettings
    digest: DigestSettings
    staff: StaffSettings
    log: LogSettings
    programme: Programme
    directory: Directory

    @property
    def imap_server(self) -> Server:
        """The mailbox's server; without a user name of its own the programme's mailbox is the account."""
        port = 993 if self.imap.security is Security.TLS else 143
        return _server("IMAP", self.imap, port, self.imap.username or self.programme.mailbox)

    @property
    def smtp_server(self) -> Server:
        """The submission server; no user name means no login."""
        port = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}[self.smtp.security]
        return _server("SMTP", self.smtp, port, self.smtp.username)

    @property
    def staff_addresses(self) -> tuple[str, ...]:
        """Who may decide by mail: those who are set, else who gets the digest; each once."""
        return tuple({one.lower(): one for one in self.staff.addresses or self.digest.recipients}.values())

    @property
    def templates(self) -> Path:
        """The folder of the templates."""
        return self.answers.templates or shipped("templates")

    def require_servers(self) -> None:
        """ConfigurationError that names all that is missing before mail can be fetched and sent."""
        self._require(*self._for_imap(), *self._for_smtp())

    def require_imap(self) -> None:
        """ConfigurationError that names all that is missing before mail can be fetched."""
        self._require(*self._for_imap())

    def require_smtp(self) -> None:
        """ConfigurationError that names all that is missing before mail can be sent."""
        self._require(*self._for_smtp())

    def _for_imap(self) -> list[tuple[str, bool]]:
        return [("imap.host", bool(self.imap.host)), ("imap.password", bool(self.imap.password.get_secret_value()))]

    def _for_smtp(self) -> list[tuple[str, bool]]:
        secret = bool(self.smtp.password.get_secret_value())
        return [("smtp.host", bool(self.smtp.host)), ("smtp.password", secret or not self.smtp.username)]

    def _require(self, *keys: tuple[str, bool]) -> None:
        variable = {key: f"{PREFIX}{key.upper().replace('.', '__')}" for key, _given in keys}
        missing = [Fault(str(self.config), key, f"a text, or set {variable[key]}") for key, given in keys if not given]
        if missing:
            raise ConfigurationError(missing)


def load(config: Path | None, environ: Mapping[str, str]) -> Settings:
    """The settings in force; ConfigurationError with all faults of all files and variables."""
    path = _config_file(config, environ)
    tables, found = read(path)
    environment = from_environment(_Values, environ)
    found += environment.faults
    _anchor(tables, path.parent)

    def place(loc: Location) -> tuple[str, str]:
        named = environment.names.get(loc[:2]) or environment.names.get(loc[:1])
        return (ENVIRONMENT, named) if named else (str(path), key_of(loc, tables))

    values = _Values.model_construct()
    try:
        values = _merged(environment.secrets, environment.given, tables)
    except ValidationError as error:
        found += faults(error, _Values, place)
    programme, of_programme = read_programme(_beside(path, "programme", environment.given, tables))
    directory, of_organisations = read_organisations(_beside(path, "organisations", environment.given, tables))
    found += of_programme + of_organisations
    if programme is not None:
        found += _unfit_staff(values, programme, place)
    if found or programme is None or directory is None:
        raise ConfigurationError(found)
    sections = {name: getattr(values, name) for name in _Values.model_fields if name != "files"}
    return Settings(config=path, programme=programme, directory=directory, **sections)


def _unfit_staff(values: _Values, programme: Programme, place: Callable[[Location], tuple[str, str]]) -> list[Fault]:
    """A mail to the mailbox itself would be read as a mail to it; one that cannot be addressed would never leave."""
    ours = {programme.mailbox.lower(), values.imap.username.lower()}
    expected = "plain mail addresses of staff, none of them the mailbox itself"
    given = {("digest", "recipients"): values.digest.recipients, ("staff", "addresses"): values.staff.addresses}
    return [
        Fault(*place(key), expected)
        for key, addresses in given.items()
        if any(one.lower() in ours or not can_be_addressed(one) for one in addresses)
    ]


def _server(section: str, settings: _ServerSettings, port: int, username: str) -> Server:
    return Server(
        section=section,
        host=settings.host,
        port=settings.port or port,
        security=settings.security,
        username=username,
        password=settings.password.get_secret_value(),
        ca_file=settings.ca_file,
        connect_timeout=settings.connect_timeout_seconds,
        timeout=settings.timeout_seconds,
    )


def _merged(*sources: dict[str, Any]) -> _Values:
    """The values of these tables, an earlier one before a later one, key by key."""

    class _Sourced(_Values):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return tuple(InitSettingsSource(settings_cls, init_kwargs=source) for source in sources)

    return _Sourced()


def _config_file(config: Path | None, environ: Mapping[str, str]) -> Path:
    if config is not None:
        return config
    if environ.get(CONFIG):
        return Path(environ[CONFIG])
    here = Path("config") / "mailworker.toml"
    # A folder that this user may not look into (sudo from root's home) holds no configuration of theirs.
    return here if os.access(here, os.R_OK) else shipped("config") / "mailworker.toml"


def _anchor(tables: dict[str, Any], folder: Path) -> None:
    """Makes the paths of the file count from its own folder, wherever the worker is started."""
    for section, key in _PATHS:
        keys = tables.get(section)
        if isinstance(keys, dict) and isinstance(keys.get(key), str):
            keys[key] = str(folder / keys[key])


def _beside(config: Path, name: str, *sources: dict[str, Any]) -> Path:
    """The named file that the sources set, else the one beside mailworker.toml, else the shipped one."""
    for source in sources:
        keys = source.get("files")
        if isinstance(keys, dict) and isinstance(keys.get(name), str):
            return Path(keys[name])
    beside = config.parent / f"{name}.toml"
    return beside if beside.is_file() else shipped("config") / f"{name}.toml"
