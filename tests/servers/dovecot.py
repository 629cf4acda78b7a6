"""A private Dovecot: own configuration in a temporary folder, loopback only, as root or as any user.

Every user name logs in with the one password, so that a new user is a new, empty mailbox and costs nothing.
"""

import grp
import itertools
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import imapclient
from imapclient.imap_utf7 import encode as imap_utf7

from tests.servers.certificate import make_certificate
from tests.servers.dovecot_settings import template
from tests.servers.ports import answers, free_ports
from tests.servers.programs import dies_with_us, need

HOST = "127.0.0.1"
PASSWORD = "geheim"


@dataclass(frozen=True, slots=True)
class Stored:
    """A message as it lies on the server; `raw` is what a client is given."""

    uid: int
    flags: frozenset[str]
    raw: bytes


class Dovecot:
    """The server process. `start` and `stop` any number of times on the same ports and the same mail; then `close`."""

    def __init__(self) -> None:
        self._program = need("dovecot", "apt-get install dovecot-imapd")
        # Not pytest's temporary folder: that is closed to the users that Dovecot runs as.
        self._base = Path(tempfile.mkdtemp(prefix="mailworker-dovecot-"))
        self._base.chmod(0o755)
        self._process: subprocess.Popen[bytes] | None = None
        self._names = itertools.count(1)
        self._certificate = make_certificate(self._base)
        self._mail_user, self._mail_group = self._owners()
        self.host = HOST
        self.password = PASSWORD
        self.ca_file = self._certificate.cert_file
        self.port, self.tls_port = free_ports(2)
        self._spool = self._base / "mail"
        self._spool.mkdir()
        self.give(self._spool)
        self._configure()

    def start(self) -> None:
        """Runs and accepts connections when this returns."""
        if self._process is not None:
            return
        command = dies_with_us(self._program, "-F", "-c", self._base / "dovecot.conf")
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        until = time.monotonic() + 20
        while not (answers(self.port) and answers(self.tls_port)):
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"Dovecot did not start:\n{self.log()}")
            time.sleep(0.01)

    def stop(self) -> None:
        """Every connection is broken off as when the machine loses its power; the mail stays."""
        if self._process is None:
            return
        # Held still, so that it has no child that we do not see. Asked politely, it takes up to six seconds.
        self._process.send_signal(signal.SIGSTOP)
        for child in self._children():
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        self._process.kill()
        self._process.wait(timeout=20)
        self._process = None

    def close(self) -> None:
        """Stopped, and nothing is left on the disk."""
        self.stop()
        shutil.rmtree(self._base, ignore_errors=True)

    def new_mailbox(self) -> "Mailbox":
        """An empty mailbox of a user whom nobody else has."""
        return Mailbox(self, f"mailbox{next(self._names)}@example.test")

    def log(self) -> str:
        """What Dovecot wrote down so far."""
        file = self._base / "dovecot.log"
        return file.read_text("utf-8", "replace") if file.exists() else ""

    def spool(self, username: str) -> Path:
        """The user's maildir."""
        return self._spool / username

    def give(self, path: Path) -> None:
        """The file or folder belongs to the user that mail is stored as."""
        if os.geteuid() == 0:
            shutil.chown(path, self._mail_user, self._mail_group)

    def _owners(self) -> tuple[str, str]:
        if os.geteuid() == 0:
            return "nobody", grp.getgrgid(pwd.getpwnam("nobody").pw_gid).gr_name
        return pwd.getpwuid(os.geteuid()).pw_name, grp.getgrgid(os.getegid()).gr_name

    def _configure(self) -> None:
        # Root has users of Dovecot's own to hand the work to; anybody else does all of it as themselves.
        internal = ("dovecot", "dovecot", "dovenull") if os.geteuid() == 0 else (*self._owners(), self._owners()[0])
        version = subprocess.run([self._program, "--version"], check=True, capture_output=True, text=True).stdout
        text = template(version).format(
            base=self._base,
            cert=self._certificate.cert_file,
            key=self._certificate.key_file,
            password=PASSWORD,
            port=self.port,
            tls_port=self.tls_port,
            internal_user=internal[0],
            internal_group=internal[1],
            login_user=internal[2],
            mail_user=self._mail_user,
            mail_group=self._mail_group,
        )
        (self._base / "dovecot.conf").write_text(text, "utf-8")

    def _children(self) -> list[int]:
        assert self._process is not None
        task = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(pid) for pid in task.read_text().split()] if task.exists() else []


