"""HTML as a reader sees it: hidden text, tables, lists, quotes; and which of two alternatives is read."""

import pytest

from mailworker.message.body import Label, read_body
from mailworker.message.html_text import html_lines
from mailworker.message.inbound import parse
from tests.message.writing import alternative, parts_of, raw_mail, read_html, words


def lines(html: str) -> list[str]:
    return [line.text for line in html_lines(html)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Graag&nbsp;grondwater &amp; audit &eacute;&#233;n&#8217;s</p>", ["Graag grondwater & audit één’s"]),
        ("<div>een</div><div>twee<br>drie</div>", ["een", "twee", "drie"]),
        ("een<br><br>twee", ["een", "", "twee"]),
        ("<div>een</div><div><br></div><div>twee</div>", ["een", "", "twee"]),
        ("<p>een</p><p>twee</p>", ["een", "", "twee"]),
        (
            '<p class="MsoNormal">een<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p'
            ' class="MsoNormal">twee</p>', ["een",
            "",
            "twee"]),
        ("<p>een\n  woord <b>en</b><i>meer</i></p>", ["een woord enmeer"]),
        ("<ul><li>grondwater</li><li><p>audit</p></li></ul>", ["- grondwater", "- audit"]),
        ("<ol><li>een</li><li>twee</li></ol>", ["1. een", "2. twee"]),
        ("<pre>een\n  twee\n\ndrie</pre>", ["een", "twee", "", "drie"]),
        ("<h1>Kop</h1>tekst", ["Kop", "", "tekst"]),
        ("een<hr>twee", ["een", "_" * 32, "twee"]),
        ('<input type="checkbox" checked> een<br><input type=checkbox> twee', ["[x] een", "[ ] twee"]),
        ('naam <input value="Jan"> <select><option>a</select>', ["naam Jan"]),
        ("", []),
    ],
)  # fmt: skip
def test_lines_are_what_a_reader_sees(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<!-- hemelwater -->",
        "<!--[if mso]><p>hemelwater</p><![endif]-->",
        "<!--[if gte mso 9]><xml><o:x>hemelwater</o:x></xml><![endif]-->",
        "<style>p:after{content:'hemelwater'}</style>",
        "<script>hemelwater</script>",
        "<title>hemelwater</title>",
        '<span style="display:none">hemelwater</span>',
        '<div style="DISPLAY: None !important"><p>hemelwater</p></div>',
        '<span style="font-size:0px">hemelwater</span>',
        '<span style="font-size:0;color:#fff">hemelwater</span>',
        '<p style="mso-hide:all">hemelwater</p>',
        '<div style="visibility:hidden">hemelwater</div>',
        '<div style="max-height:0;overflow:hidden">hemelwater</div>',
        "<div hidden>hemelwater</div>",
        "<template>hemelwater</template>",
        "<xml>hemelwater</xml>",
    ],
)
def test_what_is_hidden_is_not_read(hidden: str) -> None:
    assert lines(f"<div>grond</div>{hidden}<div>audit</div>") == ["grond", "audit"]


def test_text_in_a_conditional_that_every_reader_shows_is_read() -> None:
    assert lines("<p><![if !supportLists]>1. <![endif]>grondwater</p>") == ["1. grondwater"]


def test_a_letter_size_of_zero_ends_where_a_child_has_one() -> None:
    assert lines(
        '<table><tr><td style="font-size:0px"><span style="font-size:11pt">audit</span>x</td></tr></table>'
    ) == ["audit"]


def test_the_cells_of_a_row_stand_on_one_line_with_tabs() -> None:
    html = (
        "<table><tr><th>Naam</th><th>grond</th><th>audit</th></tr><tr><td><p>Jan</p></td><td></td><td>x</td></tr>"
        "<tr><td>An</td><td>x</td><td>&nbsp;</td></tr></table>"
    )
    assert lines(html) == ["Naam\tgrond\taudit", "Jan\t\tx", "An\tx\t"]


