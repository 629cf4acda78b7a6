"""Which tables a piece of text names: ids, names, configured words, shared stems, all, all but, typing errors.

It tells what stands there, also what it says no to or leaves open; whether the sender wishes it is decided elsewhere.
The words are the programme's configuration; id and name alone give a sensible reading.
"""

from mailworker.reading.layout.boxes import with_boxes
from mailworker.reading.naming.every_table import RESTRICTED, every_of
from mailworker.reading.naming.mention import Polarity, TablesRead, Vagueness
from mailworker.reading.naming.table_denied import with_polarity
from mailworker.reading.naming.table_names import Vocabulary
from mailworker.reading.naming.vague_tables import vagueness_of


def read_tables(folded: str, original: str, words: Vocabulary) -> TablesRead:
    """The tables that a text names, each with whether it says yes or no to it, and what is vague."""
    mentions = words.mentions(folded, original)
    mentions = [with_polarity(folded, mentions, number) for number in range(len(mentions))]
    mentions = with_boxes(original, mentions)
    every = every_of(folded, mentions, words)
    if every is not None and RESTRICTED.match(folded[every.end :]):
        return TablesRead(tuple(mentions), Vagueness.SOME)
    if every is not None:
        beside = [m for m in mentions if m.polarity is not Polarity.YES or m.end <= every.start]
        mentions = [every, *(m for m in beside if not set(m.ids) <= set(every.ids))]
        mentions.sort(key=lambda mention: mention.start)
        return TablesRead(tuple(mentions))
    return TablesRead(tuple(mentions), vagueness_of(folded, mentions, words))
