// What others will ask, and the brief for a call, as guide/sales/ and pages/replies.py, brief.py say it.

const GROUPS = [
  ["buyer", true, "Likely questions"], ["customer", true, "Likely from customers"],
  ["buyer", false, "May be asked as well"], ["customer", false, "May be asked by customers"],
  ["board", true, "From your board"], ["investor", true, "From investors and acquirers"],
];
const BLANK = /\[([^[\]]+)\]/g;

function readyReplies(scenario) {
  const { rows, speakers } = guide.replies;
  const who = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const first = (some) => some.find((each) => applies(each, scenario));
  const fill = (text) => text.replace(BLANK, (written, name) => {
    const blank = guide.replies.blanks.find((each) => each.name === name);
    return first(blank?.fills ?? [])?.words ?? written;
  });
  const filled = (never = []) => never.filter((row) => applies(row, scenario))
    .map((row) => ({ ...row, instead: fill(row.instead) }));
  const ready = rows.filter((reply) => applies(reply, scenario)).map((reply) => {
    const answer = first(reply.answers);
    return answer && {
      reply, id: reply.id, asked: reply.asked[0], by: reply.by ?? "buyer", likely: answer.first,
      says: fill(answer.says), who: who.get(answer.who ?? reply.who), show: answer.show ?? reply.show,
      never: filled(reply.never), rests: answer.rests,
    };
  }).filter(Boolean);
  return { ready, fill, never: filled(guide.replies.never) };
}

// The scenario without what a page for a call does not name.
function sayable(scenario) {
  const rows = (guide.replies.unsaid ?? []).filter((row) => applies(row, scenario));
  const unsaid = new Set(rows.flatMap(({ facets }) => facets));
  return [...scenario].filter(([facet]) => !unsaid.has(facet));
}

const quoted = (words) => `“${words}”`;

const neverWords = ({ phrases, why, instead }) => tag("strong", "Never ") +
  h(`${listed(phrases.map((phrase) => quoted(phrase.replace(/\*+$/, ""))))}: ${sentence(why)} Instead: ${sentence(instead)}`);

const pairList = (rows) => tag("dl.pairs",
  ...rows.map(([label, value]) => tag("dt", h(label)) + tag("dd", h(value))));

// The replies that a question in any words may ask for, as guide/sales/asked.py ranks them.
const pairsIn = (text) => {
  const stems = wordsOf(text).map(stem);
  return stems.slice(1).map((word, at) => `${stems[at]} ${word}`);
};

function askedFor(ready, words) {
  const index = searchIndex(ready.map((each) => ({ each,
    names: [...each.reply.asked, each.reply.also ?? ""].join(" "), body: each.says })), guide.synonyms);
  const telling = askedWords(words).filter((word) => !guide.fillers.has(word));
  const scores = scoresOf(index, telling.join(" ") || words, 0.3), common = new Map();
  const pairs = ready.map(({ reply }) =>
    new Set([...reply.asked, ...(reply.also ?? "").split(",")].flatMap(pairsIn)));
  for (const some of pairs) for (const pair of some) common.set(pair, (common.get(pair) ?? 0) + 1);
  const typed = new Set(pairsIn(words));
  pairs.forEach((some, at) => {
    for (const pair of some) {
      if (typed.has(pair)) scores.set(at, (scores.get(at) ?? 0) + 0.2 * rarityOf(ready.length, common.get(pair)));
    }
  });
  return bestFirst(index, scores).slice(0, 3).map(({ each }) => each);
}

// Every question of a case with its answer, or those looked for: [id, title, HTML] of each group of
// those who ask.
function repliesParts(scenario, words = "") {
  const all = readyReplies(scenario).ready;
  const ready = words ? askedFor(all, words) : all;
  const group = ({ by, likely }) => [by, by === "board" || by === "investor" || Boolean(likely)].join();
  const one = (each) => tag("details.fold", { id: each.id, open: Boolean(words) },
    tag("summary", tag("h3", h(quoted(each.asked)))),
    passage(tag("blockquote", tag("p", h(quoted(each.says)))), each),
    pairList([["Show", sentence(each.show)], ["Who", sentence(each.who.label)]]),
    each.never.length ? tag("ul", ...each.never.map((row) => tag("li", neverWords(row)))) : "");
  const parts = words ? ready.map((each) => [each.id, quoted(each.asked), one(each)]) : GROUPS.map(([by, likely, title]) => {
    const some = ready.filter((each) => group(each) === [by, likely].join());
    const id = `${by}-${likely ? "likely" : "more"}`;
    return some.length && [id, title, part(id, title, ...some.map(one))];
  }).filter(Boolean);
  return [...parts, ...evidenceParts(ready)];
}

