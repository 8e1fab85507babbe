// What stands on a page, element for element as the HTML writer sets it from guide/pages/.

// What the blocks of a page rest on: the marks of each, and the judgments; all facts are in a file
// of their own.
const SOURCES = "sources.html";

function evidence(things) {
  const judgments = new Map(), marks = new Map(), facts = new Set();
  for (const [thing, title] of things) {
    const own = thing.rests ? [...new Set(thing.rests.split(" "))] : [];
    for (const id of own) facts.add(id);
    if (thing.judgment) {
      const key = JSON.stringify([title, thing.judgment]);
      const mark = `${guide.judgment}${judgments.size + 1}`;
      if (!judgments.has(key)) judgments.set(key, { mark, title, why: thing.judgment });
      own.push(judgments.get(key).mark);
    }
    marks.set(thing.id, own);
  }
  return { marks, facts, judgments: [...judgments.values()], places: new Map() };
}

// Links: terms where they first appear on the page, marks in square brackets.

const html = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function linker() {
  const linked = new Set(), terms = new Map();
  for (const { id, term, also = [] } of guide.terms) {
    for (const word of [term, ...also]) terms.set(html(word.toLowerCase()), id);
  }
  const longest = [...terms.keys()].sort((one, other) => other.length - one.length);
  const words = longest.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  const pattern = RegExp(`(?<![\\p{L}\\p{N}_-])(?:${words})(?:e?s)?(?![\\p{L}\\p{N}_-])`, "giu");
  const link = (word) => {
    const name = word.toLowerCase();
    const id = terms.get(name) ?? terms.get(name.replace(/s$/, "")) ?? terms.get(name.replace(/es$/, ""));
    if (linked.has(id)) return word;
    linked.add(id);
    return `<a href="#term-${id}" class="term">${word}</a>`;
  };
  const linkAll = (text) => (terms.size ? text.split(/(<code>.*?<\/code>|<[^>]*>)/)
    .map((piece, index) => (index % 2 ? piece : piece.replace(pattern, link))).join("") : text);
  return { linked, html: linkAll };
}

function markLinks(grounds, id) {
  const judged = new Set(grounds.judgments.map(({ mark }) => mark));
  return grounds.marks.get(id).map((mark) => {
    const place = `from-${id}-${mark}`;
    grounds.places.set(mark, [...(grounds.places.get(mark) ?? []), place]);
    const href = judged.has(mark) ? `#judgement-${mark}` : `${SOURCES}#fact-${mark}`;
    return tag("a", { href, id: place }, h(mark));
  });
}

// A passage; its marks stand at the end of its last paragraph.
function passage(html, marks) {
  if (!marks.length) return html;
  const small = tag("sup.marks", "[", marks.join(", "), "]");
  return html.endsWith("</p>") ? `${html.slice(0, -4)} ${small}</p>`
    : `${html}\n${tag("p.after", small)}`;
}

const part = (id, title, ...inner) => tag("section", { id }, tag("h2", h(title)), ...inner);

const folded = (id, title, instead, ...inner) =>
  tag("details", { id }, tag("summary", tag("h2", title), tag("p.verified", h(instead))),
    ...inner);

// The parts of a page of advice, in order: [id, title, HTML].
function adviceParts(page, trail) {
  const things = page.flatMap(({ section, blocks }) => blocks.map((block) => [block, section.title]));
  const grounds = evidence(things), links = linker();
  const sections = page.map(({ section, blocks }) => {
    const bodies = blocks.map((block) => {
      const body = passage(links.html(block.html), markLinks(grounds, block.id));
      const tone = guide.tone.get(block.tone);
      return tone ? banner(tone, body) : body;
    });
    return [`section-${section.id}`, section.title, part(`section-${section.id}`, section.title, ...bodies)];
  });
  if (trail.length) {
    const steps = trail.map(({ question, option }, index) => tag("li", h(question.text), " ",
      tag("strong", h(option.label)),
      tag("button.change", { "data-change": index, "data-extra": true,
        "aria-label": `Change: ${question.text}` }, "Change")));
    sections.push(["answers", "Your answers", part("answers", "Your answers", tag("ol", ...steps))]);
  }
  return [...sections, ...termsPart(links.linked), ...evidenceParts(grounds)];
}

