// citeproc-js as the oracle: what a public CSL style makes of CSL-JSON items.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import CSL from "citeproc";

const BETWEEN = { id: "between", type: "book", title: "Between", author: [{ family: "Zz", given: "Z." }], issued: { "date-parts": [[2000]] } };

/** Plain text in which italics are marked `_so_`, from the HTML of either side. */
export function plain(html) {
  return html
    .replace(/<\/?(i|em)>/g, "_").replace(/<[^>]+>/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&").trim();
}

/** One CSL style. Each item is cited as if it were alone, so that nothing is told apart from anything else. */
export class Oracle {
  constructor(folder, style) {
    const locale = readFileSync(join(folder, "locales-en-US.xml"), "utf8");
    const items = (this.items = { between: BETWEEN });
    this.engine = new CSL.Engine({ retrieveLocale: () => locale, retrieveItem: (id) => items[id] }, readFileSync(join(folder, `${style}.csl`), "utf8"));
    this.engine.setOutputFormat("html");
    this.count = 0;
  }

  /** Forgets all citations and shows the engine this item, under an id that it has not seen. */
  #show(item) {
    this.engine.restoreProcessorState([]);
    for (const id of Object.keys(this.items)) if (id !== "between") delete this.items[id];
    const id = `item-${++this.count}`;
    this.items[id] = { ...structuredClone(item), id };
    return id;
  }

  /** The first citation, with its locator, and a later one without (another stands between them, so never "ibid."). */
  cite(item, locator = {}) {
    const id = this.#show(item);
    const said = [], before = [];
    for (const cited of [id, "between", id]) {
      const note = before.length + 1;
      const [, changes] = this.engine.processCitationCluster({ citationItems: [{ id: cited, ...(note === 1 ? locator : {}) }], properties: { noteIndex: note } }, before, []);
      for (const [at, text] of changes) said[at] = text;
      before.push([changes.at(-1)[2], note]);
    }
    return { first: plain(said[0]), later: plain(said[2]) };
  }

  /** The entry of the bibliography; null where the style has none for the item. */
  entry(item) {
    const id = this.#show(item);
    this.engine.updateItems([id]);
    const made = this.engine.makeBibliography();
    return made && made[1].length ? plain(made[1][0]) : null;
  }
}
