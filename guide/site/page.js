// What stands on a page, element for element as the HTML writer sets it from guide/pages/.

// What the blocks of a page rest on: marks, each with its place in the file that has all of it.
const SOURCES = "sources.html";

const isJudgment = (mark) => RegExp(`^${guide.judgment}\\d+$`).test(mark);

const marksOf = ({ rests, id }) => (rests ? rests.split(" ") : []).map((mark) => tag("a", {
  href: `${SOURCES}#${isJudgment(mark) ? "judgement" : "fact"}-${mark}`, id: `from-${id}-${mark}`,
}, h(mark)));

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

const opener = (words) =>
  tag("button.sources", { "data-do": "marks", "data-extra": true, "aria-expanded": "false" }, words);

// A passage; at the end of its last paragraph a word that opens its marks.
function passage(html, thing) {
  const marks = marksOf(thing);
  if (!marks.length) return html;
  const small = opener("sources") + tag("sup.marks", "[", marks.join(", "), "]");
  return html.endsWith("</p>") ? `${html.slice(0, -4)} ${small}</p>`
    : `${html}\n${tag("p.after", small)}`;
}

const part = (id, title, ...inner) => tag("section", { id }, tag("h2", h(title)), ...inner);

const folded = (id, title, instead, ...inner) =>
  tag("details", { id }, tag("summary", tag("h2", title), tag("p.verified", h(instead))),
    ...inner);

// The parts of a page of advice, in order: [id, title, HTML].
function adviceParts(page, trail) {
  const links = linker();
  const sections = page.map(({ section, blocks }) => {
    const bodies = blocks.map((block) => {
      const body = passage(links.html(block.html), block);
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
  return [...sections, ...termsPart(links.linked), ...evidenceParts(blocksOf(page))];
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

function evidenceParts(things) {
  const marks = [...new Set(things.flatMap(({ rests = "" }) => rests.split(" ")))].filter(Boolean);
  const judged = marks.filter(isJudgment).length, title = "Where this comes from";
  const counts = [[marks.length - judged, "statement"], [judged, "judgment"]]
    .filter(([count]) => count).map(([count, noun]) => plural(count, noun));
  return marks.length ? [["claims", title, folded("claims", title, `Behind this page: ${listed(counts)}.`,
    tag("p", "A mark in square brackets in the text above leads to what that part rests on: one of ",
      tag("a", { href: SOURCES }, "the statements, sources and judgments"), h(` of the guide. ${checked().line}`)), opener("Show all marks"))]] : [];
}
