"""Inline OpenPGP (RFC 4880 section 7): the text of a clear-signed mail without its armour. Nothing is verified."""

BEGIN_ENCRYPTED = "-----BEGIN PGP MESSAGE-----"
_BEGIN_SIGNED = "-----BEGIN PGP SIGNED MESSAGE-----"
_BEGIN_SIGNATURE = "-----BEGIN PGP SIGNATURE-----"
_END_SIGNATURE = "-----END PGP SIGNATURE-----"


def without_armour(text: str) -> str:
    """The same text with the frames of clear-signed passages taken off and their dash-escapes undone."""
    out: list[str] = []
    state = "outside"
    for line in text.split("\n"):
        mark = line.rstrip()
        if state == "outside" and mark == _BEGIN_SIGNED:
            state = "headers"
        elif state == "headers":
            state = "headers" if mark else "signed"
        elif state == "signed" and mark == _BEGIN_SIGNATURE:
            state = "signature"
        elif state == "signature":
            state = "outside" if mark == _END_SIGNATURE else "signature"
        else:
            out.append(line[2:] if state == "signed" and line.startswith("- ") else line)
    return "\n".join(out)
