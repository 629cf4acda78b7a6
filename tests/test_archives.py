"""Mails found in files: where each begins and ends, when it came, and its octets as a server would give them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mailworker import archives

NOW = datetime(2021, 10, 14, 8, 0, tzinfo=UTC)
HEAD = b"From: Jan <jan@example.be>\nSubject: Werktafels\n"
LINE = b"From jan@example.be Mon Jul  5 09:00:00 2021\n"


def found(file: Path) -> list[bytes]:
    contents = archives.survey(file, NOW)
    return [archives.content(contents, entry, 10_000)[0] for entry in contents.entries]


def mbox(folder: Path, octets: bytes) -> Path:
    file = folder / "box"
    file.write_bytes(octets)
    return file


def test_the_empty_line_between_two_mails_belongs_to_neither(tmp_path: Path) -> None:
    box = mbox(tmp_path, LINE + HEAD + b"\neen\n\n" + LINE + HEAD + b"\ntwee\n\n\n")
    crlf = HEAD.replace(b"\n", b"\r\n")
    assert found(box) == [crlf + b"\r\neen\r\n", crlf + b"\r\ntwee\r\n\r\n"]


def test_a_sentence_that_begins_with_from_ends_no_mail(tmp_path: Path) -> None:
    body = b"\nfirst\n\nFrom Monday on I join. On 5 Jul 09:00 2021 as well.\n\nFrom\n"
    (only,) = found(mbox(tmp_path, LINE + HEAD + body))
    assert only == (HEAD + body).replace(b"\n", b"\r\n")


def test_a_missing_empty_line_loses_no_mail(tmp_path: Path) -> None:
    assert len(found(mbox(tmp_path, LINE + HEAD + b"\neen\n" + LINE + HEAD + b"\ntwee\n"))) == 2


@pytest.mark.parametrize(
    "line",
    [
        b"From - Mon Jul  5 09:00:00 2021\n",
        b"From 1704@xxx Mon Jul 05 09:00:00 +0000 2021\n",
        b"From jan@example.be Mon Jul  5 09:00:00 2021 +0200\r\n",
        b"From jan@example.be Mon Jul 5 09:00 CEST 2021\n",
        b'From "jan peeters"@example.be  Mon, 5 Jul 2021 09:00:00\n',
    ],
)
def test_the_from_lines_of_several_programs_are_known(tmp_path: Path, line: bytes) -> None:
    assert len(found(mbox(tmp_path, line + HEAD + b"\neen\n\n" + line + HEAD + b"\ntwee\n"))) == 2


def test_without_dates_in_its_from_lines_an_empty_line_tells_them(tmp_path: Path) -> None:
    line = b"From MAILER-DAEMON\n"
    box = mbox(tmp_path, line + HEAD + b"\neen\nFrom here\n\n" + line + HEAD + b"\ntwee\n")
    assert [one.rsplit(b"\r\n\r\n", 1)[1] for one in found(box)] == [b"een\r\nFrom here\r\n", b"twee\r\n"]


def test_one_quote_is_taken_from_a_line_that_the_writer_quoted(tmp_path: Path) -> None:
    (only,) = found(mbox(tmp_path, LINE + HEAD + b"\n>From now on\n>>From me\n> From them\n"))
    assert only.endswith(b"\r\nFrom now on\r\n>From me\r\n> From them\r\n")


@pytest.mark.parametrize(
    ("field", "at"),
    [
        (b"Date: Thu, 1 Jul 2021 09:00:00 +0200\n", datetime(2021, 7, 1, 7, 0, tzinfo=UTC)),
        (b"Date: Thu, 1 Jul 2021 09:00:00 -0000\n", datetime(2021, 7, 1, 9, 0, tzinfo=UTC)),
        (b"", datetime(2021, 7, 5, 9, 0, tzinfo=UTC)),
        (b"Date: yesterday\n", datetime(2021, 7, 5, 9, 0, tzinfo=UTC)),
        (b"Date: Thu, 1 Jul 2071 09:00:00 +0200\n", datetime(2021, 7, 5, 9, 0, tzinfo=UTC)),
        (b"Date: Thu, 1 Jan 1970 00:00:00 +0000\n", datetime(2021, 7, 5, 9, 0, tzinfo=UTC)),
        (b"Date: 99 \xff Jul 99999 99:99\n", datetime(2021, 7, 5, 9, 0, tzinfo=UTC)),
    ],
)
def test_a_mail_came_when_its_date_says_if_that_can_be_or_else_its_from_line(
    tmp_path: Path, field: bytes, at: datetime
) -> None:
    (entry,) = archives.survey(mbox(tmp_path, LINE + field + HEAD + b"\n"), NOW).entries
    assert entry.at == at


def test_without_any_date_a_mail_comes_now(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(HEAD + b"\n")
    assert [entry.at for entry in archives.survey(tmp_path, NOW).entries] == [NOW]


def test_a_mark_and_a_from_line_before_a_mail_in_a_file_are_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"\xef\xbb\xbf" + HEAD + b"\n>From me\n")
    (tmp_path / "b.eml").write_bytes(LINE + HEAD + b"\n")
    crlf = HEAD.replace(b"\n", b"\r\n")
    assert found(tmp_path) == [crlf + b"\r\n", crlf + b"\r\n>From me\r\n"]


def test_a_mail_above_the_limit_is_cut_and_its_size_told(tmp_path: Path) -> None:
    contents = archives.survey(mbox(tmp_path, LINE + HEAD + b"\n" + b"x" * 5000), NOW)
    raw, size = archives.content(contents, contents.entries[0], 100)
    assert (len(raw), size) == (100, len(HEAD) + 1 + 5000)


def test_an_entry_without_a_header_is_no_mail_and_is_named(tmp_path: Path) -> None:
    contents = archives.survey(mbox(tmp_path, LINE + HEAD + b"\neen\n\n" + LINE + b"\nwords\n"), NOW)
    assert (len(contents.entries), contents.unreadable) == (1, ("box, mail 2",))


def test_an_empty_mbox_holds_nothing(tmp_path: Path) -> None:
    assert archives.survey(mbox(tmp_path, b""), NOW).entries == ()
