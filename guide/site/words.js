// What questions, answers and pages are called, as guide/journey/ and guide/pages/ say it.

const h = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

// An element; "p.hint" has a class, and attributes come first.
const tag = (name, ...inner) => {
  const [element, kind] = name.split(".");
  const attributes = typeof inner[0] === "object" ? inner.shift() : {};
  const written = Object.entries({ class: kind, ...attributes })
    .filter(([, value]) => value || value === 0)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${h(value)}"`));
  return `<${element}${written.join("")}>${inner.join("")}</${element}>`;
};

const plural = (number, noun) => `${number.toLocaleString("en-US")} ${noun}${number === 1 ? "" : "s"}`;

const listed = (words) =>
  words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : words.join("");

const sentence = (text) => (/([.?!]|[.?]"|\.\))$/.test(text) ? text : `${text}.`);

// Age, in the words of guide/english.py.
function age(day, today) {
  const days = Math.round((today - day) / 864e5);
  if (days < 0) return "in the future";
  if (days < 2) return ["today", "yesterday"][days];
  for (const [length, unit] of [[365.25, "year"], [30.44, "month"], [7, "week"], [1, "day"]]) {
    const number = Math.trunc(days / length);
    if (number >= (unit === "week" ? 2 : 1)) return `${plural(number, unit)} ago`;
  }
}

// How old the guide is on the day that it is read.
function checked(now = new Date()) {
  const { day, foot, line, days } = guide.checked;
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const due = (today - Date.parse(day)) / 864e5 > days;
  const old = ` Due for review: the date is more than ${days} days old.`;
  return {
    line: `${line}, ${age(Date.parse(day), today)}.${due ? old : ""}`,
    foot: `${foot}${due ? "; due for review" : ""}.`,
  };
}

// Labels.

const settledBy = (option) =>
  option.settles.map(([facet, value]) => [guide.facet.get(facet), value])
    .map(([facet, value]) => ({ facet, label: facet.values.get(value) }));

function nameStep({ question, option }) {
  const facet = guide.facet.get(question.facet);
  const title = facet?.label ?? question.text;
  if (option.skip) return { title, answer: "Skipped", settled: "" };
  if (facet) return { title, answer: option.label, settled: "" };
  const settled = settledBy(option).filter((each) => each.facet.kind !== "finding");
  return {
    title, answer: option.label,
    settled: settled.map(({ facet: other, label }) => `${other.label}: ${label}`).join("; "),
  };
}

function stepLine(step) {
  const { title, answer: words } = nameStep(step);
  return `${title}${title.endsWith("?") ? " " : ": "}${words}`;
}

const scenarioPairs = (scenario) =>
  [...scenario].map(([id, value]) => [guide.facet.get(id).label, guide.facet.get(id).values.get(value)]);

const scenarioWords = (scenario) =>
  scenarioPairs(scenario).map((pair) => pair.join(": ")).join(" · ") || "Nothing settled yet";

// What a change did to the other answers, in plain words.
function changeNotice(id, before, change) {
  const question = questionOf(id);
  const step = (id) => {
    const asked = questionOf(id);
    return { question: asked, option: optionOf(asked, change.answers.get(id)) };
  };
  const { option } = step(question.id), parts = [];
  if (before === option.id) return "";
  const gone = change.dropped.map((each) => stepLine(each)).join("; ");
  if (before) parts.push(`Changed to '${option.label}'.`);
  if (gone) parts.push(`No longer applies: ${gone}.`);
  if (before) {
    const ids = [...change.answers.keys()];
    const later = ids.slice(ids.indexOf(question.id) + 1).map(step)
      .filter((each) => each.option && !each.option.skip);
    const count = later.length === 1 ? "1 later answer is" : `${later.length} later answers are`;
    if (later.length && walk(change.answers).next) {
      parts.push(`${count} kept for now, in case the questions come up again.`);
    } else if (later.length > 2) parts.push(`${count} kept.`);
    else if (later.length) parts.push(`Kept: ${later.map((each) => stepLine(each)).join("; ")}.`);
    else if (!gone) parts.push("No other answer was affected.");
  }
  const { settled } = nameStep({ question, option });
  if (settled) parts.push(`That settles: ${settled}. Go back if that looks wrong.`);
  return parts.join(" ");
}

// How far along, in words that are true: a total only where every way has it.

function kindOf(question) {
  if (question.id === guide.start) return "spine";
  return guide.facet.get(question.facet)?.kind ?? (skipOf(question) ? "follow-up" : "");
}

function progress(walked, question) {
  const at = walked.trail.findIndex((step) => step.question === question);
  const before = at < 0 ? walked.trail : walked.trail.slice(0, at), kind = kindOf(question);
  const settled = new Map(before.flatMap((step) => step.option.settles));
  const left = [...counts(kind, question, settled)];
  if (!kind) {
    const start = before.findLastIndex((step) => step.question.facet);
    const facet = guide.facet.get(before[start]?.question.facet);
    const number = start < 0 ? before.length + 1 : before.length - start;
    const [few, many] = [Math.min(...left), Math.max(...left)].map((count) => number - 1 + count);
    return `Finding out${facet ? `: ${facet.label}` : ""}, ${number} of ${few}${many > few ? ` to ${many}` : ""}`;
  }
  const number = 1 + before.filter((step) => kindOf(step.question) === kind).length;
  const total = left.length === 1 ? ` of ${number - 1 + left[0]}` : "";
  if (kind === "follow-up") return `Optional ${number}${total}`;
  const later = [...counts("follow-up", question, settled, kind)], most = Math.max(...later);
  const after = most ? `, then ${later.length > 1 ? "up to " : ""}${most} optional` : "";
  return `Question ${number}${total}${after}`;
}

function counts(kind, question, settled, past = kind, deep = 12, met = new Map()) {
  const { reads } = ahead(question);
  const key = [question.id, deep, ...[...reads].map((facet) => settled.get(facet) ?? "")].join("|");
  if (met.has(key)) return met.get(key);
  const numbers = new Set(), here = kindOf(question);
  if (![kind, past].includes(here) || deep === 0) numbers.add(0);
  else {
    for (const option of question.options) {
      const direct = option.settles.some(([facet]) => facet === question.facet);
      if (question.facet && !direct && !option.skip) continue;
      const then = new Map([...settled, ...option.settles]);
      const next = following(option, then);
      const rest = next ? counts(kind, next, then, past, deep - 1, met) : [0];
      for (const count of rest) numbers.add(count + (here === kind));
    }
  }
  met.set(key, numbers);
  return numbers;
}