def test_a_cell_of_several_lines_stays_with_its_row() -> None:
    html = (
        "<table><tr><td>Jan</td><td>grond<br>audit</td></tr><tr><td>An</td><td><p>hemel</p><p>audit</p></td></tr>"
        "</table>"
    )
    assert lines(html) == ["Jan\tgrond, audit", "An\themel, audit"]


def test_a_cell_over_two_rows_counts_in_both() -> None:
    html = "<table><tr><td rowspan=2>Jan</td><td>grond</td></tr><tr><td>audit</td></tr></table>"
    assert lines(html) == ["Jan\tgrond", "Jan\taudit"]


def test_a_cell_over_two_columns_keeps_the_columns_behind_it_in_place() -> None:
    html = "<table><tr><td>a</td><td>b</td><td>c</td></tr><tr><td colspan=2>Jan</td><td>x</td></tr></table>"
    assert lines(html) == ["a\tb\tc", "Jan\t\tx"]


def test_a_table_that_lays_out_a_page_is_read_cell_by_cell() -> None:
    html = (
        "<table><tr><td><img></td><td><p>Beste</p><p>Graag grond.</p>"
        "<table><tr><td>Mvg</td></tr><tr><td>Jan</td></tr></table></td></tr></table>"
    )
    assert words(" ".join(lines(html))) == "Beste Graag grond. Mvg Jan"


QUOTED = "<p>Kies: grondwater, hemelwater</p>"
STRUCTURES = {
    "Gmail": '<div class="gmail_quote"><div class="gmail_attr">Op ma 5 jul. 2021 om 10:03 schreef Team &lt;<a'
    ' href="x">a@b.test</a>&gt;:'
    f'<br></div><blockquote class="gmail_quote" style="border-left:1px solid">{QUOTED}</blockquote></div>',
    "Apple Mail": f'<div><br><blockquote type="cite"><div>Op 5 jul. 2021, om 10:03 heeft Team &lt;a@b.test&gt; het'
    f" volgende geschreven:</div><br><div>{QUOTED}</div></blockquote></div>",
    "Thunderbird": f'<div class="moz-cite-prefix">Op 5/07/2021 om 10:03 schreef Team:<br></div><blockquote'
    f' type="cite" cite="mid:x">{QUOTED}</blockquote>',
    "Outlook": '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Van:</b> Team'
    " &lt;a@b.test&gt;<br><b>Verzonden:</b> maandag 5 juli 2021 10:03<br>"
    f"<b>Aan:</b> Jan<br><b>Onderwerp:</b> tafels</p></div>{QUOTED}",
    "Outlook on the web": '<hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr">'
    "<font><b>Od:</b> Team<br><b>Odesláno:</b> pondělí<br></font></div>" + QUOTED,
    "Outlook 2003": f'<div class="OutlookMessageHeader"><hr><font><b>Fra:</b> Team<br><b>Sendt:</b> mandag<br>'
    f"</font></div>{QUOTED}",
    "Outlook mobile": f'<div class="ms-outlook-mobile-reference-message">{QUOTED}</div>',
    "new Outlook": f'<div id="mail-editor-reference-message-container">{QUOTED}</div>',
    "Yahoo": f'<div class="yahoo_quoted"><div>On Monday, Team wrote:</div>{QUOTED}</div>',
    "Zimbra": f'<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>Da: </b>Team</div><div'
    f' data-marker="__QUOTED_TEXT__">{QUOTED}</div>',
    "Zoho": f'<blockquote class="zmail_extra" style="border-left: 1px">{QUOTED}</blockquote>',
    "Proton": f'<div class="protonmail_quote">Op maandag 5 juli<br>{QUOTED}</div>',
}


@pytest.mark.parametrize("quote", STRUCTURES.values(), ids=STRUCTURES.keys())
def test_the_structure_of_a_quote_tells_it(quote: str) -> None:
    body = read_html(f"<div>Wij kiezen audit.</div>{quote}", "Re: tafels", In_Reply_To="<a@b.test>")
    assert (words(body.own).rstrip("_ "), "hemelwater" in body.of(Label.QUOTE)) == ("Wij kiezen audit.", True)


