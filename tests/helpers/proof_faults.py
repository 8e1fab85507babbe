"""One minimal fault for each problem that only the proof finds."""

import itertools
from collections.abc import Callable
from pathlib import Path

from guide.model.codes import Code
from helpers.faults import Fault, add, both, swap


def _torn_pairs(folder: Path) -> None:
    """Twenty pairs of boxes compared in one block, all left ones asked about before the right."""
    names = [f"{side}{number}" for side in ("left", "right") for number in range(20)]
    for name, following in itertools.pairwise([*names, "flame"]):
        values = ", ".join(f"{{id: v{n}, label: V{n}}}" for n in range(2))
        add("facets.yaml", f"- {{id: {name}, label: A box, values: [{values}]}}")(folder)
        options = [f"{{id: v{n}, label: V{n}, settles: {{{name}: v{n}}}}}" for n in range(2)]
        question = f"- {{id: {name}, text: A box?, then: {following}, options: "
        add("questions.yaml", f"{question}[{', '.join(options)}]}}")(folder)
    tables = [f"{{left{n}: v{a}, right{n}: v{1 - a}}}" for n in range(20) for a in range(2)]
    block = "- {id: torn, body: Look., judgement: It is near., when: "
    add("advice/steps.yaml", f"{block}[{', '.join(tables)}]}}")(folder)
    swap("guide.yaml", "start: flame", "start: left0")(folder)


def _parted(section: str, parts: str) -> Callable[[Path], None]:
    """A section with parts; its blocks still have none."""
    return swap("guide.yaml", f"holds: {section}}}", f"holds: {section}, parts: [{parts}]}}")


