// The page in the browser: which view the address names, what is on it, what a click does.
// Answers live in the address and in the browser's own list of pages visited; nothing is stored.

const NO_HIT = "Nothing here answers to these words. Try fewer of them, or another form.";

let main;
let home;
let windowTitle;
let here;
let landing = "";
let drawn;

const code = (answers) => writeCode(known(answers));
const button = (action, words, more) => tag("button", { "data-do": action, ...more }, words);
const actions = (...buttons) =>
  tag("div.actions", { "data-extra": true }, ...buttons, tag("span", { role: "status" }));
const top = (words, kind = guide.title) => tag("p.kind", h(kind)) + tag("h1", { tabindex: -1 }, h(words));
const foot = (words = "") => tag("p.code checked", h(checked().foot), words);
const notice = () => (here.notice ? tag("p.notice", { role: "status" }, h(here.notice)) : "");
const aside = (label, words) => (words ? tag("p.look", tag("strong", label), h(words)) : "");

function contents(parts) {
  const links = parts.map(([id, words]) => tag("li", tag("a", { href: `#${id}` }, h(words))));
  const wide = window.matchMedia("(min-width: 70rem)").matches;
  return tag("nav.contents", { "aria-label": "On this page" },
    tag("details", { open: wide }, tag("summary", "On this page"), tag("ol", ...links))) +
    parts.map((part) => part[2]).join("\n");
}

function ask() {
  const { trail, next } = here.walked, at = trail.findIndex((step) => step.question.id === here.at);
  const early = at < 0 && here.at !== next?.id && questionOf(here.at);
  const question = trail[at]?.question ?? (early || next);
  if (!question) return page();
  const before = (at < 0 ? trail : trail.slice(0, at)).filter(({ option }) => !option.skip);
  return [tag("div.ask",
    early ? "" : tag("p.progress", h(progress(here.walked, question))),
    tag("h1", { tabindex: -1 }, h(question.text)),
    notice(), trail.length ? readNow(question) : "", aside("Where to look: ", question.look),
    tag("ol.options", ...question.options.map(({ id, label, hint }) => tag("li", button("answer",
      tag("span.label", h(label)) + (hint ? tag("span.hint", h(hint)) : ""),
      { "data-question": question.id, "data-option": id,
        "aria-current": id === here.answers.get(question.id) && "true" })))),
    aside("Why we ask: ", question.why),
    tag("p.actions", button("back", "Back"), at < 0 ? "" : button("ask", "Keep this answer")),
    before.length ? tag("nav.crumbs", { "aria-labelledby": "crumbs" },
      tag("h2", { id: "crumbs" }, "Your answers so far"), tag("ol", ...before.map((step) =>
        tag("li", button("change", h(nameStep(step).answer),
          { "data-at": step.question.id, "aria-label": `Change: ${stepLine(step)}` }))))) : "",
  ) + (trail.length ? soFar() : ""), question.text];
}

// What one came for is ready after the first answer; it is said when the rest is optional.
function readNow(question) {
  const optional = kindOf(question) === "follow-up", [view, words] = here.to === "brief" ?
    ["brief", "See the brief now"] : ["page", "Read the page now"];
  return tag(`div.${optional ? "ready notice" : "ready"}`, optional ? tag("p", `Your ${view} is ready. ` +
    "The questions from here on are optional, and make it fit your case better.") : "", button(view, words));
}

// The page so far, in short, beside the question.
function soFar() {
  const block = blocksOf(advise(here.scenario)).find((each) => each.tone);
  return tag("aside.so-far", { "aria-labelledby": "so-far" },
    tag("h2", { id: "so-far" }, "The page so far"),
    block ? banner(guide.tone.get(block.tone), block.html) : "");
}