// The tone, how far it is on the scale from the best to the worst, and the first paragraph.
function banner(tone, body) {
  const [, first, rest] = body.match(/^(<p>[^]*?<\/p>)?([^]*)$/);
  const words = tag(`p.tone tone-${tone.color}`, { "data-scale": scale(tone) }, h(`Verdict: ${tone.label}`));
  return tag(`div.banner tone-${tone.color}`, words, first ?? "") + rest;
}

function scale(tone) {
  const judged = [...guide.tone.values()].filter((each) => each.color !== "neutral");
  const place = judged.indexOf(tone) + 1;
  return "▰".repeat(place) + "▱".repeat(judged.length - place);
}

function termsPart(linked) {
  if (!linked.size) return [];
  const terms = [...linked].map((id) => guide.term.get(id));
  const short = `Terms on this page: ${listed(terms.map(({ term }) => term))}.`;
  return [["terms", "Terms on this page", folded("terms", "Terms on this page", short, termList(terms))]];
}

const termList = (terms) => tag("ul.listing", ...terms.map(({ id, term, says, unlike }) => {
  const text = `${tag("strong", h(term))}: ${h(says)}`;
  return tag("li", { id: `term-${id}` }, unlike ? tag("p", text) : text,
    unlike ? tag("p.detail", h(`Not to be confused with: ${unlike}`)) : "");
}));

function evidenceParts(grounds) {
  const { facts, judgments } = grounds;
  if (!facts.size && !judgments.length) return [];
  const counts = [[facts.size, "checked statement"], [judgments.length, "judgment"]]
    .filter(([count]) => count).map(([count, noun]) => plural(count, noun));
  const inner = [tag("p", "A mark in square brackets in the text above leads to what that part rests on: one of ",
    tag("a", { href: SOURCES }, "the statements and sources"),
    h(` of the guide, or the editors' judgement. ${checked().line}`))];
  if (judgments.length) {
    inner.push(tag("section", { id: "judgements" }, tag("h3", "The editors' judgement"),
      tag("ul.listing", ...judgments.map(({ mark, title, why }) => tag("li", { id: `judgement-${mark}` },
        tag("p", tag("span.id", h(mark)), h(` ${title}: ${why}`)),
        tag("p.detail back", back(grounds, mark)))))));
  }
  const title = "Where this comes from";
  return [["claims", title, folded("claims", title, `Behind this page: ${listed(counts)}.`, ...inner)]];
}

function back(grounds, mark) {
  const places = grounds.places.get(mark) ?? [];
  const links = places.map((place, index) =>
    tag("a", { href: `#${place}`, "aria-label": `${mark} in the text, place ${index + 1}` }, index + 1));
  return links.length ? `In the text: ${links.join(", ")}` : "";
}

// The guide at a glance: [id, title, HTML] likewise.
function glanceParts() {
  const { title, sections } = guide.glance;
  const things = [...sections.flatMap((each) => each.blocks ?? []), ...sections.flatMap((each) => each.rows ?? [])];
  things.forEach((thing, at) => (thing.id = `g${at}`));
  const grounds = evidence(things.map((thing) => [thing, title])), links = linker();
  const parts = sections.map((section) => {
    const bodies = (section.blocks ?? []).map((block) =>
      passage(links.html(block.html), markLinks(grounds, block.id)));
    const marks = (section.rows ?? []).flatMap((row) => markLinks(grounds, row.id));
    if (section.table) bodies.push(section.table);
    if (marks.length) bodies.push(tag("p.marks", "[", marks.join(", "), "]"));
    return [`glance-${section.id}`, section.title, part(`glance-${section.id}`, section.title, ...bodies)];
  });
  return [...parts, ...termsPart(links.linked), ...evidenceParts(grounds)];
}
