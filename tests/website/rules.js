// Answers questions about a guide by the script that stands in a built index.html.
// node rules.js INDEX < one question a line, as JSON > one answer a line.
"use strict";
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

const file = readFileSync(process.argv[2], "utf8");
const inside = (start) => file.split(start)[1].split("</script>")[0];
runInThisContext(inside("<script>"));
const { rules } = globalThis;
rules.open(inside('<script type="text/plain" id="tables">'));

const place = (answers) => {
  const walked = rules.walk(answers);
  const scenario = rules.known(answers, walked);
  const open = walked.next ? rules.stillOpen(scenario) : [];
  return { walked, scenario, open };
};
const ask = {
  page(pairs) {
    const { walked, scenario } = walkOf(pairs);
    const blocks = rules.blocksOf(rules.advise(scenario)).map((block) => Number(block.id.slice(1)));
    return [rules.writeCode(scenario), walked.next?.id ?? "", blocks];
  },
  open(pairs) {
    const { walked, scenario, open } = place(new Map(pairs));
    return [
      open.map((facet) => facet.id), rules.sharpest(scenario, open)?.id ?? "",
      walked.next ? rules.progress(walked, walked.next) : "",
    ];
  },
  code(code) {
    try {
      const found = rules.locate(rules.readCode(code));
      return found && [[...found.answers], found.open.map((facet) => facet.id)];
    } catch (error) {
      return error.message ? null : error;
    }
  },
  change([pairs, question, option]) {
    const answers = new Map(pairs), before = answers.get(question);
    const change = rules.answer(answers, question, option);
    return [[...change.answers], rules.changeNotice(question, before, change)];
  },
  parts(pairs) {
    const { walked, scenario } = walkOf(pairs);
    return rules.adviceParts(rules.advise(scenario), walked.trail);
  },
  search: (words) => rules.search(words)
    .map(({ title, excerpt, answers }) => [title, excerpt, [...answers]]),
  whatif(pairs) {
    const { summary, questions } = rules.whatIfWords(new Map(pairs));
    return { summary, questions: questions.map((question) => ({ ...question,
      others: question.others.map(({ name, details, answers }) => [name, details, [...answers]]) })) };
  },
  sales(pairs) {
    const { scenario } = walkOf(pairs);
    return [rules.repliesParts(scenario), rules.briefParts(scenario)];
  },
  asked([pairs, words]) {
    return rules.repliesParts(walkOf(pairs).scenario, words);
  },
  age: () => rules.checked(),
};
function walkOf(pairs) {
  const answers = new Map(pairs), walked = rules.walk(answers);
  return { walked, scenario: rules.known(answers, walked) };
}

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const [kind, words] = JSON.parse(line);
  console.log(JSON.stringify(ask[kind](words)));
}