function page() {
  const { walked: { next, trail }, scenario } = here;
  const sharper = sharpest(scenario, next ? stillOpen(scenario) : []);
  const sections = advise(scenario), pairs = scenarioPairs(scenario), parts = adviceParts(sections, trail);
  const verdict = sections.findIndex(({ blocks }) => blocks.some((block) => block.tone));
  const first = verdict < 0 ? [] : parts.splice(verdict, 1), tone = toneOf(sections);
  return [[
    pairs.length && tone ? top(`${pairs[0][1]}: ${small(tone.label)}`) : top(guide.title, guide.kind), ...first.map((part) => part[2]), pairList(pairs), notice(),
    sharper ? tag("p.open", h("This page goes by what you have answered so far. One more answer would " +
      `sharpen it most: ${sharper.text}`), button("change", "Answer it", { "data-at": sharper.id, "data-extra": true })) : "",
    actions(
      guide.replies ? button("brief", "What do I say?") : "",
      next ? button("ask", "Go on with the questions") : button("whatif", "What if?"),
      button("link", "Copy link"), button("print", "Print")),
    contents(parts),
    foot(),
    tag("details.fold", { "data-extra": true }, tag("summary", "For the terminal program"),
      tag("p", tag("code", h(code(here.answers)))), actions(button("code", "Copy for the terminal"))),
  ].join("\n"), pairs.length ? `${guide.title} (${pairs.map((pair) => pair[1]).join(", ")})` : guide.title];
}

function whatif() {
  if (here.walked.next) return page();
  const { summary, questions } = whatIfWords(here.answers), words = "What would change this?";
  return [top(words) +
    tag("ul", ...summary.map(([label, text]) => tag("li", tag("strong", h(`${label}: `)), h(text)))) +
    tag("p.look", "This says what the page would be with another answer. It does not mean that you " +
      "can still change it. Optional questions that another answer brings up count as skipped.") +
    actions(button("page", "Back to my advice")) +
    questions.map(({ title: step, others, same }) => tag("details.fold", tag("summary", tag("h2", h(step))),
      tag("ul.listing", ...others.map(({ name, details, answers }) => tag("li",
        tag("p", tag("strong", h(name))),
        ...details.map(([label, text]) => tag("p.detail", h(`${label}: ${text}`))),
        tag("p", tag("a", { href: address({ view: "page", answers }) },
          "See that page", tag("span.unseen", h(`: ${name}`))))))),
      same.length ? tag("p.verified", h(`The same page: ${sentence(same.join("; "))}`)) : "")).join(""),
  words];
}

// What to say to others: the brief for a call, and every question.

const prepared = (words, first, other, print, rest) => [[
  top(words, guide.replies.title ?? guide.title), pairList(scenarioPairs(sayable(here.scenario))), first,
  actions(button("more", answered().open ? "Answer more, to make it fit your case" : "Change your answers"), other,
    button("page", "My advice"), button("print", print), button("link", "Copy link")),
  rest, foot(" Internal: not for forwarding. General guidance, not legal or audit advice."),
].join("\n"), words];

const brief = () => {
  const [first, ...rest] = guide.replies ? briefParts(here.scenario).map((part) => part[2]) : [];
  return first && prepared("Brief for a call", first, button("replies", "All their questions"), "Print", rest.join("\n"));
};

const replies = () => guide.replies && prepared("What they will ask",
  field("asked", "Their question, in their words", here.asked), button("brief", "The brief"),
  "Print what is open", tag("div.list", { id: "hits", "aria-live": "polite" }, listOf(here.asked)));

// What was answered in truth: a link opens with the optional questions skipped, and they can be asked still.
function answered() {
  const { trail } = here.walked, kept = trail.filter(({ option }) => !option.skip);
  const answers = new Map(kept.map(({ question, option }) => [question.id, option.id]));
  return { answers, open: walk(answers).next, at: trail[0]?.question.id };
}

function listOf(words = "") {
  const parts = repliesParts(here.scenario, words.trim());
  return parts.length ? contents(parts) : tag("p", words.trim() ? NO_HIT : NOBODY);
}

const field = (id, words, value) => tag("p.field", { "data-extra": true }, tag("label", { for: id }, words),
  tag("input", { id, type: "search", value, autocomplete: "off" }));

// Search: results while one types, the words in the address.

const searching = () => [top("Search") + field("words", "Words to look for", here.words) +
  (guide.replies ? tag("p.look", "For a call with a buyer: ", tag("a", { href: "#brief" }, "what do I say?")) : "") +
  tag("div", { id: "hits", "aria-live": "polite" }, results(here.words)), "Search"];

