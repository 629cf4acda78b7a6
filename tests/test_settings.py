"""What an operator may set, what wins, and that every fault is told at once without showing a secret."""

import re
import tomllib
from datetime import time
from pathlib import Path

import pytest

from mailworker.connection import Security
from mailworker.errors import ConfigurationError, Fault
from mailworker.resources import shipped
from mailworker.settings import Settings, _Values, load
from mailworker.settings_environment import ENVIRONMENT


def faults_of(config: Path | None, environ: dict[str, str]) -> list[Fault]:
    with pytest.raises(ConfigurationError) as caught:
        load(config, environ)
    return list(caught.value.faults)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "mailworker.toml"


def test_the_shipped_configuration_has_no_fault_and_is_that_of_the_mailbox_it_was_made_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load(None, {"PATH": "/bin", "HOME": "/root"})
    assert settings.config == shipped("config") / "mailworker.toml"
    assert settings.programme.mailbox == "toezichtdrinkwater@vmm.be"
    assert settings.trust.authserv_ids == ("mx.vmm.be",)
    assert settings.programme.table_ids == ("grondwater", "afvalwater", "oppervlaktewater", "hemelwater", "wateraudit")
    assert settings.digest.time == time(7, 30)
    assert settings.database.sqlalchemy_url == "sqlite:///var/mailworker.db"
    assert settings.templates == shipped("templates")


def test_the_shipped_file_holds_every_setting_with_the_default_of_the_code() -> None:
    text = (shipped("config") / "mailworker.toml").read_text()
    given = _Values.model_validate(tomllib.loads(text))
    assert given == _Values.model_validate({})
    with_secrets = tomllib.loads(re.sub(r"^# (\w+ = )", r"\1", text, flags=re.MULTILINE))
    known = {name: set(getattr(field.annotation, "model_fields", ())) for name, field in _Values.model_fields.items()}
    assert {name: set(keys) if isinstance(keys, dict) else set() for name, keys in with_secrets.items()} == known


def test_a_variable_goes_before_the_file_and_a_secret_file_before_both(written: Path, tmp_path: Path) -> None:
    written.write_text(
        '[imap]\nhost = "imap.file.be"\nusername = "from-file"\npassword = "from-file"\n'
        '[smtp]\npassword = "from-file"\n'
    )
    (tmp_path / "secret").write_text("from-secret-file\n")
    settings = load(
        written,
        {
            "MAILWORKER_IMAP__HOST": "imap.variable.be",
            "MAILWORKER_IMAP__PASSWORD": "from-variable",
            "MAILWORKER_IMAP__PASSWORD_FILE": str(tmp_path / "secret"),
            "MAILWORKER_SMTP__PASSWORD": "from-variable",
        },
    )
    assert settings.imap.host == "imap.variable.be"
    assert settings.imap.username == "from-file"
    assert settings.imap_server.password == "from-secret-file"
    assert settings.smtp_server.password == "from-variable"


def test_the_file_is_the_one_named_then_the_variables_then_the_working_directorys_then_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("named", "variable", "config"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mailworker.toml").write_text(f'instance = "{name}"\n')
    environ = {"MAILWORKER_CONFIG": "variable/mailworker.toml"}
    assert load(Path("named/mailworker.toml"), environ).instance == "named"
    assert load(None, environ).instance == "variable"
    assert load(None, {}).instance == "config"
    (tmp_path / "config" / "mailworker.toml").unlink()
    assert load(None, {}).config == shipped("config") / "mailworker.toml"


def test_programme_and_organisations_beside_the_file_are_used_and_can_be_named(tmp_path: Path) -> None:
    programme = '[programme]\nname="{}"\norganiser="O"\nmailbox="in@example.be"\n[[tables]]\nid="a"\nname="A"\n'
    beside = tmp_path / "mailworker.toml"
    beside.write_text("")
    (tmp_path / "programme.toml").write_text(programme.format("beside"))
    (tmp_path / "organisations.toml").write_text('[[organisation]]\nname = "Alpha"\n')
    settings = load(beside, {})
    assert settings.programme.name == "beside"
    assert [one.name for one in settings.directory.organisations] == ["Alpha"]

    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "p.toml").write_text(programme.format("named"))
    beside.write_text('[files]\nprogramme = "elsewhere/p.toml"\n')
    assert load(beside, {}).programme.name == "named"
    (tmp_path / "q.toml").write_text(programme.format("variable"))
    assert load(beside, {"MAILWORKER_FILES__PROGRAMME": str(tmp_path / "q.toml")}).programme.name == "variable"


