// What stands on a page, element for element as the HTML writer sets it from guide/pages/.

// What the blocks of a page rest on: marks, claims, judgments and sources, each once.
function evidence(guide, things) {
  const letter = (sign) =>
    guide.facts.some(({ id }) => RegExp(`^${sign}\\d+$`).test(id)) ? `_${sign}` : sign;
  const judgments = new Map(), marks = new Map(), facts = new Set();
  for (const [thing, title] of things) {
    const own = [...new Set((thing.rests ?? "").split(" "))].filter((id) => guide.fact.has(id));
    for (const id of own) {
      facts.add(id);
      for (const other of guide.fact.get(id).corrected ?? []) if (guide.fact.has(other)) facts.add(other);
    }
    if (thing.judgment) {
      const key = JSON.stringify([title, thing.judgment]);
      const mark = `${letter("J")}${judgments.size + 1}`;
      if (!judgments.has(key)) judgments.set(key, { mark, title, why: thing.judgment });
      own.push(judgments.get(key).mark);
    }
    marks.set(thing.id, own);
  }
  const onPage = guide.facts.filter(({ id }) => facts.has(id));
  const used = new Set(onPage.flatMap((fact) => [...fact.source, ...(fact.against ?? [])]));
  const sources = guide.sources.filter(({ id }) => used.has(id))
    .map((source, index) => ({ ...source, mark: `${letter("S")}${index + 1}` }));
  return {
    marks, sources, claims: claims(onPage), judgments: [...judgments.values()],
    source: new Map(sources.map((source) => [source.id, source])), places: new Map(),
  };
}

function claims(facts) {
  const fact = new Map(facts.map((each) => [each.id, each]));
  const corrections = new Set(facts.flatMap((each) => each.corrected ?? []));
  const under = new Map(), rows = [];
  for (const each of [...facts.filter(({ id }) => !corrections.has(id)), ...facts]) {
    if (under.has(each.id)) continue;
    under.set(each.id, each.id);
    const ids = [...new Set(each.corrected)].filter((id) => fact.has(id) && id !== each.id);
    const here = ids.filter((id) => !under.has(id));
    const elsewhere = ids.filter((id) => under.has(id));
    for (const id of here) under.set(id, each.id);
    rows.push({ fact: each, here: here.map((id) => fact.get(id)), elsewhere });
  }
  for (const row of rows) row.elsewhere = row.elsewhere.map((id) => [id, under.get(id)]);
  return rows;
}

// Links: terms where they first appear on the page, marks in square brackets.

const html = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function linker(guide) {
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
    return tag("a", { href: `#${judged.has(mark) ? "judgement" : "fact"}-${mark}`, id: place }, h(mark));
  });
}

// A passage; its marks stand at the end of its last paragraph.
function passage(html, marks) {
  if (!marks.length) return html;
  const small = tag("sup", { class: "marks" }, "[", marks.join(", "), "]");
  return html.endsWith("</p>") ? `${html.slice(0, -4)} ${small}</p>`
    : `${html}\n${tag("p", { class: "after" }, small)}`;
}

const part = (id, title, ...inner) => tag("section", { id }, tag("h2", {}, h(title)), ...inner);

const folded = (id, title, instead, ...inner) =>
  tag("details", { id }, tag("summary", {}, tag("h2", {}, title), tag("p", { class: "verified" }, h(instead))),
    ...inner);

// The parts of a page of advice, in order: [id, title, HTML].
function adviceParts(guide, page, trail) {
  const things = page.flatMap(({ section, blocks }) => blocks.map((block) => [block, section.title]));
  const grounds = evidence(guide, things), links = linker(guide);
  const sections = page.map(({ section, blocks }) => {
    const bodies = blocks.map((block) => {
      const body = passage(links.html(block.html), markLinks(grounds, block.id));
      const tone = guide.tone.get(block.tone);
      return tone ? banner(guide, tone, body) : body;
    });
    return [`section-${section.id}`, section.title, part(`section-${section.id}`, section.title, ...bodies)];
  });
  if (trail.length) {
    const steps = trail.map(({ question, option }, index) => tag("li", {}, h(question.text), " ",
      tag("strong", {}, h(option.label)),
      tag("button", { class: "change", "data-change": index, "data-extra": true,
        "aria-label": `Change: ${question.text}` }, "Change")));
    sections.push(["answers", "Your answers", part("answers", "Your answers", tag("ol", {}, ...steps))]);
  }
  return [...sections, ...termsPart(guide, links.linked), ...evidenceParts(guide, grounds)];
}

// The tone, how far it is on the scale from the best to the worst, and the first paragraph.
function banner(guide, tone, body) {
  const [, first, rest] = body.match(/^(<p>[^]*?<\/p>)?([^]*)$/);
  const words = tag("p", { class: `tone tone-${tone.color}`, "data-scale": scale(guide, tone) }, h(tone.label));
  return tag("div", { class: `banner tone-${tone.color}` }, words, first ?? "") + rest;
}

function scale(guide, tone) {
  const judged = [...guide.tone.values()].filter((each) => each.color !== "neutral");
  const place = judged.indexOf(tone) + 1;
  return "▰".repeat(place) + "▱".repeat(judged.length - place);
}

