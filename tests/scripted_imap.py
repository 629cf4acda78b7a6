"""An IMAP server that says what a test wants it to say, for what a real one never does."""

import socket
import threading
from contextlib import suppress
from typing import BinaryIO, cast

Answers = dict[str, list[str]]
READY: Answers = {
    "CAPABILITY": ["* CAPABILITY IMAP4rev1 AUTH=PLAIN UIDPLUS", "{tag} OK done"],
    "AUTHENTICATE": ["+ ", "{tag} OK done"],
    "SELECT": ["* 3 EXISTS", "* OK [UIDVALIDITY 7]", "* OK [UIDNEXT 9]", "{tag} OK [READ-WRITE] done"],
    "LOGOUT": ["* BYE", "{tag} OK done"],
}


class Scripted:
    """Answers each command with the lines of its longest matching beginning, less the tag; `heard` is what came."""

    def __init__(self, answers: Answers, greeting: str = "* OK ready") -> None:
        self.heard: list[str] = []
        self._answers = READY | answers
        self._greeting = greeting
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(timeout=20)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _address = self._listening.accept()
                with connection, suppress(OSError), connection.makefile("rwb") as wire:
                    self._talk(cast(BinaryIO, wire))

    def _talk(self, wire: BinaryIO) -> None:
        if self._greeting:
            wire.write(f"{self._greeting}\r\n".encode())
            wire.flush()
        for line in wire:
            tag, _, command = line.decode().strip().partition(" ")
            self.heard.append(command)
            known = [name for name in self._answers if command.startswith(name)]
            for answer in self._answers[max(known, key=len)] if known else []:
                if answer == "hang up":
                    return
                wire.write(answer.format(tag=tag).encode() + b"\r\n")
                if answer.startswith("+"):
                    wire.flush()
                    self.heard.append(wire.readline().decode().strip())
            wire.flush()
