"""Replies for the small guide, kept apart from it: most tests need none."""

from msgspec.structs import replace

from guide.model.replies import Replies
from guide.model.schema import Guide
from guide.reading.collector import Problems
from guide.reading.decode import decode
from guide.reading.nodes import parse

FILE = "replies.yaml"
TEXT = """\
opening: {section: steps}
speakers:
  - {id: keeper, label: You}
  - {id: smith, label: The smith, call_in: Anything that is broken.}
blanks:
  - {name: day, asks: a day you can keep}
  - name: flame
    asks: how it burns
    fills: [{when: {flame: smoky}, words: a smoky flame}]
never:
  - {phrases: [unbreakable, never breaks], why: Every glass breaks., instead: It is whole today}
replies:
  - id: safe
    asked: [Is it safe?, May we light it?]
    who: keeper
    show: The lantern
    rests_on: [F1]
    points: [Say how it burns, Give a day]
    follow_ups: [glass]
    never:
      - {phrases: [quite safe, saf*], why: Nobody can know that., instead: 'It has [flame]'}
    answers:
      - id: safe-smoky
        when: {flame: smoky}
        rank: 1
        says: >-
          It has [flame], and that leaves soot on the glass. We trim the wick before we light it
          again, and by [day] somebody looks at it who knows about lanterns.
      - id: safe-steady
        rank: 1
        says: >-
          It burns with [flame] today, and the wick was trimmed. Look at it with me for a moment
          before you light it, and tell me by [day] how it went.
  - id: glass
    asked: [Is the glass whole?]
    who: smith
    show: The glass
    judgement: As smiths do.
    points: [Answer yes or no]
    answers:
      - id: glass-cracked
        when: {glass: cracked}
        rank: 1
        says: >-
          No, there is a crack in it, and wind gets in through that. I have a new one on the
          bench, and it will be in its frame by [day], if nothing else breaks.
      - id: glass-whole
        rank: 1
        says: >-
          Yes, I had it in my hands this morning and held it against the light. There is no crack
          in it that I can see, and I will look again by [day].
  - id: wind
    asked: [What about the wind?]
    who: keeper
    show: The weather vane
    judgement: As keepers do.
    points: [Name the wind]
    answers:
      - id: wind-any
        rank: 1
        says: >-
          It [is / isn't] blowing hard, and a lantern out in the open is never left alone in a
          wind. One of us stays beside it until the others are back.
  - id: oil
    asked: [Who pays for the oil?]
    asked_by: board
    who: keeper
    show: The book
    judgement: As keepers do.
    points: [Name the sum]
    answers:
      - id: oil-book
        says: >-
          It stands in the book, night by night, with the name of whoever filled it up. I would
          rather show you the page than give you one sum for the year.
"""


def small_replies() -> Replies:
    """The replies as they are read."""
    problems = Problems()
    node = parse(TEXT.encode(), FILE, problems)
    assert node is not None
    replies: Replies = decode(node, Replies, problems)
    assert not problems
    return replies


def with_replies(guide: Guide) -> Guide:
    """The guide with these replies."""
    return replace(guide, replies=small_replies())
