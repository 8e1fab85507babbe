"""Which reply a question asks for, however it is put."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from guide.journey.matching import (
    Matcher,
    SearchText,
    asked_words,
    best_first,
    rarity,
    stem,
    words_of,
)
from guide.model.replies import Reply
from guide.model.schema import Guide
from guide.sales.ready import ReadyReply

MOST = 3
"""Replies that an answer to one question needs at most."""

SYNONYM = 0.3
"""What a synonym weighs: a reply names the usual ones itself. Of 204 questions, each looked for
without its own words in the replies, 175 are in the first three so, and 173 at 0.6.
"""

PAIR = 0.2
"""What two neighboring words weigh beside a word that is as rare; 171 of the 204 without them."""

FILLERS = frozenset(
    words_of(
        "after again all also am another any around because been before being between both came "
        "can cannot come could couldn d dear didn do don doesn during each every get give go going "
        "got he hello her here hi him into isn just know let like ll look m made make many may me "
        "might more most much need now off one only onto other out over please put re really s "
        "said same say see shall she should so some such t take tell than thank thanks then there "
        "these they thing things think this those too up us ve very want wasn way went while "
        "without won would"
    )
)
"""Words that a question can have whatever it is about; beside a neighbor they may still tell."""


def asked_for(guide: Guide, ready: Sequence[ReadyReply], question: str) -> list[ReadyReply]:
    """The replies that a question in any words may ask for, the likeliest first."""
    texts = [
        SearchText(" ".join((*each.reply.asked, each.reply.also)), each.says) for each in ready
    ]
    telling = [word for word in asked_words(question) if word not in FILLERS]
    scores = Matcher(texts, guide.head.synonyms).scores(" ".join(telling) or question, SYNONYM)
    pairs = [_pairs_of(each.reply) for each in ready]
    common = Counter(pair for some in pairs for pair in some)
    for index, some in enumerate(pairs):
        for pair in some & _pairs(question):
            scores[index] += PAIR * rarity(len(ready), common[pair])
    return [ready[index] for index in best_first(scores)[:MOST]]


def _pairs_of(reply: Reply) -> set[tuple[str, str]]:
    """The words that stand side by side in any way to put the question."""
    return set().union(*map(_pairs, (*reply.asked, *reply.also.split(","))))


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(map(stem, words_of(text))))
