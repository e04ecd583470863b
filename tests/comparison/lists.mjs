#!/usr/bin/env node
// Compares lists of documents that are easily confused: this crate's `csl:` styles and citeproc-js, by the same style file and
// the same CSL-JSON. See README.md.
//
//     node lists.mjs STYLES_FOLDER [--count NUMBER] [--seed NUMBER] [--binaries FOLDER] [-v]

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import CSL from "citeproc";

const STYLES = ["apa", "chicago-author-date", "modern-language-association"];
const { values: options, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "100" }, seed: { type: "string", default: "1" }, binaries: { type: "string" }, verbose: { type: "boolean", short: "v" } },
});
const out = join(import.meta.dirname, "out");
mkdirSync(out, { recursive: true });

/** Documents of few families, given names, years and titles; of several authors many have the first ones in common. */
function documents(count, seed) {
  let state = seed;
  const below = (limit) => (state = (state * 1103515245 + 12345) % 2147483648) % limit;
  const one = (list) => list[below(list.length)];
  const people = ["Kennedy, John F.", "Kennedy, Robert F.", "Kennedy, Jacqueline", "Villa, Pancho", "Villa-Lobos, Heitor", "Villalobos, Ana", "Mao, Zedong", "Mao, Anying", "de Gaulle, Charles", "Ministry of Defense"];
  const name = (words) => {
    const [family, given] = words.split(", ");
    if (!given) return { body: family };
    return { family: family.replace("de ", ""), given, ...(family.startsWith("de ") && { particle: "de" }), ...(family === "Mao" && { order: "family-first" }) };
  };
  return Array.from({ length: count }, (_, place) => {
    const first = below(people.length), few = [1, 1, 1, 1, 2, 3, 4, 6][below(8)];
    // Half of those with several are the first of one long list.
    const authors = few > 2 && below(2) ? people.slice(0, few + below(4)) : Array.from({ length: few }, (_, at) => people[(first + (at > 1 ? at + below(2) : at)) % people.length]);
    const date = one(["1950", "1950", "1950-01-07", "1950-02", "1951", undefined]);
    const letter = below(5) === 0;
    return {
      id: `d${String(place).padStart(3, "0")}`, kind: letter ? "letter" : "report", ...(letter && { recipients: [name(one(people))] }),
      ...(letter || { title: one(["Situation in Korea", "Talks", "Harvest", "Plan", "Army of the East"]) }),
      creators: below(12) ? [...new Set(authors)].map(name) : [], ...(date && { date }),
      holdings: [{ repository: { name: "Central Archive", place: "Paris" }, path: [{ level: "box", id: String(1 + below(4)) }] }],
    };
  });
}

const records = join(out, "lists.jsonl");
const made = documents(Number(options.count), Number(options.seed));
writeFileSync(records, made.map((document) => JSON.stringify(document)).join("\n") + "\n");
const run = (example, ...args) => {
  const [program, before] = options.binaries ? [resolve(options.binaries, example), []] : ["cargo", ["run", "-q", "--example", example, "--"]];
  return execFileSync(program, [...before, ...args], { cwd: join(import.meta.dirname, ".."), encoding: "utf8", maxBuffer: 2 ** 28 });
};
const plain = (text) => text.replace(/[*_]/g, "").replace(/\\(.)/g, "$1").replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/&amp;/g, "&").trim();
const items = Object.fromEntries(JSON.parse(run("bibliography", "--style", "csl-json", records)).map(({ note, ...item }) => [item.id, item]));
const locale = readFileSync(join(folder, "locales-en-US.xml"), "utf8");

/** CSL leaves documents that no sort key tells apart as they were given: they are given in our order. */
function theirs(file, ids) {
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => items[id] }, readFileSync(file, "utf8"));
  engine.setOutputFormat("text");
  const before = [], inText = {};
  engine.updateItems(ids);
  for (const id of ids) {
    const note = before.length + 1;
    const [, changes] = engine.processCitationCluster({ citationItems: [{ id }], properties: { noteIndex: note } }, before, []);
    for (const [at, text] of changes) inText[ids[at]] = text;
    before.push([changes.at(-1)[2], note]);
  }
  const [parameters, entries] = engine.makeBibliography();
  return { inText, order: parameters.entry_ids.flat(), entries: Object.fromEntries(parameters.entry_ids.flat().map((id, at) => [id, entries[at].trim()])) };
}

function ours(file) {
  const lines = run("bibliography", "--style", `csl:${file}`, "--keys", records).trimEnd().split("\n").map((line) => line.split("\t"));
  const chapter = join(out, "lists.md");
  writeFileSync(chapter, made.map(({ id }) => `${id} [@${id}]\n`).join("\n"));
  const text = run("footnotes", "--style", `csl:${file}`, chapter, records);
  const inText = Object.fromEntries([...text.matchAll(/^(d\d+) (\(.*\))$/gm)].map(([, id, words]) => [id, plain(words)]));
  return { inText, order: lines.map(([id]) => id), entries: Object.fromEntries(lines) };
}

/** Each cause takes its own difference out of both texts; a difference is put down to the first that leaves none. */
const CAUSES = [
  ["equal", (text) => text],
  ["an untitled letter without an author", (text, id) => (items[id].author || items[id].title ? text : "")],
];

/** The fewest entries that have to be moved to make one order of the other. */
function moved(order, other) {
  const places = order.map((id) => other.indexOf(id)), longest = [];
  places.forEach((place, at) => (longest[at] = 1 + Math.max(0, ...places.slice(0, at).map((before, i) => (before < place ? longest[i] : 0)))));
  return order.length - Math.max(0, ...longest);
}

for (const style of STYLES) {
  const file = resolve(folder, `${style}.csl`);
  const a = ours(file), b = theirs(file, a.order);
  const counts = new Map(), count = (cause) => counts.set(cause, (counts.get(cause) ?? 0) + 1);
  for (const { id } of made) {
    for (const what of ["inText", "entries"]) {
      let [one, other] = [a[what][id] ?? "", b[what][id] ?? ""];
      const cause = CAUSES.find(([, take]) => ([one, other] = [take(one, id), take(other, id)]) && one === other)?.[0];
      if (!cause || options.verbose) console.log(`${style}: ${id}\n   ours    ${a[what][id]}\n   oracle  ${b[what][id]}`);
      count(`${what}: ${cause ?? "unexplained"}`);
    }
  }
  counts.set("order: entries that stand elsewhere", moved(a.order, b.order));
  if (options.verbose) a.order.forEach((id, at) => b.order[at] !== id && console.log(`   ${at} ours ${a.entries[id]}\n   ${at} oracle ${b.entries[b.order[at]]}`));
  console.log(style);
  for (const [cause, number] of counts) console.log(`   ${String(number).padStart(4)}  ${cause}`);
  if ([...counts.keys()].some((cause) => cause.endsWith("unexplained"))) process.exitCode = 1;
}