class Mailbox:
    """One user's mail, seen from outside the worker: deliver into it, look at it, and meddle as a second client."""

    def __init__(self, server: Dovecot, username: str) -> None:
        self.server = server
        self.host = server.host
        self.port = server.port
        self.tls_port = server.tls_port
        self.ca_file = server.ca_file
        self.username = username
        self.password = server.password
        self._delivered = itertools.count(1)
        self._make_folder(server.spool(username))

    def deliver(self, raw: bytes, folder: str = "INBOX", received: datetime | None = None) -> None:
        """The message is in the folder, byte for byte, after all that came before; `received` is its INTERNALDATE.

        A line end of LF alone is served as CRLF, as by every IMAP server.
        """
        # As Dovecot itself stores it. Of a file with CRLF, Dovecot 2.4.1 serves parts that are a byte off.
        stored = raw.replace(b"\r\n", b"\n")
        home = self._home(folder)
        self._make_folder(home)
        # Dovecot hands out UIDs in the order of the time in the file's name.
        now = time.time_ns() // 1_000_000_000
        name = f"{now}.M{next(self._delivered):06d}P{os.getpid()}.localhost"
        written = home / "tmp" / name
        written.write_bytes(stored)
        self.server.give(written)
        if received is not None:
            os.utime(written, (received.timestamp(), received.timestamp()))
        written.rename(home / "new" / name)

    @contextmanager
    def client(self, folder: str | None = None) -> Iterator[imapclient.IMAPClient]:
        """A second client that is logged in, with that folder selected."""
        with imapclient.IMAPClient(self.host, self.port, ssl=False, timeout=20) as client:
            client.login(self.username, self.password)
            if folder is not None:
                client.select_folder(folder)
            yield client

    def messages(self, folder: str = "INBOX") -> list[Stored]:
        """All messages of the folder by ascending UID; looking changes no flag."""
        with self.client() as client:
            client.select_folder(folder, readonly=True)
            uids = sorted(client.search("ALL"))
            fetched = client.fetch(uids, ["FLAGS", "BODY.PEEK[]"]) if uids else {}
        return [
            Stored(uid, frozenset(flag.decode() for flag in fetched[uid][b"FLAGS"]), fetched[uid][b"BODY[]"])
            for uid in uids
        ]

    def flags(self, uid: int, folder: str = "INBOX") -> frozenset[str]:
        """The message's flags without \\Recent, which is a matter of sessions; KeyError when it is not there."""
        found = {message.uid: message.flags for message in self.messages(folder)}
        return found[uid] - {"\\Recent"}

    def set_flags(self, uid: int, *flags: str, folder: str = "INBOX") -> None:
        """A person's mail program gives the message exactly these flags."""
        with self.client(folder) as client:
            client.set_flags([uid], list(flags))

    def expunge(self, uid: int, folder: str = "INBOX") -> None:
        """A person's mail program deletes the message for good."""
        with self.client(folder) as client:
            client.add_flags([uid], [rb"\Deleted"])
            client.uid_expunge([uid])

    def create_folder(self, folder: str) -> None:
        with self.client() as client:
            client.create_folder(folder)

    def folders(self) -> list[str]:
        """The names of all folders, sorted."""
        with self.client() as client:
            return sorted(name for _flags, _separator, name in client.list_folders())

    def uid_validity(self, folder: str = "INBOX") -> int:
        with self.client() as client:
            return int(client.folder_status(folder, ["UIDVALIDITY"])[b"UIDVALIDITY"])

    def renew_uid_validity(self, folder: str = "INBOX") -> int:
        """The server forgets all UIDs, as after a move to another server; returns the new UIDVALIDITY.

        The messages stay and are numbered anew from 1.
        """
        home = self._home(folder)
        renewed = self.uid_validity(folder) + 1
        for stale in home.glob("dovecot.index*"):
            stale.unlink()
        uid_list = home / "dovecot-uidlist"
        _first, *_messages = uid_list.read_text().splitlines()
        mailbox_guid = re.search(r" G(\w+)", _first)
        assert mailbox_guid is not None
        uid_list.write_text(f"3 V{renewed} N1 G{mailbox_guid[1]}\n")
        return renewed

    def _home(self, folder: str) -> Path:
        home = self.server.spool(self.username)
        if folder.upper() == "INBOX":
            return home
        # Maildir++: folders lie flat beside each other, with a dot for the separator.
        encoded: str = imap_utf7(folder).decode("ascii")
        return home / ("." + encoded.replace("/", "."))

    def _make_folder(self, home: Path) -> None:
        for folder in (home, home / "cur", home / "new", home / "tmp"):
            if not folder.exists():
                folder.mkdir()
                self.server.give(folder)
