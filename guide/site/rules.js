// The rules of a guide, as guide/journey/ has them: what holds, where an answer leads, what is still
// open. Nothing here knows a page; Node runs it to compare it with Python.

const UNSET = "unset";

let guide;

const byId = (rows) => new Map(rows.map((row) => [row.id, row]));

const questionOf = (id) => guide.question.get(id);

// The guide of a page: tables in which words have signs, as packing.py writes them.
function open(packed) {
  const words = packed.split("\n"), last = words.pop();
  guide = JSON.parse(last.replace(/[\u00c0-\u058f]/g, (sign) => words[sign.charCodeAt() - 0xc0]));
  for (const key of ["empty", "fillers"]) guide[key] = new Set(guide[key].split(" "));
  guide.question = byId(guide.questions);
  guide.term = byId(guide.terms);
  guide.tone = byId(guide.tones.map(([id, label, color], rank) => ({ id, label, color, rank })));
  guide.facets = guide.facets.map(([id, label, kind, values]) =>
    ({ id, label, kind, values: new Map(values) }));
  guide.facet = byId(guide.facets);
  const blocks = rowsOf(guide.blocks, "b");
  for (const section of guide.sections) section.blocks = blocks.filter((block) => block.in === section.id);
  if (guide.replies) guide.replies.rows = rowsOf(guide.replies.rows, "reply-");
  for (const question of guide.questions) {
    for (const option of question.options) {
      option.settles ??= [];
      option.then ??= question.then ?? [];
    }
  }
}

// Rows of a table that is written as columns, with a number each.
const rowsOf = (columns, name) => Object.values(columns)[0].map((_, row) => Object.fromEntries(
  [["id", name + row], ...Object.entries(columns).map(([key, values]) => [key, values[row]])]
    .filter(([, value]) => value)));

// "a=x|y,b=z;c=w": a list of tables, each a list of facets with the values they may have.
const conditions = new Map();

function conditionOf(words) {
  if (!conditions.has(words)) {
    conditions.set(words, words.split(";").map((table) => table.split(",").map((row) => {
      const [facet, values] = row.split("=");
      return [facet, values.split("|")];
    })));
  }
  return conditions.get(words);
}

// Whether a condition holds.

const met = (words, scenario) =>
  conditionOf(words).some((table) =>
    table.every(([facet, values]) => values.includes(scenario.get(facet) ?? UNSET)));

const applies = ({ when, unless }, scenario) =>
  (!when || met(when, scenario)) && !(unless && met(unless, scenario));

const tests = ({ when, unless }) => [when, unless].filter(Boolean).flatMap(conditionOf).flat();

// The walk.

const optionOf = (question, id) => question?.options.find((option) => option.id === id);

const skipOf = (question) => question.options.find((option) => option.skip);

function following(option, scenario) {
  const route = option.then.find((each) => applies(each, scenario));
  return route && questionOf(route.go);
}

function inOrder(settled) {
  const facets = guide.facets.filter((facet) => settled.has(facet.id));
  return new Map(facets.map((facet) => [facet.id, settled.get(facet.id)]));
}

function walk(answers) {
  const trail = [], settled = new Map(), seen = new Set();
  let here = questionOf(guide.start);
  while (here && !seen.has(here)) {
    const option = optionOf(here, answers.get(here.id));
    if (!option) break;
    seen.add(here);
    trail.push({ question: here, option });
    for (const [facet, value] of option.settles) settled.set(facet, value);
    here = following(option, settled);
  }
  return { trail, scenario: inOrder(settled), next: here };
}

function reachable(start) {
  const reached = new Set(), waiting = [start.id];
  while (waiting.length) {
    const question = questionOf(waiting.pop());
    if (!question || reached.has(question.id)) continue;
    reached.add(question.id);
    for (const option of question.options) waiting.push(...option.then.map((route) => route.go));
  }
  return reached;
}