FAULTS = [
    Fault(
        Code.UNREACHABLE_QUESTION,
        add(
            "questions.yaml",
            "- {id: moon, text: A?, options: [{id: a, label: A, then: advice}]}",
        ),
        "questions.yaml:30:3",
        "no route leads to it",
    ),
    Fault(
        Code.DEAD_ROUTE,
        swap(
            "questions.yaml",
            "    - {go: wind}",
            "    - {when: {glass: cracked}, go: wind}\n    - {go: wind}",
        ),
        "questions.yaml:22:7",
        "shadowed by questions.yaml:21",
    ),
    Fault(
        Code.DEAD_ROUTE,
        swap(
            "questions.yaml",
            "    - {go: wind}",
            "    - {when: {wind: calm}, go: advice}\n    - {go: wind}",
        ),
        "questions.yaml:22:7",
        "wind is read before it is settled; the first answer to do so is at questions.yaml:27",
    ),
    Fault(
        Code.UNREACHABLE_BLOCK,
        swap("advice/notices.yaml", "when: {wind: storm}", "when: {wind: storm, glass: cracked}"),
        "advice/notices.yaml:5:3",
        "with glass=cracked the route at questions.yaml:21",
    ),
    Fault(
        Code.UNREACHABLE_BLOCK,
        swap(
            "advice/notices.yaml", "  unless: {flame: steady}", "  unless: {flame: [steady, smoky]}"
        ),
        "advice/notices.yaml:5:3",
        "also fulfils its 'unless'",
    ),
    Fault(
        Code.UNSETTLED_VALUE,
        swap("facets.yaml", "    - {id: calm,", "    - {id: gale, label: Gale}\n    - {id: calm,"),
        "facets.yaml:15:7",
        "no answer settles wind=gale",
    ),
    Fault(
        Code.UNREAD_FACET,
        both(
            add("facets.yaml", "- {id: smell, label: Smell, values: [{id: bad, label: Bad}]}"),
            swap(
                "questions.yaml",
                "{flame: smoky, soot: thick}",
                "{flame: smoky, soot: thick, smell: bad}",
            ),
        ),
        "facets.yaml:22:3",
        "no route, block or plan reads it",
    ),
    Fault(
        Code.SETTLED_TWICE,
        swap("questions.yaml", "settles: {wind: storm}", "settles: {wind: storm, glass: cracked}"),
        "questions.yaml:27:7",
        "settled glass=whole",
    ),
    Fault(
        Code.NO_EFFECT,
        both(
            swap("questions.yaml", "  then: advice", "  then: moon"),
            add(
                "questions.yaml",
                "- id: moon\n  text: Is there a moon?\n  then: advice\n  options:\n"
                "    - {id: 'yes', label: 'Yes'}\n    - {id: 'no', label: 'No'}",
            ),
        ),
        "questions.yaml:30:3",
        "no answer to 'moon' ever changes a page",
    ),
    Fault(
        Code.SAME_EFFECT,
        swap("questions.yaml", "skip: true}", "skip: true}\n    - {id: lull, label: No wind}"),
        "questions.yaml:29:7",
        "same_as: skip",
    ),
    Fault(
        Code.EMPTY_SECTION,
        swap("advice/verdict.yaml", "{flame: steady, glass: whole}", "{flame: steady, wind: calm}"),
        "guide.yaml:14:5",
        "has none for tiny:flame=steady,glass=whole",
    ),
    Fault(
        Code.SEVERAL_BLOCKS,
        swap("advice/verdict.yaml", "{flame: smoky, glass: whole}", "{flame: smoky}"),
        "advice/verdict.yaml:6:3",
        "for tiny:flame=smoky,glass=cracked (Smoky > Cracked)",
    ),
    Fault(
        Code.DEAD_ROUTE,
        swap(
            "questions.yaml",
            "skip: true}\n  then: advice",
            "skip: true}\n  then:\n    - {when: {glass: cracked}, go: advice}\n    - {go: advice}",
        ),
        "questions.yaml:30:7",
        "with glass=cracked the route at questions.yaml:21 goes past it",
    ),
    Fault(
        Code.NOT_THE_SAME,
        swap("questions.yaml", "settles: {wind: storm}}", "settles: {wind: storm}, same_as: calm}"),
        "questions.yaml:27:7",
        "can lead to another page",
    ),
    Fault(
        Code.STRAY_BLOCK,
        both(
            swap(
                "guide.yaml",
                "holds: any}",
                "holds: any, parts: [{id: n, holds: any, when: {flame: smoky}}]}",
            ),
            both(
                swap("advice/notices.yaml", "  rests_on: [F1]", "  rests_on: [F1]\n  part: n"),
                both(
                    swap("advice/notices.yaml", "either.", "either.\n  part: n"),
                    swap("advice/notices.yaml", "trial.", "trial.\n  part: n"),
                ),
            ),
        ),
        "advice/notices.yaml:12:3",
        "for other readers than tiny:flame=steady,glass=whole,wind=calm (Steady > Whole > Calm)",
    ),
    Fault(
        Code.EMPTY_SECTION,
        both(
            swap(
                "guide.yaml",
                "holds: some}",
                "holds: some, parts: [{id: daily}, {id: repair, when: {glass: whole}}]}",
            ),
            both(
                swap("advice/steps.yaml", "starts here.", "starts here.\n  part: daily"),
                swap(
                    "advice/steps.yaml",
                    "when: {glass: cracked}",
                    "when: {glass: whole}\n  unless: {flame: smoky}\n  part: repair",
                ),
            ),
        ),
        "guide.yaml:16:75",
        "part 'repair' of section 'steps' promises one block and has none for tiny:flame=smoky",
    ),
    Fault(
        Code.TOO_MUCH_TOGETHER,
        _torn_pairs,
        "guide.yaml:16:5",
        "section 'steps' depends on too many facets together to be proven: 'torn' reads 40;",
    ),
    Fault(
        Code.FORBIDDEN_WORD,
        swap("advice/steps.yaml", "Replace the glass.", "Replace it with Unbreakable glass."),
        "advice/steps.yaml:12:25",
        "'unbreakable'",
    ),
    Fault(
        Code.DOUBLED_WORD,
        swap("advice/steps.yaml", "Replace the glass.", "Replace the the glass."),
        "advice/steps.yaml:12:17",
        "'the the'",
    ),
    *(
        Fault(
            Code.FORBIDDEN_WORD,
            swap("advice/steps.yaml", "Replace the glass.", f"Replace it with {word} glass."),
            "advice/steps.yaml:12:25",
            repr(name),
        )
        for word, name in (
            ("unbre\u0430kable", "unbreakable"),
            ("\uff35nbreakable", "unbreakable"),
        )
    ),
    Fault(
        Code.FORBIDDEN_WORD,
        both(
            swap("guide.yaml", "- unbreakable", "- unbreak*"),
            swap("advice/steps.yaml", "the glass.\n  rests", "the Unbreaking glass.\n  rests"),
        ),
        "advice/steps.yaml:12:21",
        "says 'Unbreaking'",
    ),
    Fault(
        Code.UNFOUNDED_NUMBER,
        swap("advice/steps.yaml", "Replace the glass.", "Replace the glass in 3 days."),
        "advice/steps.yaml:12:9",
        "'steps-cracked' says 3, and no fact under it does",
    ),
    Fault(
        Code.UNENDED_SENTENCE,
        swap("advice/steps.yaml", "Replace the glass.", "Replace the glass and"),
        "advice/steps.yaml:12:29",
        "'Replace the glass and'",
    ),
    Fault(
        Code.UNENDED_SENTENCE,
        swap("facts.yaml", "Practice says otherwise.", "Practice says otherwise,"),
        "facts.yaml:15:35",
        "'F2', in its 'check', stops without an end",
    ),
    Fault(
        Code.FILLER,
        swap("advice/steps.yaml", "Replace the glass.", "Lorem ipsum dolor sit amet."),
        "advice/steps.yaml:12:9",
        "'Lorem ipsum'",
    ),
    Fault(
        Code.UNBALANCED_QUOTES,
        swap("advice/steps.yaml", "Replace the glass.", 'Say "it is broken and replace it.'),
        "advice/steps.yaml:12:13",
        "without its other half",
    ),
    Fault(
        Code.LONG_SENTENCE,
        swap("advice/steps.yaml", "Replace the glass.", "Replace it" + " and look" * 20 + "."),
        "advice/steps.yaml:12:9",
        "42 words",
    ),
    Fault(
        Code.DEAD_ROUTE,
        swap("questions.yaml", "then: soot}\n", "then: soot}\n  then: flame\n"),
        "questions.yaml:8:9",
        "no reader takes this route to 'flame': every option of 'flame' has a 'then' of its own",
    ),
    Fault(
        Code.HARD_PAGE,
        add("guide.yaml", "reading_grade: 1"),
        "advice/notices.yaml:10:3",
        "above school grade 1 are 4 of 10 pages",
    ),
    Fault(
        Code.UNKNOWN_FACT_IN_TEXT,
        swap("advice/steps.yaml", "Replace the glass.", "Replace the glass, as F7 says."),
        "advice/steps.yaml:12:31",
        "names F7",
    ),
    Fault(
        Code.UNSEEN_FACT,
        add("facts.yaml", "  - {id: F3, says: Owls like lanterns., source: [KEEPER]}"),
        "facts.yaml:20:5",
        "F3",
    ),
    Fault(
        Code.UNUSED_SOURCE,
        swap("facts.yaml", "facts:", "  - {id: OWL, name: The owl}\nfacts:"),
        "facts.yaml:3:5",
        "no fact names OWL",
    ),
    Fault(
        Code.UNCORRECTED,
        swap("advice/verdict.yaml", "[F2, C1]", "[F2]"),
        "advice/verdict.yaml:5:14",
        "show C1 beside it",
    ),
    Fault(
        Code.UNCORRECTED,
        swap("recovery.yaml", "[F2, C1]", "[F2]"),
        "recovery.yaml:81:73",
        "'glazier' rests on F2, which practice contradicts; show C1 beside it",
    ),
    Fault(
        Code.UNCORRECTED,
        swap("facts.yaml", "[C1]", "[C1, F2]"),
        "facts.yaml:16:24",
        "F2 names itself",
    ),
    Fault(
        Code.UNCORRECTED,
        swap("facts.yaml", "    corrected_by: [C1]\n", ""),
        "facts.yaml:10:5",
        "nothing corrects it",
    ),
    Fault(
        Code.VERIFIED_LATER,
        swap("facts.yaml", "verified: 2026-01-15", "verified: 2026-03-15"),
        "facts.yaml:7:15",
        "F1 was verified 2026-03-15, and that day is still to come",
    ),
    Fault(
        Code.DOUBLED_WORD,
        swap("recovery.yaml", "The wick is cut", "The wick is is cut"),
        "recovery.yaml:52:21",
        "'trim', in its 'about', says 'is is'",
    ),
    Fault(
        Code.FORBIDDEN_WORD,
        swap("questions.yaml", "text: Is the glass whole?", "text: Is the glass unbreakable?"),
        "questions.yaml:16:22",
        "'glass', in its 'text', says 'unbreakable'",
    ),
    Fault(
        Code.UNKNOWN_FACT_IN_TEXT,
        swap("facts.yaml", "Practice says otherwise.", "Practice says otherwise, see F9."),
        "facts.yaml:15:41",
        "'F2', in its 'check', names F9",
    ),
    Fault(
        Code.RENAMED_TO_NOTHING,
        add("guide.yaml", "renamed: {facets: {glas: glass, lamp: flam}}"),
        "guide.yaml:19:33",
        "no facet 'flam'; did you mean 'flame'?",
    ),
    Fault(
        Code.RENAMED_TO_NOTHING,
        add("guide.yaml", "renamed: {options: {glass: {broken: crakced}}}"),
        "guide.yaml:19:29",
        "no glass option 'crakced'; did you mean 'cracked'?",
    ),
    Fault(
        Code.RENAMED_TWICE,
        add("guide.yaml", "renamed: {blocks: {old: older, older: steps-always}}"),
        "guide.yaml:19:20",
        "write old: steps-always",
    ),
    Fault(
        Code.RENAMED_IN_A_LOOP,
        add("guide.yaml", "renamed: {values: {flame: {dim: dim}}}"),
        "guide.yaml:19:28",
        "dim -> dim is a loop",
    ),
    Fault(
        Code.RENAMED_IN_A_LOOP,
        add("guide.yaml", "renamed: {blocks: {d: a, a: b, b: c, c: a}}"),
        "guide.yaml:19:26",
        "a -> b -> c -> a is a loop",
    ),
    Fault(
        Code.OLD_NAME_IN_USE,
        add("guide.yaml", "renamed: {questions: {soot: glass}}"),
        "guide.yaml:19:23",
        "'soot' is still the name of a question",
    ),
]