function termsPart(guide, linked) {
  if (!linked.size) return [];
  const terms = [...linked].map((id) => guide.term.get(id));
  const short = `Terms on this page: ${listed(terms.map(({ term }) => term))}.`;
  return [["terms", "Terms on this page", folded("terms", "Terms on this page", short, termList(terms))]];
}

const termList = (terms) => tag("ul", { class: "listing" }, ...terms.map(({ id, term, says, unlike }) => {
  const text = `${tag("strong", {}, h(term))}: ${h(says)}`;
  return tag("li", { id: `term-${id}` }, unlike ? tag("p", {}, text) : text,
    unlike ? tag("p", { class: "detail" }, h(`Not to be confused with: ${unlike}`)) : "");
}));

function evidenceParts(guide, grounds) {
  const { claims: rows, judgments, sources } = grounds;
  if (!rows.length && !judgments.length) return [];
  const counts = [];
  if (rows.length) counts.push(plural(rows.length, "checked statement"));
  if (judgments.length) counts.push(plural(judgments.length, "judgment"));
  const from = sources.length ? `, from ${plural(sources.length, "source")}` : "";
  const list = (items) => tag("ul", { class: "listing" }, ...items);
  const inner = [tag("p", {}, h(`A mark in square brackets in the text above names what that part rests on: ` +
    `a statement listed here, or the editors' judgement. ${checked(guide).line}`))];
  if (rows.length) inner.push(list(rows.map((row) => claim(grounds, row))));
  if (judgments.length) {
    inner.push(smaller("judgements", "The editors' judgement", list(judgments.map((each) =>
      entry(`judgement-${each.mark}`, each.mark, `${each.title}: ${each.why}`, [], back(grounds, each.mark))))));
  }
  if (sources.length) {
    inner.push(smaller("sources", "Sources", list(sources.map((source) =>
      entry(`source-${source.id}`, source.mark, source.name, source.address ? [address(source)] : [])))));
  }
  const title = "Where this comes from";
  return [["claims", title, folded("claims", title, `Behind this page: ${listed(counts)}${from}.`, ...inner)]];
}

const smaller = (id, title, inner) => tag("section", { id }, tag("h3", {}, h(title)), inner);

function entry(id, lead, text, details, backward = "", inner = "") {
  const lines = details.map((detail) => tag("p", { class: "detail" }, detail));
  return tag("li", { id }, tag("p", {}, tag("span", { class: "id" }, h(lead)), " ", h(text)), ...lines,
    backward && tag("p", { class: "detail back" }, backward), inner);
}

function claim(grounds, { fact, here, elsewhere }) {
  const also = elsewhere.map(([id, under]) =>
    `See also ${tag("a", { href: `#fact-${id}` }, h(id))}, under ${h(under)}.`);
  const corrections = here.map((each) => statement(grounds, each, `${fact.corrects} `));
  return statement(grounds, fact, "", also, corrections.length ? tag("ul", {}, ...corrections) : "");
}

function statement(grounds, fact, before, also = [], inner = "") {
  const names = (ids) => ids.map((id) => grounds.source.get(id)).filter(Boolean)
    .map(({ id, name, short, mark }) => `${h(short ?? name)} [${tag("a", { href: `#source-${id}` }, h(mark))}]`).join(", ");
  const lines = [`Source: ${names(fact.source) || "not named"}; ${h(fact.date)}.`];
  if (fact.check) lines.push(h(fact.check));
  if (fact.against) lines.push(`Checked against: ${names(fact.against)}.`);
  return entry(`fact-${fact.id}`, fact.id, `${before}${fact.says}`, [...lines, ...also],
    back(grounds, fact.id), inner);
}

function back(grounds, mark) {
  const places = grounds.places.get(mark) ?? [];
  const links = places.map((place, index) =>
    tag("a", { href: `#${place}`, "aria-label": `${mark} in the text, place ${index + 1}` }, index + 1));
  return links.length ? `In the text: ${links.join(", ")}` : "";
}

const address = ({ address: text, link = `https://${text}` }) =>
  (link ? tag("a", { href: link, rel: "noreferrer noopener nofollow" }, h(text)) : h(text));

// The guide at a glance: [id, title, HTML] likewise.
function glanceParts(guide) {
  const { title, sections } = guide.glance;
  const things = [...sections.flatMap((each) => each.blocks ?? []), ...sections.flatMap((each) => each.rows ?? [])];
  const grounds = evidence(guide, things.map((thing) => [thing, title])), links = linker(guide);
  const parts = sections.map((section) => {
    const bodies = (section.blocks ?? []).map((block) =>
      passage(links.html(block.html), markLinks(grounds, block.id)));
    const marks = (section.rows ?? []).flatMap((row) => markLinks(grounds, row.id));
    if (section.table) bodies.push(section.table);
    if (marks.length) bodies.push(tag("p", { class: "marks" }, "[", marks.join(", "), "]"));
    return [`glance-${section.id}`, section.title, part(`glance-${section.id}`, section.title, ...bodies)];
  });
  return [...parts, ...termsPart(guide, links.linked), ...evidenceParts(guide, grounds)];
}
