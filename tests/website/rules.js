// Answers questions about a guide by the script that stands in a built index.html.
// node rules.js INDEX < one question a line, as JSON > one answer a line.
"use strict";
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

const file = readFileSync(process.argv[2], "utf8");
const inside = (start) => file.split(start)[1].split("</script>")[0];
runInThisContext(inside("<script>"));
const { rules } = globalThis;
const guide = rules.open(JSON.parse(inside('<script type="application/json" id="tables">')));

const place = (answers) => {
  const walked = rules.walk(guide, answers);
  const scenario = rules.known(guide, answers, walked);
  const open = walked.next ? rules.stillOpen(guide, scenario) : [];
  return { walked, scenario, open };
};
const ask = {
  page(pairs) {
    const { walked, scenario } = walkOf(pairs);
    const blocks = rules.blocksOf(rules.advise(guide, scenario)).map((block) => block.id);
    return [rules.writeCode(guide, scenario), walked.next?.id ?? "", blocks];
  },
  open(pairs) {
    const { walked, scenario, open } = place(new Map(pairs));
    return [
      open.map((facet) => facet.id), rules.sharpest(guide, scenario, open)?.id ?? "",
      walked.next ? rules.progress(guide, walked, walked.next) : "",
    ];
  },
  code(code) {
    try {
      const found = rules.locate(guide, rules.readCode(guide, code));
      return found && [[...found.answers], found.open.map((facet) => facet.id)];
    } catch (error) {
      return error.message ? null : error;
    }
  },
  change([pairs, question, option]) {
    const answers = new Map(pairs), before = answers.get(question);
    const change = rules.answer(guide, answers, question, option);
    return [[...change.answers], rules.notice(guide, guide.question.get(question), before, change)];
  },
  parts(pairs) {
    const { walked, scenario } = walkOf(pairs);
    return rules.adviceParts(guide, rules.advise(guide, scenario), walked.trail);
  },
  search: (words) => rules.search(guide, words)
    .map(({ title, excerpt, answers }) => [title, excerpt, [...answers]]),
  whatif(pairs) {
    const { summary, questions } = rules.whatIfWords(guide, new Map(pairs));
    return { summary, questions: questions.map((question) => ({ ...question,
      others: question.others.map(({ name, details, answers }) => [name, details, [...answers]]) })) };
  },
  sales(pairs) {
    const { scenario } = walkOf(pairs);
    return [rules.repliesParts(guide, scenario), rules.briefParts(guide, scenario)];
  },
  asked([pairs, words]) {
    return rules.repliesParts(guide, walkOf(pairs).scenario, words);
  },
  age: () => rules.checked(guide),
  glance: () => rules.glanceParts(guide),
};
function walkOf(pairs) {
  const answers = new Map(pairs), walked = rules.walk(guide, answers);
  return { walked, scenario: rules.known(guide, answers, walked) };
}

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const [kind, words] = JSON.parse(line);
  console.log(JSON.stringify(ask[kind](words)));
}