// The same words for several cases stand once, with a link for each case.
function results(words) {
  if (!words.trim()) return "";
  const hits = search(words), alike = new Map();
  for (const hit of hits) {
    const key = hit.title + hit.excerpt;
    alike.set(key, [...(alike.get(key) ?? []), hit]);
  }
  return hits.length ? tag("ul.listing hits", ...[...alike.values()].map((some) => tag("li",
    link(some[0], some[0].title), tag("p", marked(some[0])),
    tag("p.detail", h(placeOf(some[0]))),
    some[1] ? tag("details.fold", tag("summary", `The same words in ${plural(some.length - 1, "other case")}`),
      ...some.slice(1).map((hit) => tag("p.detail", link(hit, placeOf(hit))))) : ""))) :
    tag("p", NO_HIT);
}

const placeOf = ({ block, question, answers }) =>
  (block ? scenarioWords(known(answers)) : question ? "A question" : "A term");

const link = ({ block, question, term, answers }, words) => tag("a", {
  href: address({ view: block ? "page" : question ? "ask" : "terms", answers }),
  "data-land": block ? `from-${block.id}` : term && `term-${term.id}`,
}, h(words));

function marked({ excerpt: text, matched }) {
  let at = 0, marks = "";
  for (const [start, end] of spots(text, matched)) {
    marks += h(text.slice(at, start)) + tag("mark", h(text.slice(start, end)));
    at = end;
  }
  return marks + h(text.slice(at));
}

// Views: each gives the HTML of the page and its title.

const views = {
  home: () => [home, windowTitle],
  terms: () => guide.terms.length && [top("Terms") + termList(guide.terms) + foot(), "Terms"],
  search: searching, whatif, replies, brief, ask, page,
};

// Addresses: #terms, #search/WORDS, #ask/CODE and so on, #CODE.

function address({ view, answers, words }) {
  if (view === "home") return "#";
  if (view === "page") return `#${code(answers)}`;
  if (view === "search") return words ? `#search/${encodeURIComponent(words)}` : "#search";
  return /^(ask|whatif|replies|brief)$/.test(view) ? `#${view}/${code(answers)}` : `#${view}`;
}

function place() {
  const words = decodeURIComponent(location.hash.slice(1)), state = history.state ?? {};
  const [, view = "page", rest] = words.match(/^(?:(ask|whatif|replies|brief|search)(?:\/|$))?(.*)$/s);
  const answers = new Map(state.answers);
  if (view === "search") return { view, words: rest, answers };
  if (view === "page" && Object.hasOwn(views, rest || "home")) return { view: rest || "home", answers };
  if (state.answers && address({ view, answers }) === `#${words}`) return { ...state, view, answers };
  const scenario = readCode(rest || guide.id), located = locate(scenario);
  if (!located) throw Error("No reader can have these answers together.");
  // What to say hangs on what one has: that is asked first.
  if (view === "brief" && !scenario.size) {
    return { view: "ask", answers: new Map(), to: view, notice: "What to say depends on what you have, so that comes first." };
  }
  return { view, answers: view === "ask" && !scenario.size ? new Map() : located.answers, asked: state.asked };
}