def test_a_list_in_a_variable_is_written_with_commas_and_an_empty_variable_empties_it(written: Path) -> None:
    written.write_text("")
    settings = load(
        written,
        {"MAILWORKER_DIGEST__RECIPIENTS": "an@vmm.be, piet@vmm.be", "MAILWORKER_TRUST__AUTHSERV_IDS": ""},
    )
    assert settings.digest.recipients == ("an@vmm.be", "piet@vmm.be")
    assert settings.trust.authserv_ids == ()


@pytest.mark.parametrize("url", ["postgres://u:p@h/d", "postgresql://u:p@h/d", "postgresql+psycopg://u:p@h/d"])
def test_every_way_to_write_a_postgresql_url_means_the_driver_that_we_install(url: str, written: Path) -> None:
    written.write_text("")
    settings = load(written, {"MAILWORKER_DATABASE__URL": url})
    assert settings.database.sqlalchemy_url == "postgresql+psycopg://u:p@h/d"


@pytest.mark.parametrize(
    "url",
    ["sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite+pysqlite://", "sqlite:///file:x?mode=memory&uri=true"],
)
def test_a_database_in_memory_is_refused_with_the_reason(url: str, written: Path) -> None:
    written.write_text("")
    with pytest.raises(ConfigurationError) as raised:
        load(written, {"MAILWORKER_DATABASE__URL": url})
    expected = "a file, as in sqlite:///var/mailworker.db: a database in memory ends with each command"
    assert raised.value.faults == (Fault(ENVIRONMENT, "MAILWORKER_DATABASE__URL", expected),)


@pytest.mark.parametrize(("security", "imap", "smtp"), [("tls", 993, 465), ("starttls", 143, 587), ("none", 143, 25)])
def test_without_a_port_the_security_decides_it(security: str, imap: int, smtp: int, written: Path) -> None:
    written.write_text("")
    settings = load(
        written,
        {
            "MAILWORKER_IMAP__HOST": "127.0.0.1",
            "MAILWORKER_IMAP__SECURITY": security,
            "MAILWORKER_SMTP__HOST": "localhost",
            "MAILWORKER_SMTP__SECURITY": security,
        },
    )
    assert (settings.imap_server.port, settings.smtp_server.port) == (imap, smtp)
    assert settings.imap_server.security is Security(security)
    assert settings.imap_server.username == "toezichtdrinkwater@vmm.be"
    assert settings.smtp_server.username == ""


def test_all_faults_of_all_files_and_variables_are_told_at_once(tmp_path: Path) -> None:
    config, programme = tmp_path / "mailworker.toml", tmp_path / "programme.toml"
    organisations = tmp_path / "organisations.toml"
    config.write_text(
        '[imap]\nhst = "imap.example.be"\nport = "many"\n[smtp]\nhost = "smtp.example.be"\nsecurity = "none"\n[lgo]\n'
    )
    programme.write_text(
        '[programme]\nname = "P"\norganiser = "O"\nmailbox = "in@example.be"\ntimezone = "Europe/Brusel"\n'
        '[[tables]]\nid = "a"\nname = "A"\n[[tables]]\nid = "a"\nname = "Another"\n'
    )
    organisations.write_text(
        '[[organisation]]\nname = "Alpha"\naliases = ["AB"]\n[[organisation]]\nname = "Beta"\naliases = ["a.b."]\n'
    )
    assert faults_of(config, {"MAILWORKER_SMTP__PORT": "0", "MAILWORKER_IMAP__HSOT": "x"}) == [
        Fault(ENVIRONMENT, "MAILWORKER_IMAP__HSOT", "no such variable; did you mean MAILWORKER_IMAP__HOST?"),
        Fault(str(config), "imap.port", "a whole number from 1 to 65535"),
        Fault(str(config), "imap.hst", "no such key; did you mean host?"),
        Fault(ENVIRONMENT, "MAILWORKER_SMTP__PORT", "a whole number from 1 to 65535"),
        Fault(str(config), "smtp.security", '"tls" or "starttls": "none" works with a host on loopback only'),
        Fault(str(config), "lgo", "no such key; did you mean log?"),
        Fault(str(programme), "programme.timezone", 'a time zone such as "Europe/Brussels"'),
        Fault(str(programme), "tables[a].id", 'nothing that belongs to another: "a" stands with a already'),
        Fault(
            str(organisations),
            "organisation[Beta].aliases",
            'nothing that belongs to another: "a.b." stands with Alpha already',
        ),
    ]