def test_an_indented_paragraph_is_no_quote() -> None:
    html = (
        '<div>Wij kiezen</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>grondwater</div>'
        "</blockquote>"
    )
    assert words(read_html(html).own) == "Wij kiezen grondwater"


def test_answers_between_quotes_are_own_words() -> None:
    html = (
        '<div class="gmail_quote"><div class="gmail_attr">Op ma 5 jul. 2021 om 10:03 schreef Team &lt;a@b.test&gt;:'
        "</div>"
        '<blockquote class="gmail_quote">Wie?</blockquote><div>An Smet</div><blockquote class="gmail_quote">Tafel?'
        "</blockquote><div>audit</div></div>"
    )
    assert words(read_html(html, "Re: vraag").own) == "An Smet audit"


def test_a_forward_container_is_a_forward() -> None:
    body = read_html(f'<p>Wij kiezen audit.</p><div class="moz-forward-container">{QUOTED}</div>', "Fwd: tafels")
    assert parts_of(body) == {"own": "Wij kiezen audit.", "forward": "Kies: grondwater, hemelwater"}


@pytest.mark.parametrize(
    "signature",
    [
        '<div class="gmail_signature">Jan Peeters<br>Waterland</div>',
        '<div data-marker="__SIG_POST__">Jan Peeters<br>Waterland</div>',
        '<div class="moz-signature">Jan Peeters<br>Waterland</div>',
        '<div id="Signature"><p>Jan Peeters</p><p>Waterland</p></div>',
        '<div id="AppleMailSignature">Jan Peeters<br>Waterland</div>',
    ],
)
def test_the_element_of_a_signature_tells_it(signature: str) -> None:
    assert parts_of(read_html(f"<div>Graag grond.</div>{signature}")) == {
        "own": "Graag grond.",
        "signature": "Jan Peeters Waterland",
    }


@pytest.mark.parametrize(
    "struck",
    ["<s>hemelwater</s>", "<del>hemelwater</del>", '<span style="text-decoration: line-through">hemelwater</span>'],
)
def test_what_is_crossed_out_is_no_own_word(struck: str) -> None:
    body = read_html(f"<p>Graag grondwater {struck} audit</p>")
    assert parts_of(body) == {"own": "Graag grondwater audit", "struck out": "hemelwater"}


def test_answers_in_the_colour_that_the_sender_names_are_own_words() -> None:
    html = (
        "<p>Dag, mijn antwoorden staan in het rood hieronder.</p><div id=divRplyFwdMsg><b>Van:</b> Team</div>"
        '<p>Welke tafel? <span style="color:#FF0000">audit</span></p><p style="color:blue">hemelwater</p>'
    )
    body = read_html(html, "RE: vraag")
    assert words(body.own) == "Dag, mijn antwoorden staan in het rood hieronder. audit"


def test_plain_text_is_preferred() -> None:
    body = read_body(parse(alternative("Graag grondwater.\n", "<p>Graag <b>grondwater</b>.</p>")))
    assert (body.origin, words(body.own)) == ("plain", "Graag grondwater.")


def test_html_is_read_where_plain_text_is_empty() -> None:
    assert read_body(parse(alternative("\n", "<p>Graag grondwater.</p>"))).own == "Graag grondwater."


def test_html_is_read_where_plain_text_only_points_to_it() -> None:
    body = read_body(parse(alternative("Your client does not support HTML messages.\n", "<p>Graag grondwater.</p>")))
    assert body.own == "Graag grondwater."


def test_html_is_read_where_plain_text_tore_a_table_apart() -> None:
    html = "<p>Onze keuze:</p><table><tr><td>Jan</td><td>grond</td></tr><tr><td>An</td><td>audit</td></tr></table>"
    body = read_body(parse(alternative("Onze keuze:\nJan\ngrond\nAn\naudit\n", html)))
    assert (body.origin, body.own) == ("html", "Onze keuze:\nJan\tgrond\nAn\taudit")


def test_plain_text_is_read_where_it_kept_the_table() -> None:
    html = "<table><tr><td>Jan</td><td>grond</td></tr><tr><td>An</td><td>audit</td></tr></table>"
    assert read_body(parse(alternative("Jan   grond\nAn   audit\n", html))).origin == "plain"


