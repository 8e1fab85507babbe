// What each other answer would change, as guide/compare/neighbors.py and pages/whatif.py say it.

// The verdicts that a walk can end with, by their place in the guide's order, 0 the best.
function ranksAhead(guide, walked, answers) {
  const blocks = guide.sections.flatMap(({ blocks: own }) => own.filter((block) => block.tone));
  const read = new Set(blocks.flatMap((block) => tests(block).map(([facet]) => facet)));
  const ranks = new Set(), seen = new Set(), waiting = [[walked.next, walked.scenario]];
  while (waiting.length) {
    const [question, scenario] = waiting.pop();
    if (!question) {
      const tone = guide.tone.get(blocks.find((block) => applies(block, scenario))?.tone);
      if (tone) ranks.add(tone.rank);
      continue;
    }
    const { reads } = ahead(guide, question);
    const kept = [...scenario].filter(([facet]) => read.has(facet) || reads.has(facet));
    const key = JSON.stringify([question.id, kept.sort()]);
    if (seen.has(key)) continue;
    seen.add(key);
    const only = optionOf(question, answers.get(question.id)) ?? skipOf(question);
    for (const option of only ? [only] : question.options) {
      const then = new Map([...kept, ...option.settles]);
      waiting.push([following(guide, option, then), then]);
    }
  }
  return [...ranks].sort((one, other) => one - other);
}

function neighbor(guide, page, answers, step, option) {
  const change = answer(guide, answers, step.question.id, option.id);
  const settled = skipAhead(guide, change.answers), walked = walk(guide, settled);
  const ranks = ranksAhead(guide, walked, settled);
  const other = walked.next ? null : advise(guide, walked.scenario);
  const here = new Set(blocksOf(page)), there = new Set(other ? blocksOf(other) : here);
  const changes = other ? guide.sections.map((section) => ({ section,
    only: section.blocks.filter((block) => here.has(block) !== there.has(block)) }))
    .filter(({ only }) => only.length) : [];
  return { step, option, answers: settled, dropped: change.dropped, walked, page: other, changes, ranks, here };
}

// All neighbors of a finished walk, and those that help or hurt most.
function whatIf(guide, answers) {
  const { trail, scenario } = walk(guide, answers), page = advise(guide, scenario);
  const questions = trail.map((step) => ({ step, others: step.question.options
    .filter((option) => option !== step.option)
    .map((option) => neighbor(guide, page, answers, step, option)) }));
  const now = toneOf(guide, page)?.rank;
  const ranked = now === undefined ? [] : questions.flatMap(({ others }) => others).filter(({ ranks }) => ranks.length);
  const lowest = ({ ranks }) => Math.min(...ranks), highest = ({ ranks }) => Math.max(...ranks);
  const best = Math.min(now ?? 0, ...ranked.map(highest)), worst = Math.max(now ?? 0, ...ranked.map(lowest));
  const helps = ranked.filter((each) => highest(each) === best && best !== now);
  const hurts = ranked.filter((each) => lowest(each) === worst && worst !== now);
  return {
    page, now, questions, helps, hurts,
    couldHelp: ranked.filter((each) => lowest(each) < best && !helps.includes(each)),
    couldHurt: ranked.filter((each) => highest(each) > worst && !hurts.includes(each)),
  };
}

function verdictWords(guide, result, { ranks, page }) {
  if (!ranks.length) return "No verdict";
  const labels = guide.tones.map(([, label]) => label), [first, ...others] = ranks;
  if (others.length) {
    const between = others.length === 1 ? "or" : "to";
    return `${labels[first]} ${between} ${labels[others.at(-1)]}, depending on what you answer next`;
  }
  let words = labels[first];
  if (first === result.now) words = `Still ${words}`;
  else if (result.now !== undefined) words += ` instead of ${labels[result.now]}, ${first < result.now ? "better" : "worse"}`;
  return page ? words : `${words}, whatever you answer next`;
}

