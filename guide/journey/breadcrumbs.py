"""The answers as the steps of a path, in a few words: what a detour found, not its turns."""

from guide.journey.labels import own_facet
from guide.journey.walk import Step
from guide.model.schema import Guide, Option


def crumbs(guide: Guide, trail: tuple[Step, ...]) -> list[str]:
    """What each answer came to. After "I am not sure" the detour gives way to what it settled."""
    shown: list[str] = []
    wanted, began = "", 0
    """The facet that a detour is to find out, and where it began."""
    found: list[str] = []
    for step in trail:
        facet = own_facet(guide, step.question)
        settles = step.option.settles
        if step.option.skip:
            continue
        if facet is not None:
            wanted, began = ("" if facet.id in settles else facet.id), len(shown)
            found = []
            shown.append(step.option.label)
            continue
        if not wanted:  # a question in passing: "no" to it says nothing by itself
            shown += _values(guide, step.option)
            continue
        found += _values(guide, step.option, findings=False)
        if wanted in settles:
            shown[began:] = found
            wanted = ""
        else:
            shown.append(step.option.label)
    return shown


def _values(guide: Guide, option: Option, *, findings: bool = True) -> list[str]:
    """The labels of what an answer settles; a finding needs its facet's name to be understood."""
    labels = []
    for facet_id, value_id in option.settles.items():
        facet = guide.facet.get(facet_id)
        value = facet.value(value_id) if facet else None
        if facet is None or value is None:
            continue
        if facet.kind != "finding":
            labels.append(value.label)
        elif findings:
            labels.append(f"{facet.label}: {value.label}")
    return labels
