// Cites CSL-JSON items with citeproc-js, each alone, and prints one JSON object a line: its id and the first note.
//
//   node cite.mjs CITEPROC_FOLDER STYLE.csl LOCALES.xml ITEMS.json
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [citeproc, style, locales, file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node cite.mjs CITEPROC_FOLDER STYLE.csl LOCALES.xml ITEMS.json");
  process.exit(2);
}
const CSL = createRequire(import.meta.url)(path.resolve(citeproc));
const [xml, locale] = [style, locales].map((name) => readFileSync(name, "utf8"));
// One engine, emptied behind each item, so that no item is told apart from another. It gets a copy, for it changes its items.
const items = new Map();
const engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => structuredClone(items.get(id)) }, xml);
engine.setOutputFormat("text");
for (const item of JSON.parse(readFileSync(file, "utf8"))) {
  items.set(item.id, item);
  engine.restoreProcessorState([]);
  engine.updateItems([]);
  const citation = { citationItems: [{ id: item.id }], properties: { noteIndex: 1 } };
  const [, [[, note]]] = engine.processCitationCluster(citation, [], []);
  console.log(JSON.stringify({ id: item.id, note }));
}
