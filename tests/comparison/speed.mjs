#!/usr/bin/env node
// How long citeproc-js takes for what ../../benches/peers gives the other engines, and what it prints. See README.md.
//
//     cargo run --release --manifest-path ../../benches/peers/Cargo.toml -- csl-json > items.json
//     node speed.mjs STYLES_FOLDER items.json

import { readFileSync } from "node:fs";
import { join } from "node:path";
import CSL from "citeproc";

const { version } = JSON.parse(readFileSync(new URL("node_modules/citeproc/package.json", import.meta.url), "utf8"));
const [folder, file] = process.argv.slice(2);
const list = JSON.parse(readFileSync(file, "utf8"));
const items = Object.fromEntries(list.map((item) => [item.id, item]));
const locale = readFileSync(join(folder, "locales-en-US.xml"), "utf8");
const SHOWN = ["mao-zhou-1950-01-07", "burton-merriam-1923-01-26", "adams-gaskell-1867-09-22", "pushkov-1958", "djilas-stalin-1944-05-19"];
const ROUNDS = 5;

/** Each cited alone, the style read before. */
const note = (engine, id) => {
  engine.updateItems([id]);
  return engine.previewCitationCluster({ citationItems: [{ id }], properties: { noteIndex: 1 } }, [], [], "text");
};
const entry = (engine, id) => {
  engine.updateItems([id]);
  return engine.makeBibliography()[1][0] ?? "(nothing)";
};

for (const [style, what, cite] of [
  ["chicago-notes-bibliography", "bibliography", entry],
  ["chicago-notes-bibliography", "note", note],
  ["modern-language-association", "works cited", entry],
]) {
  const xml = readFileSync(join(folder, `${style}.csl`), "utf8");
  const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => items[id] }, xml);
  engine.setOutputFormat("text");
  const times = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = process.hrtime.bigint();
    for (const { id } of list) cite(engine, id);
    times.push(Number(process.hrtime.bigint() - start) / 1000 / list.length);
  }
  // The first round warms up.
  const median = times.slice(1).sort((a, b) => a - b)[ROUNDS >> 1];
  console.log(`\nciteproc-js ${version}, ${style}, ${what}: ${median.toFixed(0)} µs a citation\n\n\`\`\`text`);
  for (const id of SHOWN) console.log(cite(engine, id).trim());
  console.log("```");
}