def test_a_file_that_is_no_toml_is_told_with_its_line_beside_the_other_faults(written: Path) -> None:
    written.write_text('instance = "x"\n[imap\n')
    assert faults_of(written, {"MAILWORKER_LOG__LEVEL": "loud"}) == [
        Fault(str(written), "line 2, column 6", "correct TOML: Expected ']' at the end of a table declaration"),
        Fault(ENVIRONMENT, "MAILWORKER_LOG__LEVEL", '"debug", "info", "warning" or "error"'),
    ]


def test_a_file_that_is_named_and_not_there_is_a_fault(written: Path) -> None:
    assert faults_of(written, {}) == [Fault(str(written), "file", "a readable file (No such file or directory)")]


@pytest.mark.parametrize(
    ("toml", "key", "expected"),
    [
        ("instance = 5", "instance", "a text on one line, not empty"),
        ('instance = "a\\nb"', "instance", "a text on one line, not empty"),
        ("imap = 5", "imap", "a section with keys of its own"),
        ("[imap]\nbatch = true", "imap.batch", "a whole number from 1 to 500"),
        ("[imap]\nbatch = 501", "imap.batch", "a whole number from 1 to 500"),
        ("[imap]\ntimeout_seconds = 0", "imap.timeout_seconds", "a number of seconds above 0"),
        ('[imap]\nsecurity = "ssl"', "imap.security", '"tls", "starttls" or "none"'),
        ('[imap]\nca_file = "nowhere.pem"', "imap.ca_file", "a readable file of PEM certificates"),
        ('[smtp]\nfrom_name = "VMM\\r\\nBcc: x@y.be"', "smtp.from_name", "a text on one line"),
        ('[digest]\nrecipients = ["an"]', "digest.recipients[1]", "a list of mail addresses"),
        ("[digest]\ntime = 7", "digest.time", 'a time of day such as "07:30"'),
        ('[digest]\ntime = "24:00"', "digest.time", 'a time of day such as "07:30"'),
        ('[answers]\nmode = "off"', "answers.mode", '"send" or "withheld"'),
        ('[answers]\nformality = "U"', "answers.formality", '"u" or "je"'),
        ('[answers]\ntemplates = "nowhere"', "answers.templates", "a folder"),
        ('[database]\nurl = "mysql://h/d"', "database.url", "a URL beginning with sqlite:/// or postgresql://"),
        ("[database]\nurl = 1", "database.url", "a URL beginning with sqlite:/// or postgresql://"),
    ],
)
def test_a_wrong_value_is_told_by_file_key_and_what_is_expected(
    toml: str, key: str, expected: str, written: Path
) -> None:
    written.write_text(toml)
    assert faults_of(written, {}) == [Fault(str(written), key, expected)]


def test_the_time_of_the_digest_may_be_written_in_either_way_of_toml(written: Path) -> None:
    written.write_text("[digest]\ntime = 06:15:00\n")
    assert load(written, {}).digest.time == time(6, 15)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "mail.localhost"])
def test_no_protection_is_possible_on_loopback(host: str, written: Path) -> None:
    written.write_text("")
    settings = load(written, {"MAILWORKER_IMAP__HOST": host, "MAILWORKER_IMAP__SECURITY": "none"})
    assert settings.imap_server.security is Security.NONE


@pytest.mark.parametrize("host", ["mail.example.be", "10.0.0.5", "localhost.example.be", "127.0.0.1.example.be"])
def test_no_protection_is_impossible_elsewhere(host: str, written: Path) -> None:
    written.write_text("")
    expected = '"tls" or "starttls": "none" works with a host on loopback only'
    assert faults_of(written, {"MAILWORKER_SMTP__HOST": host, "MAILWORKER_SMTP__SECURITY": "none"}) == [
        Fault(ENVIRONMENT, "MAILWORKER_SMTP__SECURITY", expected)
    ]