// The sentences of a paragraph, as guide/english.py ends them.
function sentencesOf(text) {
  const ended = [];
  let start = 0;
  for (const { 0: { length }, index } of text.matchAll(/(?<=[.!?:])["”’)]*\s+(?=["“‘([]*[A-Z0-9])/g)) {
    if (/\b(e\.g|i\.e|cf|vs|Mr|Mrs|Ms|Dr|St)\.$/i.test(text.slice(start, index))) continue;
    ended.push(text.slice(start, index));
    start = index + length;
  }
  return [...ended, text.slice(start)].filter((each) => /[\p{L}\p{N}_]/u.test(each));
}

// One page for a call: [id, title, HTML] of each part, in a fixed order.
function briefParts(scenario) {
  const { ready, fill, never: general } = readyReplies(scenario);
  const asked = ready.filter((each) => each.reply.id !== guide.replies.opened);
  const sure = asked.filter((each) => each.likely);
  const more = asked.filter((each) => !each.likely && (each.by === "buyer" || each.by === "customer"));
  const likely = [...sure, ...more].slice(0, Math.max(6, Math.min(sure.length, 7)));
  const script = blocksOf(advise(scenario)).find((block) => block.script);
  const before = (guide.replies.before ?? []).filter((row) => applies(row, scenario));
  const opens = ready.find((each) => each.reply.id === guide.replies.opened && each.who.call_in);
  const quotes = [...(script?.html ?? "").matchAll(/<blockquote>(.*?)<\/blockquote>/gs)].map(([, inner]) => plain(inner));
  const opening = sentencesOf(fill(quotes.join(" ").replace(/^["“”]+|["“”]+$/g, ""))).slice(0, 3);
  const texts = [...opening, ...likely.slice(0, 5).map(({ says }) => says)];
  const namesIn = (some) => [...new Set(some.flatMap((text) => [...text.matchAll(BLANK)]
    .map(([, name]) => name[0].toLowerCase() + name.slice(1))))].filter((name) => !name.includes(" / "));
  const urgent = Math.min(12, namesIn(opening).length);
  const blanks = namesIn(texts).map((name) => guide.replies.blanks.find((each) => each.name === name) ?? { name });
  const rows = [...general.slice(0, 2), ...likely.flatMap(({ never }) => never.slice(0, 1))];
  const never = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()].slice(0, 5);
  const callIn = guide.replies.speakers.filter((each) => each.call_in).map((speaker) =>
    [speaker, likely.flatMap(({ who }, index) => (who === speaker ? [index + 1] : []))])
    .filter(([, numbers]) => numbers.length);
  const parts = [];
  const add = (id, title, some, inner) => some.length && parts.push([id, title, part(id, title, inner)]);
  add("first", "Say this first", opening, before.map(({ words }) => tag("p", h(words))).join("") +
    tag("blockquote", tag("p", h(quoted(opening.join(" "))))) +
    (opens ? tag("p", tag("strong", "Who: "), h(opens.who.label)) : ""));
  add("call-in", "Call in", callIn, tag("ul", ...callIn.map(([{ label, call_in: when }, numbers]) =>
    tag("li", tag("strong", h(label)), h(`: ${sentence(when)} Answer${numbers[1] ? "s" : ""} ${listed(numbers.map(String))}.`)))));
  const hand = `Have at hand${urgent ? `, the first ${urgent} for the opening` : ""}`;
  if (blanks.length) {
    parts.push(["facts", hand, tag("details.fold", { id: "facts", open: true }, tag("summary", tag("h2", h(hand))),
      tag("ul.tasks", ...blanks.map(({ name, asks }) => tag("li", tag("strong", h(name)), asks ? h(`: ${asks}`) : ""))))]);
  }
  add("questions", "They will probably ask", [1], likely.length ? tag("ol", ...likely.map((each) =>
    tag("li", tag("p", tag("strong", h(each.asked))),
      tag("p.detail", h(quoted(each.says))),
      tag("p.detail", tag("strong", "Show: "), h(`${each.show}. `),
        tag("strong", "Who: "), h(each.who.label))))) : tag("p", NOBODY));
  add("never", "Never say, say instead", never, tag("div.wide", { tabindex: 0 }, tag("table", {},
    "<thead><tr><th scope=col>Never say</th><th scope=col>Say instead</th></tr></thead>",
    tag("tbody", ...never.map(({ phrases, instead }) => tag("tr", {},
      tag("th", { scope: "row" }, h(quoted(phrases[0].replace(/\*+$/, "")))), tag("td", h(sentence(instead)))))))));
  return parts;
}

const NOBODY = "Nobody asks about a report in this case: there is none to ask about yet.";
