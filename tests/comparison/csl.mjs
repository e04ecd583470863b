#!/usr/bin/env node
// Compares the CSL processor of this crate with citeproc-js: the same style file, the same CSL-JSON. See README.md.
//
//     node csl.mjs STYLES_FOLDER [RECORD_FILE]

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import CSL from "citeproc";

const STYLES = ["chicago-notes-bibliography", "modern-language-association", "apa"];
const [folder, ...files] = process.argv.slice(2).map((path) => resolve(path));

const bibliography = (style) =>
  execFileSync("cargo", ["run", "-q", "--example", "bibliography", "--", "--style", style, "--in-order", ...(style === "csl-json" ? [] : ["--keys"]), ...files],
    { cwd: join(import.meta.dirname, "../.."), encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "inherit"] });

// The labelled sentences are for readers of records, and are not handed to the processor.
const made = JSON.parse(bibliography("csl-json"));
const items = Object.fromEntries(made.map(({ note, ...item }) => [item.id, item]));
/** CSL-JSON has no place for the archive's own wording of a date beside the date: it stands in the note. */
const worded = new Set(made.filter(({ note }) => /\bDate: /.test(note ?? "")).map(({ id }) => id));
const locale = readFileSync(join(folder, "locales-en-US.xml"), "utf8");

/** Each cause takes its own difference out of both texts; a difference is put down to the first that leaves none. */
const CAUSES = [
  ["equal as they stand", (text) => text],
  ["straight quotation marks are not curled", (text) => text.replace(/['‘’"“”]/g, "'")],
  ["a period is not pulled into quotation marks that the record brings", (text) => text.replace(/[.]?(['‘’"“”]+)[.]?/g, "$1")],
  ["titles are not re-cased", (text) => text.toLowerCase()],
  ["a number is printed with one label", (text) => text.replace(/\b(cable )?(no\. )?(cable )?(no\. )(?=\d)/gi, "")],
  ["names of Hungarian items are not turned round", (text, item) => (item.language === "hu" ? [...text.replace(/[^\p{L}\p{N}]/gu, "")].sort().join("") : text)],
  ["the archive's own wording of a date is used", (text, item) => (worded.has(item.id) ? text.replace(/\b(circa|ca|dated|proved|printed|june|july|\d[\d–]*)\b|[^\p{L}\d]/giu, "") : text)],
  ["a translator in an author's place: given name first, no label", (text, item) => (item.author ? text : text.replace(/^.*?(?=['‘’"“”])/, ""))],
];

for (const style of STYLES) {
  const file = join(folder, `${style}.csl`);
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => items[id] }, readFileSync(file, "utf8"));
  engine.setOutputFormat("text");
  const counts = new Map();
  for (const [id, mine] of bibliography(`csl:${file}`).trimEnd().split("\n").map((line) => line.split("\t"))) {
    engine.restoreProcessorState([]);
    engine.updateItems([id]);
    const theirs = engine.makeBibliography()[1][0]?.trim();
    let [a, b] = [mine, theirs ?? ""];
    let cause = theirs === undefined ? "left out of the bibliography: we give the note" : undefined;
    for (const [name, take] of cause ? [] : CAUSES) {
      [a, b] = [take(a, items[id]), take(b, items[id])];
      if (a === b) { cause = name; break; }
    }
    if (!cause) console.log(`${style}: ${id}\n   ours    ${mine}\n   oracle  ${theirs}`);
    counts.set(cause ?? "unexplained", (counts.get(cause ?? "unexplained") ?? 0) + 1);
  }
  console.log(style);
  for (const [cause, count] of counts) console.log(`   ${String(count).padStart(4)}  ${cause}`);
  if (counts.has("unexplained")) process.exitCode = 1;
}
