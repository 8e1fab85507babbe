"""Checks that the replies hold together: who, which blanks, how long, and nothing forbidden."""

from collections.abc import Iterator

from guide.english import WORD, any_phrase
from guide.model.basic import Name
from guide.model.codes import Code
from guide.model.problems import did_you_mean
from guide.model.replies import BLANK, CHOICE, SPOKEN, NeverSay, Replies, Reply, SpokenAnswer
from guide.model.schema import Guide, Place
from guide.reading.collector import Problems


def check_replies(guide: Guide, problems: Problems) -> None:
    """Report what is wrong with the guide's ``replies.yaml``, if it has one."""
    if guide.replies is not None:
        _Check(guide, guide.replies, problems).check()


class _Check:
    def __init__(self, guide: Guide, replies: Replies, problems: Problems) -> None:
        self.guide = guide
        self.replies = replies
        self.problems = problems
        self.blanks = {blank.name for blank in replies.blanks}
        # Once: for each reply its own with these would be 57 patterns, and 60 ms to make them.
        self.forbidden = any_phrase((*guide.head.forbidden, *phrases(replies.never)))

    def check(self) -> None:
        replies, problems = self.replies, self.problems
        problems.unique(replies.speakers)
        problems.unique(replies.replies)
        problems.unique([answer for reply in replies.replies for answer in reply.answers])
        self._opening()
        letters = self.guide.letters
        for name in (name for blank in replies.blanks for name in blank.filled_by):
            self._known(name, [*letters.blank_names] if letters else [], "field of the letters")
        for facet in (facet for row in replies.unsaid for facet in row.facets):
            self._known(facet, [each.id for each in self.guide.facets], "facet")
        for never in replies.never:
            self._never(never)
        for reply in replies.replies:
            self._reply(reply)

    def _opening(self) -> None:
        opening = self.replies.opening
        section = next((s for s in self.guide.sections if s.id == opening.section.text), None)
        if section is None:
            self._known(opening.section, [s.id for s in self.guide.sections], "section")
        elif opening.part is not None:
            self._known(opening.part, [part.id for part in section.parts], "part")
        if opening.answers is not None:
            self._known(opening.answers, [reply.id for reply in self.replies.replies], "reply")

    def _known(self, name: Name, known: list[str], what: str) -> None:
        self.problems.knows(Code.REPLY_NAME, f"no {what}", name.text, known, name.at)

    def _reply(self, reply: Reply) -> None:
        speakers = [speaker.id for speaker in self.replies.speakers]
        for who in (reply.who, *(answer.who for answer in reply.answers if answer.who)):
            self._known(who, speakers, "speaker")
        for name in reply.follow_ups:
            self._known(name, [other.id for other in self.replies.replies], "reply")
        for never in reply.never:
            self._never(never)
        for answer in reply.answers:
            self._answer(reply, answer)

    def _never(self, never: NeverSay) -> None:
        self._blanks(never.instead, never.at, "instead")

    def _answer(self, reply: Reply, answer: SpokenAnswer) -> None:
        self._blanks(answer.says, answer.at, "says")
        words = len(WORD.findall(BLANK.sub(lambda m: m[1].partition(CHOICE)[0], answer.says)))
        least, most = SPOKEN
        if not least <= words <= most:
            message = f"{answer.id!r} takes {words} words to say; say it in {least} to {most}"
            self.problems.add(Code.REPLY_LENGTH, answer.at, message)
        spoken = answer.says.replace("\u2019", "'")
        own = any_phrase(phrases(reply.never))
        matches = [own.search(spoken), self.forbidden.search(spoken)]
        match = min(filter(None, matches), key=lambda match: match.start(), default=None)
        if match is not None:
            at = self.problems.spot(answer.at, "says", match.start(), answer.says)
            message = f"{answer.id!r} says {match.group()!r}, which is never to be said here"
            self.problems.add(Code.REPLY_FORBIDDEN, at, message)

    def _blanks(self, text: str, at: Place, field: str) -> None:
        for match in BLANK.finditer(text):
            if match[1] not in self.blanks and CHOICE not in match[1]:
                where = self.problems.spot(at, field, match.start(), text)
                hint = did_you_mean(match[1], sorted(self.blanks)) or "; list it under 'blanks'"
                self.problems.add(Code.REPLY_NAME, where, f"no blank {match[1]!r}{hint}")


def phrases(rows: tuple[NeverSay, ...]) -> Iterator[str]:
    """Every phrase of these rows."""
    return (phrase for row in rows for phrase in row.phrases)
