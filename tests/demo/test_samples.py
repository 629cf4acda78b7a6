"""The sample mails are what they claim to be, and take no real person's place."""

import email
import email.policy
import email.utils
import re
import tomllib
from email.message import EmailMessage
from pathlib import Path

import pytest

from mailworker.demo.samples import OUR_LAST_MAIL, Sample, samples

MAILBOX = "toezichtdrinkwater@vmm.be"
CONFIG = Path(__file__).parents[2] / "config" / "organisations.toml"
ALL = samples()
each = pytest.mark.parametrize("sample", ALL[:-1], ids=[sample.name for sample in ALL[:-1]])


def parse(sample: Sample) -> EmailMessage:
    return email.message_from_bytes(sample.raw, policy=email.policy.default)


def sender(sample: Sample) -> str:
    return email.utils.parseaddr(str(parse(sample)["From"]))[1]


def test_the_first_mail_is_delivered_once_more_at_the_end() -> None:
    assert ALL[-1].name == ALL[0].name
    assert ALL[-1].raw == ALL[0].raw


def test_all_files_are_used_and_arrive_in_the_order_of_their_dates() -> None:
    files = sorted((Path(__file__).parents[2] / "mailworker/demo/mails").glob("*.eml"))
    assert [sample.name for sample in ALL[:-1]] == [file.stem for file in files]
    dates = [parse(sample)["Date"].datetime for sample in ALL[:-1]]
    assert dates == sorted(dates)


def test_replies_come_from_people_who_wrote_before() -> None:
    replies = [sample for sample in ALL if OUR_LAST_MAIL in sample.raw]
    assert [reply.name for reply in replies] == ["14-gmail-antwoord-organisatie", "15-outlook-antwoord-tafels"]
    for reply in replies:
        earlier = ALL[: ALL.index(reply)]
        assert sender(reply) in {sender(sample) for sample in earlier}
        assert reply.raw.count(OUR_LAST_MAIL) == 2


def test_each_message_id_is_used_once() -> None:
    ids = [parse(sample)["Message-ID"] for sample in ALL[:-1]]
    assert len(set(ids)) == len(ids)


@each
def test_a_sample_is_a_whole_mail_as_our_server_hands_it_over(sample: Sample) -> None:
    mail = parse(sample)
    assert [part.defects for part in mail.walk()] == [[] for _part in mail.walk()]
    assert re.search(rb"(?<!\r)\n|\r(?!\n)", sample.raw) is None
    assert mail["Delivered-To"] == MAILBOX
    assert MAILBOX in mail["To"]
    assert mail["Message-ID"].startswith("<")
    assert mail["Authentication-Results"].startswith("mx.vmm.be;")
    body = mail.get_body(("plain", "html"))
    assert body is not None
    assert "\N{REPLACEMENT CHARACTER}" not in body.get_content()


@each
def test_a_sample_comes_from_a_configured_a_shared_or_an_invented_domain(sample: Sample) -> None:
    organisations = tomllib.loads(CONFIG.read_text("utf-8"))
    known = {domain for organisation in organisations["organisation"] for domain in organisation["domains"]}
    known.update(organisations["shared_domains"]["names"])
    domain = sender(sample).rpartition("@")[2]
    assert domain in known or domain.endswith(".example")
