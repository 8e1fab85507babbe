"""One minimal fault for every way in which a recovery plan can be wrong."""

from guide.model.codes import Code
from helpers.faults import Fault, add, swap

FILE = "recovery.yaml"

FAULTS = [
    Fault(
        Code.PLAN_NAME,
        swap(FILE, "phases: [trim, watch, look]", "phases: [trim, watch, loook]"),
        "recovery.yaml:10:27",
        "no phase 'loook'; did you mean 'look'?",
    ),
    Fault(
        Code.PLAN_NAME,
        swap(FILE, "owner: keeper", "owner: keper"),
        "recovery.yaml:61:16",
        "no role 'keper'; did you mean 'keeper'?",
    ),
    Fault(
        Code.PLAN_NAME,
        swap(FILE, "after: [watch]", "after: [watch, report-day]"),
        "recovery.yaml:73:20",
        "no phase 'report-day'; did you mean 'report-date'?",
    ),
    Fault(
        Code.PLAN_LENGTH,
        swap(FILE, "worst: 1 month,", "worst: 1 months,"),
        "recovery.yaml:56:47",
        "'1 months' is no length of time; write it as '15 days'",
    ),
    Fault(
        Code.PLAN_LENGTH,
        swap(FILE, "length: 1 month", "length: observation"),
        "recovery.yaml:35:11",
        "'observation' is no length of time",
    ),
    Fault(
        Code.PLAN_LENGTH,
        swap(FILE, "every: 12 months", "every: 52 weeks"),
        "recovery.yaml:41:12",
        "not in months",
    ),
    Fault(
        Code.PLAN_LENGTH,
        swap(FILE, "evidence: The piece that was cut off", "due: stat"),
        "recovery.yaml:62:14",
        "'stat' is neither 'start' nor a length such as '1 week'",
    ),
    Fault(
        Code.PLAN_LENGTH,
        swap(FILE, "evidence: The piece that was cut off", "every: month"),
        "recovery.yaml:62:16",
        "'month' is no length of time",
    ),
    Fault(
        Code.PLAN_LENGTH,
        swap(FILE, "Ask the glazier,", "Ask the glazier, due: start, every: 1 week,"),
        "recovery.yaml:81:52",
        "'glazier' has 'due' and 'every'",
    ),
    Fault(
        Code.UNKNOWN_FACET,
        add(FILE, "old_period: {unless: {wnd: storm}}"),
        "recovery.yaml:82:23",
        "'wind'",
    ),
    Fault(
        Code.PLAN_ORDER,
        swap(FILE, "likely: 2 weeks", "likely: 1 month"),
        "recovery.yaml:75:48",
        "'3 weeks' may be shorter than '1 month'",
    ),
    Fault(
        Code.PLAN_ORDER,
        swap(FILE, "likely: observation", "likely: 6 months"),
        "recovery.yaml:70:37",
        "'6 months' may be shorter than 'observation'",
    ),
    Fault(
        Code.PLAN_CIRCLE,
        swap(FILE, "after: [report-date]", "after: [report-date, look]"),
        "recovery.yaml:50:5",
        "'trim' waits for itself, by way of look, trim, watch",
    ),
    Fault(
        Code.PLAN_NOT_FOR_ALL,
        swap(FILE, "says: In a storm", "when: {wind: storm}, says: In a storm"),
        "recovery.yaml:22:5",
        "the last row must hold for everyone",
    ),
    Fault(
        Code.PLAN_NOT_FOR_ALL,
        swap(FILE, "    until: report-date\n", ""),
        "recovery.yaml:76:5",
        "'fetch' has no 'lengths'",
    ),
    Fault(
        Code.PLAN_NO_START,
        swap(FILE, "phases: [fetch]", "phases: [look, fetch]"),
        "recovery.yaml:15:14",
        "'replace' has 'look', but nothing that it starts after",
    ),
    Fault(
        Code.PLAN_UNUSED,
        swap(FILE, "phases: [trim, watch, look]", "phases: [trim, watch]"),
        "recovery.yaml:71:5",
        "no way has 'look'",
    ),
    Fault(
        Code.PLAN_PHASES,
        swap(FILE, "phases: [trim, watch, look]", "phases: [watch, trim, look]"),
        "recovery.yaml:10:21",
        "'mend' has 'trim' after 'watch', and 'phases' has it before",
    ),
    Fault(Code.PLAN_MONTHS, add(FILE, "months: wind"), "recovery.yaml:82:9", "no number of months"),
    Fault(Code.UNKNOWN_FACET, add(FILE, "months: wnd"), "recovery.yaml:82:9", "'wind'"),
    Fault(
        Code.UNKNOWN_VALUE,
        swap(FILE, "unless: {wind: storm}", "unless: {wind: storms}"),
        "recovery.yaml:19:12",
        "'storm'",
    ),
    Fault(Code.UNKNOWN_FACT, swap(FILE, "[F2, C1]", "[F2, C2]"), "recovery.yaml:81:77", "'C2'"),
    Fault(
        Code.RESTS_ON_NOTHING,
        swap(FILE, ", judgement: The lantern is whole.", ""),
        "recovery.yaml:25:5",
        "rests on nothing",
    ),
    Fault(
        Code.DUPLICATE_ID,
        swap(FILE, "id: glazier", "id: cut"),
        "recovery.yaml:81:9",
        "'cut' is already in recovery.yaml:59",
    ),
    Fault(
        Code.RESERVED_ID,
        swap(FILE, "id: glazier", "id: today"),
        "recovery.yaml:81:9",
        "nothing can be called 'today'",
    ),
    Fault(Code.UNKNOWN_KEY, swap(FILE, "about: Trim", "abuot: Trim"), "recovery.yaml:9:5", "about"),
    Fault(
        Code.PLAN_END,
        swap(
            FILE,
            "ends:\n  unless: {wind: storm}\n",
            "ends:\n  unless: {wind: storm}\nnever_ends: {when: {flame: smoky}}\n",
        ),
        "recovery.yaml:19:3",
        "an end is shown, though 'never_ends' promises none, to",
    ),
]
