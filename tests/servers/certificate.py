"""A self-signed certificate for localhost, made anew for each test run."""

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.servers.programs import need


@dataclass(frozen=True, slots=True)
class Certificate:
    """`cert_file` is also the CA file that a client trusts it with."""

    cert_file: Path
    key_file: Path

    def server_context(self) -> ssl.SSLContext:
        """For a server in this process."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.cert_file, self.key_file)
        return context

    def client_context(self) -> ssl.SSLContext:
        """Verifies names and chain, and trusts nothing but this certificate."""
        return ssl.create_default_context(cafile=str(self.cert_file))


def make_certificate(folder: Path) -> Certificate:
    """A certificate for localhost and 127.0.0.1 in that folder, valid for two days."""
    openssl = need("openssl", "apt-get install openssl")
    made = Certificate(folder / "cert.pem", folder / "key.pem")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", made.key_file, "-out", made.cert_file],
        check=True, capture_output=True,
    )  # fmt: skip
    return made
