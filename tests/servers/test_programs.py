"""What a test run does when a server is not installed."""

from pathlib import Path

import pytest

from tests.servers.programs import find, need

INSTALL = "apt-get install no-such-server"


def test_a_missing_server_skips_and_names_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAILWORKER_TEST_REQUIRE_SERVERS", raising=False)
    with pytest.raises(pytest.skip.Exception) as skipped:
        need("no-such-server", INSTALL)
    assert str(skipped.value) == f"no-such-server is not installed: {INSTALL}"


@pytest.mark.parametrize("demanded", ["1", "dovecot no-such-server"])
def test_a_missing_server_fails_where_it_is_demanded(monkeypatch: pytest.MonkeyPatch, demanded: str) -> None:
    monkeypatch.setenv("MAILWORKER_TEST_REQUIRE_SERVERS", demanded)
    with pytest.raises(pytest.fail.Exception):
        need("no-such-server", INSTALL)


def test_only_demanded_servers_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILWORKER_TEST_REQUIRE_SERVERS", "dovecot")
    with pytest.raises(pytest.skip.Exception):
        need("no-such-server", INSTALL)


def test_a_program_that_is_there_is_found() -> None:
    assert find("sh") in {Path("/bin/sh"), Path("/usr/bin/sh")}