// One answer given or changed: what stands, and what no longer applies.
function answer(answers, questionId, optionId) {
  const after = new Map(answers).set(questionId, optionId);
  const now = walk(after);
  const keep = new Set(now.trail.map((step) => step.question.id));
  if (now.next) for (const id of reachable(now.next)) keep.add(id);
  const dropped = [];
  for (const [id, choice] of answers) {
    const question = questionOf(id), option = optionOf(question, choice);
    if (!keep.has(id) && option) dropped.push({ question, option });
  }
  const stand = new Map(now.trail.map((step) => [step.question.id, step.option.id]));
  for (const [id, choice] of after) if (keep.has(id) && !stand.has(id)) stand.set(id, choice);
  return { answers: stand, dropped };
}

function skipAhead(answers) {
  answers = new Map(answers);
  for (let here; (here = walk(answers).next) && skipOf(here);) {
    answers.set(here.id, skipOf(here).id);
  }
  return answers;
}

// What is known: also what was answered to questions that are still ahead.
function known(answers, walked = walk(answers)) {
  const scenario = new Map(walked.scenario);
  if (walked.next) {
    for (const [id, choice] of answers) {
      for (const [facet, value] of optionOf(questionOf(id), choice)?.settles ?? []) {
        if (!scenario.has(facet)) scenario.set(facet, value);
      }
    }
  }
  return inOrder(scenario);
}

// The page.

function advise(scenario) {
  return guide.sections
    .map((section) =>
      ({ section, blocks: section.blocks.filter((block) => applies(block, scenario)) }))
    .filter((part) => part.blocks.length);
}

const blocksOf = (page) => page.flatMap((part) => part.blocks);

const toneOf = (page) => guide.tone.get(blocksOf(page).find((block) => block.tone)?.tone);

// The fewest answers that lead to a page, as guide/states/shortest.py finds them: backward over the
// questions, told apart only by what later routes and the goal look at.
// goal: {allowed: facet -> values, holding: a block, through: [question, option], asked: a question}.

function ahead(question) {
  guide.ahead ??= new Map();
  if (!guide.ahead.has(question.id)) {
    const reads = new Set(), settles = new Set();
    for (const id of reachable(question)) {
      for (const option of questionOf(id).options) {
        for (const [facet] of option.settles) settles.add(facet);
        for (const [facet] of option.then.flatMap(tests)) reads.add(facet);
      }
    }
    guide.ahead.set(question.id, { reads, settles });
  }
  return guide.ahead.get(question.id);
}

function shortest(goal) {
  const allowed = goal.allowed ?? new Map(), [must, choice] = goal.through ?? [];
  const wanted = new Set(allowed.keys());
  for (const [facet] of goal.holding ? tests(goal.holding) : []) wanted.add(facet);
  const best = new Map();
  const fits = (scenario, question) => {
    const settles = question && ahead(question).settles;
    for (const [facet, values] of allowed) {
      if (!values.includes(scenario.get(facet) ?? UNSET) && !settles?.has(facet)) return false;
    }
    return true;
  };
  const key = (question, scenario, passed) => {
    const { reads } = ahead(question);
    const values = guide.facets.map(({ id }) =>
      (wanted.has(id) || reads.has(id) ? scenario.get(id) ?? "" : ""));
    return [question.id, passed, ...values].join("|");
  };
  const way = (question, scenario, passed) => {
    if (question && question === goal.asked) return { length: 0 };
    if (!question) {
      const ends = !goal.asked && passed && (!goal.holding || applies(goal.holding, scenario));
      return { length: ends ? 0 : Infinity };
    }
    const name = key(question, scenario, passed);
    if (!best.has(name)) {
      let least = { length: Infinity };
      for (const option of direct(question)) {
        if (question.id === must && option.id !== choice) continue;
        const then = new Map([...scenario, ...option.settles]);
        const next = following(option, then);
        if (!fits(then, next)) continue;
        const rest = way(next, then, passed || question.id === must);
        if (rest.length + 1 < least.length) {
          least = { length: rest.length + 1, question, option, rest };
        }
      }
      best.set(name, least);
    }
    return best.get(name);
  };
  const answers = new Map();
  let step = way(questionOf(guide.start), new Map(), !must);
  if (step.length === Infinity) return null;
  for (; step.option; step = step.rest) answers.set(step.question.id, step.option.id);
  return answers;
}

