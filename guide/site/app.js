// The page in the browser: which view the address names, what is on it, what a click does.
// Answers live in the address and in the browser's own list of pages visited; nothing is stored.

const NO_HIT = "Nothing here answers to these words. Try fewer of them, or another form.";

function begin(guide, document, window) {
  const { history, location } = window;
  const main = document.querySelector("main"), home = main.innerHTML, title = document.title;
  const started = new Map();
  let here = { view: "home", answers: started }, landing = "";

  const code = (answers) => writeCode(guide, known(guide, answers));
  const button = (action, words, more = {}) => tag("button", { "data-do": action, ...more }, words);

  // Views: each gives the HTML of the page and its title.

  const views = {
    home: () => [home, title],
    glance: () => guide.glance && [
      tag("p", { class: "kind" }, h(guide.title)) + heading(guide.glance.title) +
      contents(glanceParts(guide)) + foot(), guide.glance.title],
    terms: () => guide.terms.length && [
      tag("p", { class: "kind" }, h(guide.title)) + heading("Terms") + termList(guide.terms) + foot(), "Terms"],
    search: searching, whatif, replies, brief, ask, page,
  };

  const heading = (words) => tag("h1", { tabindex: -1 }, h(words));

  function contents(parts) {
    const links = parts.map(([id, words]) => tag("li", {}, tag("a", { href: `#${id}` }, h(words))));
    const wide = window.matchMedia("(min-width: 70rem)").matches;
    const nav = tag("nav", { "aria-label": "On this page", class: "contents" },
      tag("details", { open: wide }, tag("summary", {}, "On this page"), tag("ol", {}, ...links)));
    return nav + parts.map(([, , html]) => html).join("\n");
  }

  const foot = (words = "") => tag("p", { class: "code checked" }, h(checked(guide).foot), words);

  function crumbs(trail) {
    const links = trail.filter(({ option }) => !option.skip).map((step) => tag("li", {},
      button("change", h(nameStep(guide, step).answer), {
        "data-at": step.question.id, "aria-label": `Change: ${stepLine(guide, step)}` })));
    return links.length ? tag("nav", { "aria-labelledby": "crumbs", class: "crumbs" },
      tag("h2", { id: "crumbs" }, "Your answers so far"), tag("ol", {}, ...links)) : "";
  }

  function ask() {
    const walked = walk(guide, here.answers);
    const again = walked.trail.find((step) => step.question.id === here.at)?.question;
    const early = !again && here.at !== walked.next?.id && guide.question.get(here.at), question = again || early || walked.next;
    if (!question) return page();
    const chosen = here.answers.get(question.id);
    const options = question.options.map((option) => tag("li", {}, button("answer",
      tag("span", { class: "label" }, h(option.label)) + (option.hint ? tag("span", { class: "hint" }, h(option.hint)) : ""),
      { "data-question": question.id, "data-option": option.id, "aria-current": option.id === chosen && "true" })));
    const before = walked.trail.slice(0, again ? walked.trail.findIndex((step) => step.question === again) : undefined);
    return [tag("div", { class: "ask" },
      early ? "" : tag("p", { class: "progress" }, h(progress(guide, walked, question))),
      heading(question.text),
      here.notice ? tag("p", { class: "notice", role: "status" }, h(here.notice)) : "",
      question.look ? tag("p", { class: "look" }, tag("strong", {}, "Where to look: "), h(question.look)) : "",
      tag("ol", { class: "options" }, ...options),
      question.why ? tag("p", { class: "look" }, tag("strong", {}, "Why we ask: "), h(question.why)) : "",
      tag("p", { class: "actions" }, button("back", "Back"),
        again ? button("go", "Keep this answer") : ""),
      crumbs(before),
    ) + soFar(walked), question.text];
  }

  // The page so far, in short, beside the question.
  function soFar(walked) {
    if (!walked.trail.length) return "";
    const sections = advise(guide, known(guide, here.answers, walked));
    const block = blocksOf(sections).find((each) => each.tone);
    return tag("aside", { class: "so-far", "aria-labelledby": "so-far" },
      tag("h2", { id: "so-far" }, "The page so far"),
      block ? banner(guide, guide.tone.get(block.tone), block.html) : "",
      tag("p", { class: "actions" }, button("page", "Read the page now")));
  }

  function page() {
    const walked = walk(guide, here.answers), scenario = known(guide, here.answers, walked);
    const open = walked.next ? stillOpen(guide, scenario) : [];
    const sharper = sharpest(guide, scenario, open);
    const sections = advise(guide, scenario);
    const pairs = scenarioPairs(guide, scenario), parts = adviceParts(guide, sections, walked.trail);
    const verdict = sections.findIndex(({ blocks }) => blocks.some((block) => block.tone));
    const first = verdict < 0 ? [] : parts.splice(verdict, 1);
    return [[
      tag("p", { class: "kind" }, h(guide.kind)), heading(guide.title), ...first.map(([, , html]) => html),
      tag("dl", { class: "pairs" }, ...pairs.map(([label, value]) => tag("dt", {}, h(label)) + tag("dd", {}, h(value)))),
      here.notice ? tag("p", { class: "notice", role: "status" }, h(here.notice)) : "",
      sharper ? tag("p", { class: "open" }, h(`This page goes by what you have answered so far. One more ` +
        `answer would sharpen it most: ${sharper.text}`), button("change", "Answer it", { "data-at": sharper.id, "data-extra": true })) : "",
      tag("div", { class: "actions", "data-extra": true },
        walked.next ? button("ask", "Go on with the questions") : "",
        guide.replies ? button("brief", "Get ready for a buyer") : "",
        walked.next ? "" : button("whatif", "What if?"),
        button("link", "Copy link"), button("print", "Print"),
        tag("span", { role: "status" })),
      contents(parts),
      foot(` Code: ${tag("code", {}, h(code(here.answers)))}`),
      tag("p", { class: "actions" }, button("code", "Copy for the terminal"), tag("span", { role: "status" })),
    ].join("\n"), pairs.length ? `${guide.title} (${pairs.map(([, value]) => value).join(", ")})` : guide.title];
  }

  function whatif() {
    if (walk(guide, here.answers).next) return page();
    const { summary, questions } = whatIfWords(guide, here.answers);
    return [tag("p", { class: "kind" }, h(guide.title)) + heading("What would change this?") +
      tag("ul", {}, ...summary.map(([label, words]) =>
        tag("li", {}, tag("strong", {}, h(`${label}: `)), h(words)))) +
      tag("p", { class: "look" }, "This says what the page would be with another answer. It does not mean that you " +
        "can still change it. Optional questions that another answer brings up count as skipped.") +
      tag("p", { class: "actions" }, button("page", "Back to the page")) +
      questions.map(({ title: words, others, same }) => tag("section", {}, tag("h2", {}, h(words)),
        tag("ul", { class: "listing" }, ...others.map((other) => tag("li", {},
          tag("p", {}, tag("strong", {}, h(other.name))),
          ...other.details.map(([label, text]) => tag("p", { class: "detail" }, h(`${label}: ${text}`))),
          tag("p", {}, tag("a", { href: address({ view: "page", answers: other.answers }) },
            "See that page", tag("span", { class: "unseen" }, h(`: ${other.name}`))))))),
        same.length ? tag("p", { class: "verified" }, h(`The same page: ${sentence(same.join("; "))}`)) : "")).join(""),
    "What would change this?"];
  }

  // What to say to others: the brief for a call, and every question.

  function prepared(words, parts, more) {
    const walked = walk(guide, here.answers), scenario = known(guide, here.answers, walked);
    return [[
      tag("p", { class: "kind" }, h(guide.title)), heading(words),
      pairList(scenarioPairs(guide, scenario)),
      tag("div", { class: "actions" },
        walked.next ? button("ask", "Answer more, to make it fit your case") : "", more,
        button("page", "The page"), button("print", "Print"), button("link", "Copy link"), tag("span", { role: "status" })),
      parts(guide, scenario), foot(" General guidance, not legal or audit advice."),
    ].join("\n"), words];
  }

  function brief() {
    return guide.replies && prepared("Brief for a call",
      (...place) => briefParts(...place).map(([, , html_]) => html_).join("\n"), button("replies", "Every question"));
  }

  function replies() {
    return guide.replies && prepared("What they will ask", () =>
      field("asked", "Their question, in their words", here.asked) +
      tag("div", { id: "hits", class: "list", "aria-live": "polite" }, listOf(here.asked)), button("brief", "The brief"));
  }

  function listOf(words = "") {
    const parts = repliesParts(guide, known(guide, here.answers), words.trim());
    return parts.length ? contents(parts) : tag("p", {}, words.trim() ? NO_HIT : NOBODY);
  }

  const field = (id, words, value) => tag("p", { class: "field", "data-extra": true }, tag("label", { for: id }, words),
    tag("input", { id, type: "search", value, autocomplete: "off" }));

  // Search: results while one types, the words in the address.

  function searching() {
    return [tag("p", { class: "kind" }, h(guide.title)) + heading("Search") +
    field("words", "Words to look for", here.words) +
    tag("div", { id: "hits", "aria-live": "polite" }, results(here.words)), "Search"];
  }

  function results(words) {
    if (!words.trim()) return "";
    const hits = search(guide, words);
    if (!hits.length) return tag("p", {}, NO_HIT);
    return tag("ul", { class: "listing hits" }, ...hits.map(({ block, question, term, title: words_, excerpt: text, answers, matched }) => {
      const view = block ? { view: "page", answers } : question ? { view: "ask", answers } : { view: "terms" };
      const where = block ? scenarioWords(guide, known(guide, answers)) : question ? "A question" : "A term";
      return tag("li", {}, tag("a", { href: address(view), "data-land": block ? `from-${block.id}` : term && `term-${term.id}` }, h(words_)),
        tag("p", {}, marked(text, matched)), tag("p", { class: "detail" }, h(where)));
    }));
  }

  function marked(text, words) {
    let at = 0, html = "";
    for (const [start, end] of spots(text, words)) {
      html += h(text.slice(at, start)) + tag("mark", {}, h(text.slice(start, end)));
      at = end;
    }
    return html + h(text.slice(at));
  }

  // Addresses: #glance, #search/WORDS, #ask/CODE and so on, #CODE.

  const CODED = ["ask", "whatif", "replies", "brief"];

  function address({ view, answers, words }) {
    if (view === "home") return "#";
    if (view === "page") return `#${code(answers)}`;
    if (view === "search") return words ? `#search/${encodeURIComponent(words)}` : "#search";
    return CODED.includes(view) ? `#${view}/${code(answers)}` : `#${view}`;
  }

  function read() {
    const words = decodeURIComponent(location.hash.slice(1)), state = history.state ?? {};
    const [, view, rest] = words.match(/^(?:(ask|whatif|replies|brief|search)(?:\/|$))?(.*)$/s);
    const answers = new Map(state.answers);
    if (view === "search") return { view, words: rest, answers };
    if (!view && Object.hasOwn(views, rest || "home")) return { view: rest || "home", answers };
    const asked = { view: view ?? "page", answers, at: state.at, notice: state.notice, asked: state.asked };
    if (state.answers && address(asked) === `#${words}`) return asked;
    const scenario = readCode(guide, rest || guide.id);
    if (view === "ask" && !scenario.size) return { ...asked, answers: started, at: undefined, notice: undefined };
    const place = locate(guide, scenario);
    if (!place) throw Error("No reader can have these answers together.");
    return { ...asked, answers: place.answers, at: undefined, notice: undefined };
  }

  function show(focus = true) {
    try {
      here = read();
    } catch (error) {
      here = { view: "home", answers: started };
      draw(tag("p", { class: "notice", role: "alert" }, h(`${error.message} Start below, or check the link.`)) + home, title, focus);
      return;
    }
    const [html, words] = views[here.view]() || views.home();
    draw(html, words, focus);
  }

  function draw(html, words, focus) {
    main.innerHTML = html;
    document.title = words === title || words.includes(guide.title) ? words : `${words} · ${guide.title}`;
    main.dataset.view = here.view;
    document.body.classList.toggle("sheet", here.view === "brief");
    for (const link of document.querySelectorAll("[data-view-link]")) {
      link.href = `#${link.dataset.viewLink}`;
      link.hidden = false;
      if (link.dataset.viewLink === here.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (focus) {
      main.querySelector("h1")?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    if (landing) main.querySelector(`#${landing}, [id^=${landing}-]`)?.scrollIntoView({ block: "center" });
    landing = "";
  }

  function go(next) {
    const { answers, at, notice } = next;
    history.pushState({ answers: [...answers], at, notice }, "", address(next));
    show();
  }

  // Clicks.

  const actions = {
    answer({ question, option }) {
      const change = answer(guide, here.answers, question, option);
      const words = notice(guide, guide.question.get(question), here.answers.get(question), change);
      const walked = walk(guide, change.answers), early = !walked.trail.some((step) => step.question.id === question);
      go({ view: early || !walked.next ? "page" : "ask", answers: change.answers, notice: words });
    },
    change: ({ at }) => go({ view: "ask", answers: here.answers, at }),
    back() {
      const { trail } = walk(guide, here.answers);
      const at = trail.findIndex((step) => step.question.id === here.at);
      if (here.at && at < 0) return history.back();
      const before = trail.slice(0, at < 0 ? undefined : at).at(-1);
      go(before ? { view: "ask", answers: here.answers, at: before.question.id } : { view: "home", answers: here.answers });
    },
    ask: () => go({ view: "ask", answers: here.answers }),
    go: () => go({ view: "ask", answers: here.answers }),
    brief: () => go({ view: "brief", answers: here.answers }),
    replies: () => go({ view: "replies", answers: here.answers }),
    whatif: () => go({ view: "whatif", answers: here.answers }),
    page: () => go({ view: "page", answers: here.answers }),
    print: () => window.print(),
    link: (_, place) => copy(place, location.href, "The link is copied. It holds these answers, so send it only to whom you want to know them."),
    code: (_, place) => copy(place, `guide open ${code(here.answers)}`, "Copied. Paste it in a terminal where the guide is installed."),
  };

  async function copy(place, text, done) {
    const status = place.parentElement.querySelector("[role=status]");
    try {
      await window.navigator.clipboard.writeText(text);
      status.textContent = done;
    } catch {
      status.innerHTML = `This browser does not let a page copy. Here it is, to select: ${tag("code", {}, h(text))}`;
    }
  }

  document.addEventListener("click", (event) => {
    const target = event.target.closest("[data-do], a[href^='#']");
    if (!target) return;
    if (target.dataset.do) {
      actions[target.dataset.do](target.dataset, target);
      return;
    }
    if (target.dataset.land) landing = CSS.escape(target.dataset.land);
    const place = document.getElementById(decodeURIComponent(target.hash.slice(1)));
    if (!place) return; // an address of the guide's own: the browser goes there
    event.preventDefault();
    place.closest("details")?.setAttribute("open", "");
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  });
  document.addEventListener("input", ({ target }) => {
    const { id, value } = target, own = id === "asked";
    if (!own && id !== "words") return;
    document.getElementById("hits").innerHTML = own ? listOf(value) : results(value);
    const next = own ? { ...here, asked: value } : { view: "search", words: value };
    const state = own ? { ...history.state, answers: [...here.answers], asked: value } : history.state;
    history.replaceState(state, "", address(next));
  });
  window.addEventListener("popstate", () => show());
  document.querySelector(".site p").textContent = checked(guide).foot;
  show(false);
}

if (typeof document === "undefined") {
  globalThis.rules = {
    open, walk, answer, skipAhead, known, advise, blocksOf, toneOf, shortest, stillOpen, sharpest,
    writeCode, readCode, locate, notice, progress, adviceParts, glanceParts,
    search, whatIfWords, repliesParts, briefParts, checked,
  };
} else begin(open(JSON.parse(document.getElementById("tables").textContent)), document, window);