function show(focus = true) {
  let html, words = windowTitle;
  try {
    here = place();
    here.walked = walk(here.answers);
    here.scenario = known(here.answers, here.walked);
    [html, words] = views[here.view]() || views.home();
  } catch (error) {
    here = { view: "home", answers: new Map() };
    html = tag("p.notice", { role: "alert" }, h(`${error.message} Start below, or check the link.`)) + home;
  }
  main.innerHTML = html;
  document.title = words.includes(windowTitle) ? words : `${words} · ${windowTitle}`;
  main.dataset.view = here.view;
  document.body.classList.toggle("sheet", here.view === "brief");
  if (window.matchMedia("(max-width: 40rem)").matches) main.querySelector("#facts")?.removeAttribute("open");
  for (const each of document.querySelectorAll("[data-view-link]")) {
    each.href = `#${each.dataset.viewLink}`;
    each.hidden = false;
    if (each.dataset.viewLink === here.view) each.setAttribute("aria-current", "page");
    else each.removeAttribute("aria-current");
  }
  if (focus) {
    main.querySelector("h1").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
  if (landing) main.querySelector(`#${landing}, [id^=${landing}-]`)?.scrollIntoView({ block: "center" });
  landing = "";
  drawn = entry();
}

// What the browser remembers of a page, whatever place on it one jumped to.
function entry() { return location.hash + JSON.stringify({ ...history.state, jump: 0 }); }

function go(view, { answers, ...more } = here) {
  const { at, notice: words, to } = more;
  history.pushState({ answers: [...answers], at, notice: words, to }, "", address({ view, answers }));
  show();
}

// Clicks. Who comes to a question from somewhere comes back there.

const askAt = (at) => go("ask", { answers: here.answers, at, to: here.view === "ask" ? here.to : here.view });
const clicks = {
  answer({ question, option }) {
    const change = answer(here.answers, question, option), { trail, next } = walk(change.answers);
    const early = !trail.some((step) => step.question.id === question);
    go(early || !next ? here.to ?? "page" : "ask", {
      answers: change.answers, to: here.to,
      notice: changeNotice(question, here.answers.get(question), change),
    });
  },
  change: ({ at }) => askAt(at),
  more() {
    const { answers, open, at } = answered();
    go("ask", { answers, at: open ? undefined : at, to: here.view });
  },
  ask: () => (here.walked.next ? askAt() : go(here.to ?? "page", { answers: here.answers })),
  back() {
    const { trail } = here.walked, at = trail.findIndex((step) => step.question.id === here.at);
    const before = trail.slice(0, at < 0 ? undefined : at).at(-1);
    if (here.at && at < 0) history.back();
    else if (before) askAt(before.question.id);
    else go("home");
  },
  print: () => window.print(),
  marks: (at) => at.setAttribute("aria-expanded", at.getAttribute("aria-expanded") !== "true"),
  link: (at) => copy(at, location.href, "The link is copied. It holds these answers, so send it only to whom you want to know them."),
  code: (at) => copy(at, `guide open ${code(here.answers)}`, "Copied. Paste it in a terminal where the guide is installed."),
};

const copy = async (target, text, done) => {
  const status = target.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = done;
  } catch {
    status.innerHTML = `This browser does not let a page copy. Here it is, to select: ${tag("code", h(text))}`;
  }
};

// What a term means, right below the words that have it; once more, and it is gone.
function meaning(words, term) {
  const old = words.querySelector(".meaning"), text = [...term.querySelectorAll("p")].map((each) => each.textContent);
  if (old) old.remove();
  if (old?.dataset.term !== term.id) {
    words.insertAdjacentHTML("beforeend", tag("span.meaning", { role: "status", "data-term": term.id },
      h(text.join(" ") || term.textContent)));
  }
}

function begin() {
  main = document.querySelector("main");
  home = main.innerHTML;
  windowTitle = document.title;
  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-do], a[href^='#']");
    if (!target) return;
    const { do: action, land } = target.dataset;
    if (action) {
      if (clicks[action]) clicks[action](/^(link|code|marks)$/.test(action) ? target : target.dataset);
      else go(action, { answers: here.answers });
      return;
    }
    if (land) landing = CSS.escape(land);
    const spot = document.getElementById(decodeURIComponent(target.hash.slice(1)));
    if (!spot) return; // an address of the guide's own: the browser goes there
    event.preventDefault();
    if (target.className === "term") {
      meaning(target.closest("p, li, blockquote"), spot);
      return;
    }
    history.pushState({ ...history.state, jump: target.hash }, "");
    spot.closest("details")?.setAttribute("open", "");
    spot.tabIndex = -1;
    spot.focus({ preventScroll: true });
    spot.scrollIntoView();
  });
  document.addEventListener("input", ({ target: { id, value } }) => {
    const own = id === "asked";
    if (!own && id !== "words") return;
    document.getElementById("hits").innerHTML = own ? listOf(value) : results(value);
    const state = own ? { ...history.state, answers: [...here.answers], asked: value } : history.state;
    history.replaceState(state, "", address(own ? here : { view: "search", words: value }));
    drawn = entry();
  });
  window.addEventListener("beforeprint", () => {
    // All their questions would be fifteen pages.
    if (here.view !== "replies") for (const fold of main.querySelectorAll(".fold")) fold.open = true;
  });
  window.addEventListener("popstate", () => entry() === drawn || show());
  document.querySelector(".site p").textContent = checked().foot;
  show(false);
}

if (typeof document === "undefined") {
  globalThis.rules = {
    open, walk, answer, skipAhead, known, advise, blocksOf, shortest, stillOpen, sharpest,
    writeCode, readCode, locate, changeNotice, progress, adviceParts,
    search, whatIfWords, repliesParts, briefParts, checked,
  };
} else {
  open(document.getElementById("tables").textContent);
  begin();
}
