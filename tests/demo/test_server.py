"""Starting and stopping the embedded mail servers; what they do for the worker stands in tests/contracts."""

import subprocess
import sys
import threading

import imapclient
import pytest

from mailworker.demo import server
from mailworker.demo.server import MailServers
from mailworker.errors import MailworkerError

SCRIPT = """
import imapclient, smtplib
from mailworker.demo.server import MailServers
with MailServers() as servers:
    servers.deliver(b"Subject: x\\r\\n\\r\\n\\r\\n")
    with imapclient.IMAPClient(servers.host, servers.imap_port, ssl=False) as client:
        client.login(servers.username, servers.password)
    with smtplib.SMTP(servers.host, servers.smtp_port) as client:
        client.login(servers.username, servers.password)
        client.sendmail("a@example.test", ["b@example.test"], b"x")
print("einde")
"""


def test_nothing_runs_after_the_end_not_even_for_a_client_that_stayed() -> None:
    before = threading.active_count()
    with MailServers() as servers:
        client = imapclient.IMAPClient(servers.host, servers.imap_port, ssl=False, timeout=20)
        client.login(servers.username, servers.password)
    assert threading.active_count() == before
    with pytest.raises(client.AbortError):
        client.noop()
    client.shutdown()
    with pytest.raises(ConnectionRefusedError):
        imapclient.IMAPClient(servers.host, servers.imap_port, ssl=False, timeout=20)


def test_two_can_run_beside_each_other() -> None:
    with MailServers() as first, MailServers() as second:
        assert len({first.imap_port, first.smtp_port, second.imap_port, second.smtp_port}) == 4
        assert first.password != second.password


def test_a_process_that_used_them_ends_without_a_word_on_standard_error() -> None:
    command = [sys.executable, "-W", "default", "-c", SCRIPT]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "einde\n", "")


def test_without_the_extra_the_error_tells_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "find_spec", lambda _name: None)
    with pytest.raises(MailworkerError) as error:
        MailServers()
    assert str(error.value).endswith("Run: pip install 'mailworker[demo]'")