def test_html_is_read_where_it_crosses_out() -> None:
    body = read_body(parse(alternative("grond\nhemel\n", "<p>grond</p><p><strike>hemel</strike></p>")))
    assert words(body.own) == "grond"


def test_a_part_that_says_it_is_plain_but_holds_html_is_read_as_html() -> None:
    body = read_body(parse(raw_mail("<html><body><p>Graag<br>grondwater</p></body></html>")))
    assert (body.origin, body.own) == ("html", "Graag\ngrondwater")


def test_the_only_text_is_read_even_if_it_has_a_file_name() -> None:
    body = read_body(parse(raw_mail("Graag grondwater", Content_Type="text/plain; name=bericht.txt; charset=utf-8")))
    assert body.own == "Graag grondwater"


def test_a_text_that_is_attached_is_not_read() -> None:
    raw = raw_mail("Graag grondwater", Content_Disposition="attachment; filename=lijst.txt")
    assert read_body(parse(raw)).text == ""


def test_text_in_pieces_around_a_picture_is_read_whole() -> None:
    raw = (
        b"From: a@b.test\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type:"
        b" text/plain\r\n\r\nGraag\r\n"
        b"--m\r\nContent-Type: image/png; name=a.png\r\n\r\nx\r\n--m\r\nContent-Type:"
        b" text/plain\r\n\r\ngrondwater\r\n--m--\r\n"
    )
    assert read_body(parse(raw)).own == "Graag\ngrondwater"


def test_a_part_that_repeats_another_in_html_is_read_once() -> None:
    raw = (
        b"From: a@b.test\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type:"
        b" text/plain\r\n\r\nGraag grond\r\n"
        b"--m\r\nContent-Type: text/html\r\n\r\n<p>Graag <b>grond</b></p>\r\n--m--\r\n"
    )
    assert read_body(parse(raw)).own == "Graag grond"


def test_plain_and_html_pieces_of_one_alternative_are_not_mixed() -> None:
    raw = (
        b"From: a@b.test\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type:"
        b" text/plain\r\n\r\nGraag\r\n"
        b"--a\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/html\r\n\r\n<p>Graag"
        b"</p>\r\n"
        b"--m\r\nContent-Type: image/png\r\n\r\nx\r\n--m\r\nContent-Type: text/html\r\n\r\n<p>Jan"
        b"</p>\r\n--m--\r\n--a--\r\n"
    )
    assert read_body(parse(raw)).text == "Graag"


HOSTILE_HTML = {
    "elements too deep": "<div>" * 50_000 + "Graag grondwater",
    "tags too long": "<p " + "a=b " * 20_000 + ">Graag grondwater",
    "comments never closed": "Graag grondwater" + "<!--" * 20_000,
    "angle brackets": "Graag grondwater " + "<" * 100_000,
    "letters never closed": "<font>" * 2_500 + "Graag grondwater",
    "tables in tables": "<table><tr><td>" * 300 + "Graag grondwater",
    "a picture in the text": f'<img src="data:image/png;base64,{"QUJD" * 50_000}">Graag grondwater',
    "spans of a million": '<table><tr><td colspan="999999999" rowspan="-1">Graag grondwater</td></tr></table>',
    "marks of our own": "\ue000Graag\ue001 grondwater\ue000",
    "nothing but ends": "</td></tr></table></ul></div>Graag grondwater",
}


@pytest.mark.parametrize("html", HOSTILE_HTML.values(), ids=HOSTILE_HTML.keys())
def test_hostile_html_still_gives_its_text(html: str) -> None:
    assert words(read_html(html).own).strip("< ") == "Graag grondwater"


def test_hidden_elements_are_left_out_of_what_is_too_hostile_to_parse() -> None:
    html = "<div>" * 3_000 + "<style>hemelwater</style><!-- hemelwater --><p>Graag</p>&amp; grond <script>hemelwater"
    assert words(read_html(html).own) == "Graag & grond hemelwater"