// What an answer changes: labels and words.
function changeDetails(guide, result, other) {
  const rows = [];
  if (other.walked.next) rows.push(["Leads on", other.walked.next.text]);
  rows.push(["Verdict", sentence(verdictWords(guide, result, other))]);
  if (other.changes.length) {
    const every = new Set([...result.page, ...(other.page ?? [])].map(({ section }) => section));
    const all = other.changes.length === every.size && every.size > 3;
    const titles = other.changes.map(({ section }) => section.title).join(", ");
    rows.push(["Changes", sentence(all ? "every section" : titles)]);
  }
  const notices = other.changes.filter(({ section }) => section.notices).flatMap(({ only }) => only);
  for (const gone of [false, true]) {
    for (const block of notices.filter((each) => other.here.has(each) === gone)) {
      rows.push([gone ? "Notice gone" : "New notice", plain(block.html).split(/(?<=[.?!])\s/)[0]]);
    }
  }
  const { dropped } = other;
  if (dropped.length > 2) rows.push(["No longer apply", `${dropped.length} later answers.`]);
  else if (dropped.length) {
    rows.push(["No longer applies", sentence(dropped.map((step) => stepLine(guide, step)).join("; "))]);
  }
  return rows;
}

// What helps most, what hurts most, what makes no difference.
function whatIfSummary(guide, result) {
  const named = (some) => {
    const lines = new Map();
    for (const { step, option } of some) {
      const before = lines.get(step.question);
      lines.set(step.question, before ? `${before} or ${option.label}`
        : stepLine(guide, { question: step.question, option }));
    }
    return sentence([...lines.values()].join("; or "));
  };
  const most = (verb, way, sure, could) => {
    const lines = [], verdicts = new Map();
    for (const each of sure) {
      const words = verdictWords(guide, result, each);
      verdicts.set(words, [...(verdicts.get(words) ?? []), each]);
    }
    if (sure.length) {
      const words = [...verdicts].map(([verdict, some]) => `${named(some)} Verdict: ${sentence(verdict)}`);
      lines.push(`It would ${verb} most to have answered ${words.join(" ")}`);
    } else lines.push(`No single answer ${could.length ? "is sure to" : "would"} make the verdict ${way}.`);
    if (could.length) lines.push(`It could ${verb}${sure.length ? " more" : ""}, by what you answer next: ${named(could)}`);
    return lines;
  };
  const tone = toneOf(guide, result.page), idle = ({ page, changes }) => page && !changes.length;
  const keeps = ({ page, ranks, changes }) => (page ? !changes.length : ranks.length === 1 && ranks[0] === result.now);
  const without = result.questions.filter(({ others }) => others.some(idle) && others.every(keeps));
  let last = "Every question matters here: at least one other answer changes the page, or leads on.";
  if (without.length) {
    const titles = without.map(({ step }) => stepLine(guide, step)).join("; ");
    const on = without.some(({ others }) => others.some(({ page }) => !page));
    last = `Makes no difference here: ${sentence(titles)}` + (on
      ? " An answer there that leads on may change parts of the page, not the verdict." : "");
  } else if (result.questions.some(({ others }) => others.some(idle))) {
    last = "Every question matters here, but not every answer: those that give the same page are named below their question.";
  }
  return [
    ...(tone ? [`The verdict now: ${sentence(tone.label)}`] : []),
    ...most("help", "better", result.helps, result.couldHelp),
    ...most("hurt", "worse", result.hurts, result.couldHurt), last,
  ];
}

// All of it in words, for the page: the summary, then each question with its other answers.
function whatIfWords(guide, answers) {
  const result = whatIf(guide, answers);
  const name = (other) => other.option.label +
    (result.hurts.includes(other) ? " (hurts most)" : result.helps.includes(other) ? " (helps most)" : "");
  const rows = ({ others }) => [...others.filter(({ changes }) => changes.length), ...others.filter(({ page }) => !page)];
  return {
    summary: whatIfSummary(guide, result),
    questions: result.questions.map((question) => ({
      title: stepLine(guide, question.step),
      others: rows(question).map((other) =>
        ({ name: name(other), details: changeDetails(guide, result, other), answers: other.answers })),
      same: question.others.filter(({ page, changes }) => page && !changes.length).map(({ option }) => option.label),
    })),
  };
}
