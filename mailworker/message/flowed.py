"""Flowed text joined to paragraphs again (RFC 3676): soft line breaks, quote depth, space-stuffing, DelSp."""

from collections.abc import Sequence

_SIGNATURE = "-- "


def unflowed(lines: Sequence[str], delsp: bool = False) -> list[str]:
    """The lines with soft breaks undone; a quoted line keeps its depth as ">" marks and a space."""
    out: list[list[str]] = []
    depths: list[int] = []
    open_depth = -1
    for line in lines:
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != _SIGNATURE
        if open_depth == depth and content != _SIGNATURE:
            out[-1].append(content[:-1] if flows and delsp else content)
        else:
            out.append([content[:-1] if flows and delsp else content])
            depths.append(depth)
        open_depth = depth if flows else -1
    return [(">" * depth + " " if depth else "") + "".join(pieces) for depth, pieces in zip(depths, out, strict=True)]