// Direct answers first, then skips, then the ways through a diagnostic.
function direct(question) {
  const order = (option) => (option.settles.length ? 0 : option.skip ? 1 : 2);
  return [...question.options].sort((one, other) => order(one) - order(other));
}

// The spine facets that this reader can still settle.
function stillOpen(scenario) {
  const allowed = new Map([...scenario].map(([facet, value]) => [facet, [value]]));
  return guide.facets.filter((facet) => {
    if (facet.kind !== "spine" || scenario.has(facet.id)) return false;
    return guide.questions.some((question) => question.options.some((option) => {
      const settled = option.settles.find(([id]) => id === facet.id);
      return settled && shortest({
        allowed: new Map(allowed).set(facet.id, [settled[1]]),
        through: [question.id, option.id],
      });
    }));
  });
}

// Which one answer would change most of the page, whatever it is.
function sharpest(scenario, facets) {
  const shown = (settled) => new Set(blocksOf(advise(settled)));
  const now = shown(scenario);
  let most = -1, question;
  for (const facet of facets) {
    let changes = 0;
    for (const value of facet.values.keys()) {
      const then = shown(new Map(scenario).set(facet.id, value));
      for (const block of new Set([...now, ...then])) changes += now.has(block) !== then.has(block);
    }
    if (changes / facet.values.size > most) {
      most = changes / facet.values.size;
      question = ownQuestion(facet);
    }
  }
  return question;
}

function ownQuestion(facet) {
  let best, most = 0;
  for (const question of guide.questions) {
    const values = question.options.flatMap((option) =>
      option.settles.filter(([id]) => id === facet.id).map(([, value]) => value));
    if (new Set(values).size > most) [best, most] = [question, new Set(values).size];
  }
  return best;
}

// Scenario codes.

function writeCode(scenario) {
  const pairs = [...inOrder(scenario)].map((pair) => pair.join("=")).join(",");
  return pairs ? `${guide.id}:${pairs}` : guide.id;
}

// The scenario in a code; throws a sentence where it can't be used.
function readCode(code) {
  code = code.replace(/\s/g, "");
  const [id, pairs] = code.includes(":")
    ? [code.slice(0, code.indexOf(":")), code.slice(code.indexOf(":") + 1)]
    : code.includes("=") ? ["", code] : [code, ""];
  if (id && id !== guide.id) throw Error(`This link is for another guide, "${id}".`);
  const old = guide.renamed, scenario = new Map();
  for (const pair of pairs.split(",").filter(Boolean)) {
    let [name, ...rest] = pair.split("="), value = rest.join("=");
    if (!rest.length) throw Error(`"${pair}" is no answer; a code is made of facet=value.`);
    name = new Map(old.facets).get(name) ?? name;
    value = old.values.find(([f, v]) => f === name && v === value)?.[2] ?? value;
    const facet = guide.facet.get(name);
    if (!facet) throw Error(`This guide asks for nothing called "${name}".`);
    if (value !== UNSET && !facet.values.has(value)) {
      throw Error(`"${facet.label}" is never "${value}" in this guide.`);
    }
    if ((scenario.get(name) ?? value) !== value) throw Error(`"${facet.label}" is given twice.`);
    scenario.set(name, value);
  }
  for (const [name, value] of scenario) if (value === UNSET) scenario.delete(name);
  return inOrder(scenario);
}

// The answers that settle this scenario and what is still open; null where nobody can have it.
function locate(scenario) {
  const exact = guide.facets.map(({ id }) => [id, [scenario.get(id) ?? UNSET]]);
  let answers = shortest({ allowed: new Map(exact) });
  if (answers) return { scenario, answers, open: [] };
  const some = [...scenario].map(([facet, value]) => [facet, [value]]);
  answers = shortest({ allowed: new Map(some) });
  if (!answers) return null;
  for (const [id, choice] of answers) {
    const { settles } = optionOf(questionOf(id), choice);
    const asked = settles.every(([facet, value]) => scenario.get(facet) === value);
    if (!settles.length || !asked) answers.delete(id);
  }
  return { scenario, answers, open: stillOpen(scenario) };
}
