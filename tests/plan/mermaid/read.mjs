// Reads Gantt charts with Mermaid's own parser: a JSON list of texts on stdin, a list of charts out.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const modules = createRequire(join(process.argv[2], "node_modules", "package.json"));
const { JSDOM } = modules("jsdom");
const { window } = new JSDOM("<!DOCTYPE html><body></body>");
Object.assign(globalThis, { window, document: window.document });

const entry = join(process.argv[2], "node_modules", "mermaid", "dist", "mermaid.core.mjs");
const { default: mermaid } = await import(pathToFileURL(entry));
mermaid.initialize({ startOnLoad: false });

// Entities wait between these signs until Mermaid writes its drawing, where they are decoded.
const decoded = (text) =>
  text
    .replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/ﬂ°(\w+)¶ß/g, "&$1;");
const day = (date) =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

let typed = "";
for await (const piece of process.stdin) typed += piece;
const charts = [];
for (const text of JSON.parse(typed)) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  charts.push({
    title: decoded(db.getDiagramTitle()),
    sections: db.getSections().map(decoded),
    tasks: db.getTasks().map((task) => ({
      title: decoded(task.task),
      section: decoded(task.section),
      id: task.id,
      start: day(task.startTime),
      end: day(task.endTime),
    })),
  });
}
process.stdout.write(JSON.stringify(charts));
