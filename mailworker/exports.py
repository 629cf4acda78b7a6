"""Registrations as files for people, CSV and XLSX, and the JSON of the contract."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from mailworker import spreadsheets
from mailworker.store.registrations import Listed


def to_json(listed: Sequence[Listed]) -> str:
    """A JSON list of objects as the contract has them; `id` is what `show` takes, `since` is UTC (RFC 3339)."""
    return json.dumps(
        [
            {
                "id": one.id,
                "participant": one.participant,
                "organisation": one.organisation,
                "table": one.table,
                "status": one.status.value,
                "address": one.address,
                "since": one.since.isoformat(timespec="seconds"),
            }
            for one in listed
        ],
        ensure_ascii=False,
        indent=1,
    )


def to_csv(listed: Sequence[Listed], path: Path, timezone: str) -> None:
    """Writes UTF-8 with BOM and semicolons, as Belgian spreadsheets expect it."""
    path.write_bytes(spreadsheets.registrations_csv(spreadsheets.places_of(listed), timezone=timezone))


def to_xlsx(listed: Sequence[Listed], path: Path, timezone: str) -> None:
    """Writes one sheet with a frozen header, filters and typed dates."""
    made_at = max((one.since for one in listed), default=datetime(2000, 1, 1, tzinfo=UTC))
    path.write_bytes(spreadsheets.registrations(spreadsheets.places_of(listed), timezone=timezone, made_at=made_at))
