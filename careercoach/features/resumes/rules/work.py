"""Posts: job title, employer, dates, place and what was done."""

from careercoach.features.resumes.rules.entries import Entry, split_entries
from careercoach.features.resumes.rules.found import Found, post_found
from careercoach.features.resumes.rules.heads import Head, read_head, share_places
from careercoach.features.resumes.rules.pairs import Pair, tell_apart
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.telling import organisationness, titleness


def read_posts(rows: list[Row]) -> list[Found]:
    """The posts of one work section, in the order of the page."""
    entries = split_entries(rows)
    heads = [read_head(entry) for entry in entries]
    share_places(heads)
    pairs = tell_apart(heads, titleness, organisationness)
    _share_employers(entries, heads, pairs)
    posts: list[Found] = []
    for entry, head, pair in zip(entries, heads, pairs, strict=True):
        if not pair.what and not pair.where:
            _append_to_last(posts, entry)
            continue
        posts.append(post_found(entry, head, pair))
    return posts


def _append_to_last(posts: list[Found], entry: Entry) -> None:
    """A head without a text tells more about the post before."""
    if posts:
        posts[-1].add_body([*entry.head, *entry.body])


def _share_employers(entries: list[Entry], heads: list[Head], pairs: list[Pair]) -> None:
    """Several posts under one employer: a head that names only the employer hands it to the posts below."""
    employer = ""
    for index, (entry, head, pair) in enumerate(zip(entries, heads, pairs, strict=True)):
        lone = len(head.texts) == 1
        following = index + 1 < len(entries)
        if (
            lone
            and not entry.body
            and following
            and titleness(head.texts[0].text) < 2
            and len(heads[index + 1].texts) == 1
        ):
            employer = head.texts[0].text
            pair.what, pair.where = "", ""
            head.texts.clear()
        elif len(head.texts) >= 2:
            employer = pair.where
        elif lone and employer and titleness(head.texts[0].text) >= organisationness(head.texts[0].text):
            pair.what, pair.where = head.texts[0].text, employer