def test_a_secret_file_that_cannot_be_used_is_a_fault(written: Path, tmp_path: Path) -> None:
    written.write_text("")
    (tmp_path / "empty").write_text("\n")
    (tmp_path / "two").write_text("one\ntwo\n")
    expected = "the name of a readable file that holds the secret on one line"
    assert faults_of(
        written,
        {
            "MAILWORKER_DATABASE__URL_FILE": str(tmp_path / "two"),
            "MAILWORKER_IMAP__PASSWORD_FILE": str(tmp_path / "nowhere"),
            "MAILWORKER_SMTP__PASSWORD_FILE": str(tmp_path / "empty"),
        },
    ) == [
        Fault(ENVIRONMENT, "MAILWORKER_DATABASE__URL_FILE", f"{expected} (more than that)"),
        Fault(ENVIRONMENT, "MAILWORKER_IMAP__PASSWORD_FILE", f"{expected} (No such file or directory)"),
        Fault(ENVIRONMENT, "MAILWORKER_SMTP__PASSWORD_FILE", f"{expected} (empty)"),
    ]


def test_no_value_of_a_secret_or_variable_stands_in_a_fault_or_in_the_settings_printed(
    written: Path, tmp_path: Path
) -> None:
    canary = "kanarie-7c1f"
    every = {
        f"MAILWORKER_{section.upper()}__{key.upper()}": canary
        for section, field in _Values.model_fields.items()
        for key in getattr(field.annotation, "model_fields", ())
        if section != "files"  # a fault names its file
    }
    (tmp_path / "secret").write_text(f"{canary}\n{canary}")
    every |= {"MAILWORKER_IMAP__PASSWORD_FILE": str(tmp_path / "secret"), "MAILWORKER_NEW__THING": canary}
    written.write_text(f'[imap]\npassword = "{canary}"\nbatch = "{canary}"\n[smtp]\npassword = ["{canary}"]\n')
    with pytest.raises(ConfigurationError) as caught:
        load(written, every)
    assert canary not in str(caught.value) + repr(caught.value) + repr(caught.value.__cause__)

    written.write_text(f'[imap]\npassword = "{canary}"\n[database]\nurl = "postgresql://u:{canary}@h/d"\n')
    settings = load(written, {})
    assert canary not in repr(settings) + repr(settings.imap_server)


def test_variables_of_the_tests_and_of_others_are_no_faults(written: Path) -> None:
    written.write_text("")
    environ = {"MAILWORKER_TEST_REQUIRE_SERVERS": "1", "MAILWORKERS": "x", "OTHER_IMAP__HOST": "y"}
    assert isinstance(load(written, environ), Settings)


def test_what_is_missing_for_fetching_and_sending_is_told_at_once(written: Path) -> None:
    written.write_text('[smtp]\nusername = "u"\n')
    settings = load(written, {})
    imap = [("imap.host", "MAILWORKER_IMAP__HOST"), ("imap.password", "MAILWORKER_IMAP__PASSWORD")]
    smtp = [("smtp.host", "MAILWORKER_SMTP__HOST"), ("smtp.password", "MAILWORKER_SMTP__PASSWORD")]
    for require, missing in (
        (settings.require_imap, imap),
        (settings.require_smtp, smtp),
        (settings.require_servers, imap + smtp),
    ):
        with pytest.raises(ConfigurationError) as caught:
            require()
        assert list(caught.value.faults) == [
            Fault(str(written), key, f"a text, or set {variable}") for key, variable in missing
        ]


def test_a_submission_server_without_login_needs_a_host_only(written: Path) -> None:
    written.write_text('[imap]\nhost = "i.example.be"\npassword = "p"\n[smtp]\nhost = "s.example.be"\n')
    load(written, {}).require_servers()


def test_the_page_of_settings_lists_every_one() -> None:
    page = (Path(__file__).parent.parent / "docs" / "settings.md").read_text("utf-8")
    listed = re.findall(r"^\| `([a-z_.]+)` \|", page, flags=re.MULTILINE)
    known = [
        f"{section}.{key}" if key else section
        for section, field in _Values.model_fields.items()
        for key in getattr(field.annotation, "model_fields", {"": None})
    ]
    assert listed == known


@pytest.mark.parametrize("address", ["Toezichtdrinkwater@vmm.be", "postbus@vmm.be", "an@dïenst.example"])
def test_a_digest_never_goes_to_the_mailbox_itself_nor_to_what_cannot_be_addressed(address: str) -> None:
    environ = {"MAILWORKER_DIGEST__RECIPIENTS": f"an@vmm.be,{address}", "MAILWORKER_IMAP__USERNAME": "postbus@vmm.be"}
    assert faults_of(None, environ) == [
        Fault(
            ENVIRONMENT,
            "MAILWORKER_DIGEST__RECIPIENTS",
            "plain mail addresses of staff, none of them the mailbox itself",
        )
    ]
