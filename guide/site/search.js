// Search, as guide/journey/matching.py and search.py rank it: Okapi BM25 over stems and synonyms.

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

function stem(word) {
  if (/.{2}ies$/.test(word)) word = `${word.slice(0, -3)}y`;
  else if (/(sses|xes|ches|shes)$/.test(word)) word = word.slice(0, -2);
  else if (/.{3}s$/.test(word) && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
  for (const ending of ["ing", "ed"]) {
    const rest = word.endsWith(ending) ? word.slice(0, -ending.length) : "";
    if (rest.length > 2 && /[aeiouy]/.test(rest)) {
      return rest.at(-1) === rest.at(-2) && !"lsz".includes(rest.at(-1)) ? rest.slice(0, -1) : rest.replace(/e$/, "");
    }
  }
  return word.length > 3 ? word.replace(/e$/, "") : word;
}

const isForm = (word, other) => word.startsWith(other) || stem(word) === stem(other);

function askedWords(text) {
  const words = wordsOf(text), telling = words.filter((word) => !guide.empty.has(word));
  return telling.length ? telling : words;
}

const unescape = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

const plain = (html) => html.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt);/g, (sign) => unescape[sign])
  .replace(/\s+/g, " ").trim();

// Everything that can be looked for: passages, questions, terms.
function entries() {
  const blocks = guide.sections.flatMap((section) => section.blocks.map((block) =>
    ({ block, title: section.title, names: section.title, body: plain(block.html) })));
  const questions = guide.questions.map((question) => {
    const options = question.options.flatMap(({ label, hint }) => (hint ? [label, hint] : [label]));
    return { question, title: question.text, names: question.text,
      body: [...options, question.why ?? "", question.look ?? ""].join(" · ").trim() };
  });
  const terms = guide.terms.map((term) => ({ term, title: term.term,
    names: [term.term, ...(term.also ?? [])].join(" "),
    body: term.unlike ? `${term.says} Not to be confused with ${term.unlike}` : term.says }));
  return [...blocks, ...questions, ...terms];
}

// Texts, each with what is to weigh more, and rows of words that mean the same.
function searchIndex(all, rows) {
  const weights = new Map();
  const add = (word, index, weight) => {
    if (!weights.has(word)) weights.set(word, new Map());
    const of = weights.get(word);
    of.set(index, (of.get(index) ?? 0) + weight);
  };
  all.forEach(({ names, body }, index) => {
    for (const word of wordsOf(body)) add(word, index, 1);
    for (const word of wordsOf(names)) add(word, index, 3);
  });
  return { all, weights, groups: rows.map((row) => row.map((name) => wordsOf(name).map(stem))) };
}

const holds = (typed, name) => typed.some((_, at) => name.length &&
  name.every((word, index) => typed[at + index] === word));

function synonyms({ groups }, words) {
  const typed = wordsOf(words).map(stem);
  return groups.flatMap((group) => {
    const names = group.filter((name) => holds(typed, name)).map(String);
    return names.length ? group.filter((other) => !names.includes(String(other))) : [];
  });
}

const rarityOf = (total, having) => Math.log(1 + (total - having + 0.5) / (having + 0.5));

// How well the entries that answer to the words do so, by their place.
function scoresOf(index, words, share) {
  const scores = new Map(), total = index.all.length;
  const finds = (word) => {
    const result = new Map();
    for (const [other, weights] of index.weights) {
      if (!isForm(other, word)) continue;
      for (const [entry, weight] of weights) result.set(entry, (result.get(entry) ?? 0) + weight);
    }
    return result;
  };
  const count = (found, share) => {
    const rarity = rarityOf(total, found.size);
    for (const [entry, weight] of found) {
      scores.set(entry, (scores.get(entry) ?? 0) + share * rarity * weight / (weight + 1.5));
    }
  };
  for (const word of askedWords(words)) count(finds(word), 1);
  for (const names of synonyms(index, words)) {
    const each = names.map(finds), together = new Map();
    for (const entry of each[0]?.keys() ?? []) {
      if (each.every((find) => find.has(entry))) together.set(entry, Math.min(...each.map((find) => find.get(entry))));
    }
    count(together, share);
  }
  const phrase = wordsOf(words).join(" ");
  for (const [entry, score] of scores) {
    const { names, body } = index.all[entry];
    if (phrase.includes(" ") && `${names}\n${body}`.toLowerCase().includes(phrase)) scores.set(entry, score * 1.5);
  }
  return scores;
}

// The entries, the best first.
function bestFirst(index, scores) {
  const least = 0.35 * Math.max(0, ...scores.values()), round = (score) => Math.round(score * 1e9);
  return [...scores].filter(([, score]) => score >= least)
    .sort(([one, score], [other, second]) => round(second) - round(score) || one - other)
    .map(([entry]) => index.all[entry]);
}

const ranked = (index, words) => bestFirst(index, scoresOf(index, words, 0.6));

// Where the words stand in a text: [start, end] of each.
function spots(text, words) {
  const wanted = [...new Set(askedWords(words))];
  return [...text.matchAll(/[\p{L}\p{N}_]+/gu)]
    .filter(([word]) => wanted.some((other) => isForm(word.toLowerCase(), other)))
    .map((match) => [match.index, match.index + match[0].length]);
}

// Some words of a body, from where most of those looked for stand together.
function excerpt(text, words) {
  const found = spots(text, words);
  let most = 0, start = 0;
  for (const [at] of found) {
    const within = found.filter(([i]) => at <= i && i < at + 107).map(([i, j]) => stem(text.slice(i, j).toLowerCase()));
    if (new Set(within).size > most) [most, start] = [new Set(within).size, at];
  }
  start = Math.max(start - 53, 0);
  if (start) start = text.indexOf(" ", start) + 1;
  let end = text.length - start <= 160 ? text.length : text.lastIndexOf(" ", start + 159);
  if (end <= start) end = start + 160;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

// What answers to the words, each with the fewest answers that lead there.
function search(words, limit = 20) {
  guide.index ??= searchIndex(entries(), [...guide.terms.filter(({ also }) => also)
    .map(({ term, also }) => [term, ...also]), ...guide.synonyms]);
  const matched = [...askedWords(words), ...synonyms(guide.index, words).flat()].join(" ");
  const hits = [];
  for (const entry of ranked(guide.index, words)) {
    if (hits.length === limit) break;
    entry.answers ??= wayTo(entry);
    if (entry.answers) hits.push({ ...entry, excerpt: excerpt(entry.body, matched), matched });
  }
  return hits;
}

function wayTo({ block, question }) {
  if (question) return shortest({ asked: question });
  if (!block) return new Map();
  let answers = shortest({ holding: block });
  for (const id of answers?.keys() ?? []) {
    const skip = skipOf(questionOf(id));
    if (!skip) continue;
    const fewer = new Map(answers).set(id, skip.id), walked = walk(fewer);
    if (!walked.next && applies(block, walked.scenario)) answers = fewer;
  }
  return answers;
}
