#!/usr/bin/env node
// Compares our styles with the public CSL styles, document by document. See README.md.
//
//     node compare.mjs STYLES_FOLDER [--binary FILE] [--seed NUMBER]

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { facts as allFacts, item, record } from "./documents.mjs";
import { Oracle, plain } from "./oracle.mjs";
import { QUIRKS, normalised } from "./quirks.mjs";

const HERE = import.meta.dirname;
const OUT = join(HERE, "out");

const chicago = (edition, place) => ({ manual: "chicago", edition, place });
const NOTES = { 18: "chicago-notes-bibliography", 17: "chicago-notes-bibliography-17th-edition" };
const DATES = { 18: "chicago-author-date", 17: "chicago-author-date-17th-edition" };
/** Ours, the CSL style, and where in the work the citation stands. */
const STYLES = [
  ...[18, 17].flatMap((edition) => {
    const ours = edition === 18 ? "chicago" : "chicago17";
    return [
      { name: `${ours}-note`, csl: NOTES[edition], ...chicago(edition, "note") },
      { name: `${ours}-short-note`, csl: NOTES[edition], ...chicago(edition, "short") },
      { name: `${ours}-bibliography`, csl: NOTES[edition], ...chicago(edition, "list") },
      { name: `${ours}-author-date`, csl: DATES[edition], ...chicago(edition, "author-date") },
      { name: `${ours}-in-text`, csl: DATES[edition], ...chicago(edition, "in-text") },
    ];
  }),
  { name: "mla", csl: "modern-language-association", manual: "mla", place: "list" },
  { name: "mla-in-text", csl: "modern-language-association", manual: "mla", place: "in-text" },
];
const LEAST = { chicago: 150, mla: 100 };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { binary: { type: "string" }, seed: { type: "string" } } });
if (positionals.length !== 1 || Number.isNaN(Number(values.seed ?? 0))) {
  console.error("usage: node compare.mjs STYLES_FOLDER [--binary FILE] [--seed NUMBER]");
  process.exit(2);
}
const [folder] = positionals;
const missing = [...new Set(STYLES.map(({ csl }) => `${csl}.csl`)), "locales-en-US.xml"].filter((file) => !existsSync(join(folder, file)));
if (missing.length) {
  console.error(`${folder} lacks ${missing.join(", ")}: see README.md`);
  process.exit(2);
}

const documents = allFacts(values.seed === undefined ? undefined : Number(values.seed));
mkdirSync(OUT, { recursive: true });
const recordFile = join(OUT, "records.jsonl");
writeFileSync(recordFile, documents.map((facts) => JSON.stringify(record(facts)) + "\n").join(""));

/** Our citations in a style, by the document's id. */
function ours(style) {
  const command = values.binary ? [values.binary] : ["cargo", "run", "-q", "--example", "bibliography", "--"];
  const given = [...command.slice(1), "--style", style, "--notation", "html", "--keys", "--in-order", recordFile];
  const printed = execFileSync(command[0], given, { cwd: join(HERE, "../.."), encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "inherit"] });
  return new Map(printed.trimEnd().split("\n").map((line) => {
    const tab = line.indexOf("\t");
    return [line.slice(0, tab), plain(line.slice(tab + 1))];
  }));
}

const oracles = new Map();
/** The oracle's citation, and the item that was given to it. */
function theirs(facts, style) {
  if (!oracles.has(style.csl)) oracles.set(style.csl, new Oracle(folder, style.csl));
  const oracle = oracles.get(style.csl);
  const list = style.place === "list" || style.place === "author-date";
  const given = item(facts, style.manual, list || style.manual === "mla" ? "list" : "note");
  if (list) return { item: given, text: oracle.entry(given) };
  const pages = style.place === "note" ? facts.source?.pages : undefined; // Q25: in a full note the pages are cited
  const { first, later } = oracle.cite(given, pages && { locator: pages, label: "page" });
  return { item: given, text: style.place === "short" ? later : first };
}

const items = [];
const rows = [];
const unexplained = [];
const documentsOf = { chicago: new Set(), mla: new Set() };
for (const style of STYLES) {
  const row = { style: style.name, documents: 0, equal: 0, after: 0, unexplained: 0, quirks: new Map() };
  const printed = ours(style.name);
  for (const facts of documents) {
    const mine = printed.get(facts.id);
    const { item, text } = theirs(facts, style);
    items.push({ style: style.name, item });
    row.documents++;
    documentsOf[style.manual].add(facts.id);
    const { text: wanted, used } = normalised(text ?? "", { facts, item, style });
    if (text === mine && used.length === 0) row.equal++;
    else if (wanted === mine) {
      row.after++;
      for (const name of used) row.quirks.set(name, (row.quirks.get(name) ?? 0) + 1);
    } else {
      row.unexplained++;
      const tooWide = text === mine ? `   (equal, but for ${used.join(", ")}: a function that goes too far)\n` : "";
      unexplained.push(`${style.name}: ${facts.id}\n   ours      ${mine}\n   oracle    ${text}\n${tooWide}${used.length ? `   after     ${wanted}   [${used.join(" ")}]\n` : ""}   record    ${JSON.stringify(record(facts))}\n   item      ${JSON.stringify(item)}`);
    }
  }
  rows.push(row);
}
writeFileSync(join(OUT, "items.jsonl"), items.map((line) => JSON.stringify(line) + "\n").join(""));

const report = [];
const columns = (cells) => report.push(`${cells[0].padEnd(22)}${cells.slice(1, 5).map((cell) => String(cell).padStart(14)).join("")}   ${cells[5]}`);
columns(["style", "documents", "equal", "after quirks", "unexplained", "quirks"]);
const byOrder = (counts) => QUIRKS.filter(({ name }) => counts.has(name)).map(({ name }) => `${name} ${counts.get(name)}`).join(", ");
for (const row of rows) columns([row.style, row.documents, row.equal, row.after, row.unexplained, byOrder(row.quirks)]);
report.push("", "What the numbers mean:");
for (const { name, why } of QUIRKS) if (rows.some(({ quirks }) => quirks.has(name))) report.push(`  ${name.padEnd(9)} ${why}`);
report.push("", unexplained.length ? `Unexplained differences: ${unexplained.length}` : "No unexplained differences.");
for (const difference of unexplained) report.push("", difference);
const text = report.join("\n") + "\n";
writeFileSync(join(OUT, "report.txt"), text);
process.stdout.write(text);

for (const [manual, least] of Object.entries(LEAST)) {
  if (documentsOf[manual].size < least) {
    console.error(`only ${documentsOf[manual].size} documents were compared for ${manual}; ${least} are the least`);
    process.exitCode = 1;
  }
}
if (unexplained.length) process.exitCode = 1;
