"""Prose to requests: what a careful clerk reads in a mail, with the evidence for it. Pure and deterministic.

`understand` is the way in, `reader` the way through: `context` gathers what was found in the letter (`layout`), each unit
with what is `said` in it (tables: `naming`, people: `who`, organisations: `whose`, `intent`); `gate` tells what a person
should see first; `wishes` (with `choice` and `changing`) and `from_forms` make wishes, `requests` makes requests of them;
`second_look` reads the mail once more against those. `phrases` holds the words that all of them go by.
"""
