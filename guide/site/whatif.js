// What each other answer would change, as guide/compare/neighbors.py and pages/whatif.py say it.

// The verdicts that a walk can end with, by their place in the guide's order, 0 the best.
function ranksAhead(walked, answers) {
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
    const { reads } = ahead(question);
    const kept = [...scenario].filter(([facet]) => read.has(facet) || reads.has(facet));
    const key = JSON.stringify([question.id, kept.sort()]);
    if (seen.has(key)) continue;
    seen.add(key);
    const only = optionOf(question, answers.get(question.id)) ?? skipOf(question);
    for (const option of only ? [only] : question.options) {
      const then = new Map([...kept, ...option.settles]);
      waiting.push([following(option, then), then]);
    }
  }
  return [...ranks].sort((one, other) => one - other);
}

function neighbor(page, answers, step, option) {
  const change = answer(answers, step.question.id, option.id);
  const settled = skipAhead(change.answers), walked = walk(settled);
  const ranks = ranksAhead(walked, settled);
  const other = walked.next ? null : advise(walked.scenario);
  const here = new Set(blocksOf(page)), there = new Set(other ? blocksOf(other) : here);
  const changes = other ? guide.sections.map((section) => ({ section,
    only: section.blocks.filter((block) => here.has(block) !== there.has(block)) }))
    .filter(({ only }) => only.length) : [];
  return { step, option, answers: settled, dropped: change.dropped, walked, page: other, changes, ranks, here };
}

// All neighbors of a finished walk, and those that help or hurt most.
function whatIf(answers) {
  const { trail, scenario } = walk(answers), page = advise(scenario);
  const questions = trail.map((step) => ({ step, others: step.question.options
    .filter((option) => option !== step.option)
    .map((option) => neighbor(page, answers, step, option)) }));
  const tone = toneOf(page), rank = tone && tone.color !== "neutral" ? tone.rank : -1;
  const early = new Set([...guide.tone.values()].filter(({ color }) => color === "neutral").map((each) => each.rank));
  const scaled = ({ ranks }) => ranks.filter((each) => !early.has(each));
  const real = ({ step, option }) => !option.skip && !option.same && (option.settles.length || !step.question.facet);
  const ranked = questions.flatMap(({ others }) => others).filter((each) => rank >= 0 && scaled(each).length && real(each));
  const sure = ranked.filter(({ ranks }) => ranks.every((each) => !early.has(each)));
  const lowest = (each) => Math.min(...scaled(each)), highest = (each) => Math.max(...scaled(each));
  const best = Math.min(rank, ...sure.map(highest)), worst = Math.max(rank, ...sure.map(lowest));
  const helps = sure.filter((each) => highest(each) === best && best !== rank);
  const hurts = sure.filter((each) => lowest(each) === worst && worst !== rank);
  return {
    page, tone, now: tone?.rank, questions, helps, hurts,
    couldHelp: ranked.filter((each) => lowest(each) < best && !helps.includes(each)),
    couldHurt: ranked.filter((each) => highest(each) > worst && !hurts.includes(each)),
  };
}

const small = (label) => label.charAt(0).toLowerCase() + label.slice(1);

function verdictWords({ tone: now }, { ranks, page }, way = true) {
  if (!ranks.length) return "No verdict";
  const tones = [...guide.tone.values()], tone = tones[ranks[0]];
  if (ranks.length > 1) {
    const between = ranks.length === 2 ? "or" : "to";
    return `${tone.label} ${between} ${small(tones[ranks.at(-1)].label)}, depending on what you answer next`;
  }
  let words = tone.label;
  if (tone === now) words = words.startsWith("Still ") ? words : `Still ${small(words)}`;
  else if (now) {
    words += ` instead of ${small(now.label)}`;
    if (way && tone.color !== "neutral" && now.color !== "neutral") words += `, ${tone.rank < now.rank ? "better" : "worse"}`;
  }
  return page ? words : `${words}, whatever you answer next`;
}

// What an answer changes: labels and words.
function changeDetails(result, other) {
  const rows = [];
  if (other.walked.next) rows.push(["Leads on", other.walked.next.text]);
  rows.push(["Verdict", sentence(verdictWords(result, other))]);
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
  const dropped = other.dropped.filter(({ option }) => !option.skip);
  if (dropped.length > 2) rows.push(["No longer apply", `${dropped.length} later answers.`]);
  else if (dropped.length) {
    rows.push(["No longer applies", sentence(dropped.map((step) => stepLine(step)).join("; "))]);
  }
  return rows;
}

// What helps most, what hurts most, what changes nothing: labels and words.
function whatIfSummary(result) {
  const { tone, questions } = result;
  const most = (some, way) => {
    if (!tone || tone.color === "neutral") return `It is too early to say: no other answer makes the verdict ${way} yet.`;
    if (!some.length) return `No other answer you could have given makes it ${way} than ${small(tone.label)}.`;
    const { question } = some[0].step, same = some.filter(({ step }) => step.question === question);
    const labels = same.map(({ option }) => `"${option.label}"`).join(" or "), others = some.length - same.length;
    const also = others ? ` ${plural(others, "other answer")} would do the same.` : "";
    return `Had you answered ${labels} to "${question.text}", it would be ` +
      `${small(verdictWords(result, some[0], false))}.${also}`;
  };
  const idle = ({ page, changes }) => page && !changes.length;
  const keeps = (other) => (other.page ? idle(other) : other.ranks.length === 1 && other.ranks[0] === result.now);
  const without = questions.filter(({ others }) => others.some(idle) && others.every(keeps));
  let nothing = "No answer; each of the others changes the page, or leads on to more questions.";
  if (without.length) {
    const texts = listed(without.map(({ step }) => `"${step.question.text}"`));
    nothing = `Whatever you answer to ${texts}, the page stays the same.` + (without.some(({ others }) =>
      others.some(({ page }) => !page)) ? " One that leads on may change parts of it, not the verdict." : "");
  } else if (questions.some(({ others }) => others.some(idle))) {
    nothing = "No whole question. Answers that give the same page are named below theirs.";
  }
  const named = (some) => {
    const lines = new Map();
    for (const { step: { question }, option } of some) {
      const before = lines.get(question);
      lines.set(question, before ? `${before} or ${option.label}` : stepLine({ question, option }));
    }
    return sentence([...lines.values()].join("; or "));
  };
  const could = [["help", result.couldHelp], ["hurt", result.couldHurt]].filter(([, some]) => some.length);
  return [
    ...(tone ? [["The verdict now", sentence(tone.label)]] : []),
    ["Helps most", most(result.helps, "better")], ["Hurts most", most(result.hurts, "worse")],
    ["Changes nothing", nothing],
    ...could.map(([way, some]) => [`Could ${way}, by what you answer next`, named(some)]),
  ];
}

// All of it in words, for the page: the summary, then each question with its other answers.
function whatIfWords(answers) {
  const result = whatIf(answers);
  const name = (other) => other.option.label +
    (result.hurts.includes(other) ? " (hurts most)" : result.helps.includes(other) ? " (helps most)" : "");
  const rows = ({ others }) => [...others.filter(({ changes }) => changes.length), ...others.filter(({ page }) => !page)];
  return {
    summary: whatIfSummary(result),
    questions: result.questions.map((question) => ({
      title: stepLine(question.step),
      others: rows(question).map((other) =>
        ({ name: name(other), details: changeDetails(result, other), answers: other.answers })),
      same: question.others.filter(({ page, changes }) => page && !changes.length).map(({ option }) => option.label),
    })),
  };
}
