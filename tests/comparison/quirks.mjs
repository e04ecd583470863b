// The known differences between the public CSL styles and this project's rules, one function each.
//
// Each works on the ORACLE's text alone, and only for documents where its quirk can occur (`where`). The names are the
// numbers under which the difference was decided: Q for a quirk of the public styles, RULES for a paragraph of the rules that
// our styles follow, A for an amendment to them; `why` says what each means. A quirk that the CSL items already avoid (README.md,
// "How a document is said in CSL") has no function here.
//
// `facts` and `item` are those of documents.mjs; `style` is { name, manual, edition, place }, where `place` is "note", "short",
// "list", "author-date" or "in-text".

import { natural, repository } from "./documents.mjs";

// -------------------------------------------------------------------------------------------------------------- tools

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const raised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const chicago = ({ manual }) => manual === "chicago";
const mla = ({ manual }) => manual === "mla";
const inList = ({ place }) => place === "list" || place === "author-date";
const inNotes = ({ manual, place }) => manual === "chicago" && (place === "note" || place === "short");

const short = (name) => name.body ?? name.said ?? [name.particle, name.family].filter(Boolean).join(" ");
const isTurned = (name) => Boolean(name.given) && !name.order && !name.body;
/** A name in its natural order, as an author of a list: MLA prints before a government body what it is part of. */
const asPrinted = (name, style) => (mla(style) && name.parent ? `${name.parent}, ${natural(name)}` : natural(name));

/** Some of the names, joined: `A`, `A and B`, `A, B, and C`, `A et al.` */
function joinedNames(names) {
  const one = [...new Set(names.flatMap((name) => [natural(name), short(name)]))].sort((a, b) => b.length - a.length).map(escaped).join("|");
  return `(?:${one})(?:(?:, and |, | and )(?:${one}))*(?: et al\\.)?`;
}
/** One or two names, or the first and others, as MLA prints the people after the author (A6). */
const fewNames = (names) => (names.length > 2 ? `${natural(names[0])} et al.` : names.map(natural).join(" and "));
const fewShortNames = (names) => (names.length > 2 ? `${short(names[0])} et al.` : names.map(short).join(" and "));

/** A text as it is found in the oracle's: capitals do not count, quotation marks and apostrophes may be curly. */
const found = (text) => escaped(text).replace(/["']/g, "[\"'“”‘’]");
/** The words as typed, keeping the quotation marks and the dashes of what was found. */
const recased = (typed, printed) => [...printed].map((c, i) => (c.toLowerCase() === [...typed][i]?.toLowerCase() ? [...typed][i] : c)).join("");

const titles = ({ title, source }) => [title?.text, title?.short, source?.title?.text, source?.container?.text].filter(Boolean);
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const SEASONS = "Spring|Summer|Autumn|Winter";
const isCorrespondence = (facts) => Boolean(facts.recipients);
const saysKind = ({ title, genre, kind }) => new RegExp(`\\b${escaped(genre ?? kind)}\\b`, "i").test(title.text);
const printsTitle = (facts) => Boolean(facts.title) && !facts.saysItself;

/** Where the location begins that the oracle prints for MLA: the repository or the digital archive. */
const firstOfLocation = (facts) => (facts.holding ? repository(facts.holding) : facts.surrogate?.archive);
const hasCollection = (facts) => Boolean(facts.holding?.collection);

/** A title's short form (A12): from its fifth word on without what follows a colon, and without its article. */
function shortened(text, always) {
  if (text.split(" ").length > 4) return shorn(text.split(": ")[0]);
  return always ? shorn(text) : text;
}
const shorn = (text) => text.replace(/^(?:A|An|The) (.)/, (_, first) => first.toUpperCase());

/** The parts of a repository, broadest first, the place after the broadest (A14). */
function broadestFirst({ repository }) {
  const { name, department, parent, place } = repository;
  return [parent ?? name, place, parent ? name : undefined, department].filter(Boolean).join(", ");
}
function isPlaceInName({ repository }) {
  const { name, department, parent, place } = repository;
  if (!place) return false;
  return new RegExp(`\\b${escaped(place.split(",")[0])}\\b`).test([department, name, parent].filter(Boolean).join(" "));
}

// -------------------------------------------------------------------------------------------------------------- quirks

/** In the order in which they are applied. */
export const QUIRKS = [
  {
    name: "Q1", why: "a letter's kind stands after the recipient in a note: A to B, telegram",
    where: (facts, style) => inNotes(style) && isCorrespondence(facts) && facts.creators && !printsTitle(facts),
    apply: (text, { facts, item }) =>
      text.replace(new RegExp(`, ${escaped(item.genre ?? "\0")} to (${joinedNames(facts.recipients)})`), (_, names) => ` to ${names}, ${item.genre}`)
        .replace(/(?<![.?!])$/, "."),
  },
  {
    name: "Q19", why: "MLA names the recipients",
    where: (facts, style) => mla(style) && inList(style) && isCorrespondence(facts),
    apply: (text, { facts, item }) => {
      const word = raised(item.genre);
      return text.replace(new RegExp(`(^|[.?!”,] )${escaped(word)}([.,])`), (_, before, after) => `${before}${word} to ${fewNames(facts.recipients)}${after}`).replace("al...", "al.").replace(/(Jr\.|al\.)\./, "$1");
    },
  },
  {
    name: "A2", why: "the kind is not said again where the title says it, but before “to B” (A3)",
    where: (facts, style) => style.place !== "short" && style.place !== "in-text" && facts.title?.form === "formal" && !isCorrespondence(facts) && saysKind(facts),
    apply: (text, { facts, item }) => {
      const [word, opening] = [item.genre ?? "\0", raised(item.genre ?? "\0")].map(escaped);
      return text.replace(new RegExp(`([”’]) ${word},`), "$1").replace(new RegExp(`,([”’]) ${word} \\[`), "$1 [").replace(new RegExp(`([.”’\\]]) ${opening}\\.(?= )`), "$1");
    },
  },
  {
    name: "Q6", why: "capitals of titles stay as they are typed",
    where: (facts) => titles(facts).length > 0,
    apply: (text, { facts }) =>
      titles(facts).reduce((text, title) => text.replace(new RegExp(found(title), "gi"), (printed, at) => {
        const opens = at === 0 || /[.?”"(_] ?$/.test(text.slice(0, at).replace(/[“_]$/, ""));
        return recased(opens ? raised(title) : title, printed);
      }), text),
  },
  {
    name: "Q7", why: "[1950?] is for a guess; about 1950 is [ca. 1950] in Chicago, and MLA prints the mark of a guess where the oracle has Circa",
    where: (facts, style) => (chicago(style) ? facts.date?.doubt === "circa" : facts.date?.doubt === "uncertain"),
    apply: (text, { style }) => (chicago(style) ? text.replace(/\[([^\]]+)\?\]/g, "[ca. $1]") : text.replace(/Circa ([^,]*\d{4}),/, "$1?,")),
  },
  {
    name: "A7", why: "in author-date the supplied month and day have a bracket of their own",
    where: (facts, style) => style.place === "author-date" && facts.date?.doubt && facts.date.csl["date-parts"][0].length > 1,
    apply: (text) => text.replace(new RegExp(`(?<=[.”’] )(?:${MONTHS})(?: \\d+)?(?=\\. )`), "[$&]"),
  },
  {
    name: "Q8", why: "MLA shortens ranges of years within a century",
    where: (facts, style) => mla(style) && inList(style) && /^\d{4}\??\/\d{4}\??$/.test(facts.date?.edtf ?? ""),
    apply: (text) => text.replace(/(\d\d)(\d\d)–\1(\d\d)(?=[,.?])/, "$1$2–$3"),
  },
  {
    name: "Q9", why: "the bibliography prints no n.d.",
    where: (facts, style) => chicago(style) && style.place === "list" && !facts.date,
    apply: (text) => text.replace(/ n\.d\.(?= |$)/, ""),
  },
  {
    name: "Q15", why: "author-date prints the year of a book or journal once",
    where: (facts, style) => style.place === "author-date" && facts.source && (isCorrespondence(facts) || !facts.source.publisher),
    apply: (text, { facts: { source } }) => text.replace(new RegExp(`, ${source.date}\\.$`), ".").replace(` (${source.date}):`, ":"),
  },
  {
    name: "A13", why: "the place of writing stands with the date, and not in MLA",
    where: (facts, style) => Boolean(facts.place) && inList(style) && mla(style) === Boolean(facts.source),
    apply: (text, { facts, style }) => {
      if (mla(style)) return text.replace(`, ${facts.place}`, "");
      return text.replace(new RegExp(`\\.?, ${escaped(facts.place)}\\. (\\[?(?:ca\\. )?(?:${MONTHS}|${SEASONS}|\\d{4}[.–?\\]]))?`), (_, date) => `. ${facts.place}${date ? `${date.startsWith("[") ? "" : ","} ${date}` : ". "}`);
    },
  },
  {
    name: "Q20", why: "MLA prints the date of a letter after its description",
    where: (facts, style) => mla(style) && inList(style) && isCorrespondence(facts) && facts.source,
    apply: (text, { item }) => text.replace(new RegExp(`(\\d{1,2} [A-Z][a-z]+\\.? \\d{4}), (${escaped(raised(item.genre))}(?: to .*?)?)\\. (?=_)`), "$2. $1. ").replace("al..", "al."),
  },
  {
    name: "Q21", why: "MLA leaves out https://, but not before a DOI",
    where: (facts, style) => mla(style) && facts.surrogate?.url,
    apply: (text) => text.replace(/ https?:\/\/(?!doi\.org)/, " "),
  },
  {
    name: "Q24", why: "in MLA the collection stands first in the location",
    where: (facts, style) => mla(style) && inList(style) && hasCollection(facts),
    apply: (text, { facts: { holding } }) => {
      const before = [repository(holding), holding.repository.place].filter(Boolean).join(", ");
      return text.replace(`${before}, ${holding.collection}`, `${holding.collection}, ${before}`);
    },
  },
  {
    name: "Q35", why: "the author-date label of a letter is author and year",
    where: (facts, style) => style.place === "in-text" && chicago(style) && isCorrespondence(facts) && facts.creators,
    apply: (text, { facts }) => text.replace(new RegExp(` to ${joinedNames(facts.recipients)}(?=[ ,)])`), ""),
  },
  {
    name: "Q39", why: "seasons are lower case in MLA but at the start of an element",
    where: (facts, style) => mla(style) && inList(style) && facts.date?.csl.season,
    apply: (text) => text.replace(new RegExp(`, (${SEASONS}) `), (printed) => printed.toLowerCase()),
  },
  {
    name: "RULES 3.2", why: "circa is lower case in MLA but at the start of an element",
    where: (facts, style) => mla(style) && inList(style) && facts.date?.doubt === "circa",
    apply: (text) => text.replace(", Circa ", ", circa "),
  },
  {
    name: "RULES 0.3", why: "author-date does not repeat the year after the month and day",
    where: (facts, style) => style.place === "author-date" && style.edition === 17 && facts.kind === "interview",
    apply: (text, { facts }) => text.replace(new RegExp(`((?:${MONTHS})(?: \\d+)?),? ${facts.date.edtf.slice(0, 4)}\\.`), "$1."),
  },
  {
    name: "RULES 0.6", why: "no comma before a date in brackets",
    where: (facts, style) => inNotes(style) && facts.date?.doubt,
    apply: (text) => text.replace(/, (\[(?:ca\. )?[^\]]*\d{4}\??\])/, " $1"),
  },
  {
    name: "RULES 2.2", why: "a comma before “and” where the name before it is turned round",
    where: (facts, style) => inList(style) && facts.creators?.length === 2 && isTurned(facts.creators[0]),
    apply: (text, { facts: { creators }, style }) => {
      const second = asPrinted(creators[1], style);
      return text.replace(new RegExp(`^([^“]*?(?:${escaped(creators[0].given)}|de|van|von|Jr\\.|III)) and ${escaped(second)}`), `$1, and ${second}`);
    },
  },
  {
    name: "RULES 6.1", why: "a document is printed “in” a journal as it is in a book",
    where: (facts, style) => chicago(style) && (style.place === "note" || inList(style)) && facts.source && !facts.source.publisher,
    apply: (text, { facts, style }) => text.replace(` _${facts.source.container.text}_`, ` ${inList(style) ? "In" : "in"}$&`),
  },
  {
    name: "RULES 7", why: "a collection under a person is named in a note as “Horace Kallen Papers”",
    where: (facts, style) => inNotes(style) && facts.kind === "collection" && facts.creators,
    apply: (text, { facts }) => text.replace(`, ${facts.title.text}`, ` ${facts.title.text}`),
  },
  {
    name: "A1", why: "in MLA a period closes the date before a collection, after correspondence, and before a digital archive",
    where: (facts, style) => mla(style) && inList(style) && (facts.date || facts.translators) && firstOfLocation(facts) && (isCorrespondence(facts) || hasCollection(facts) || !facts.holding),
    apply: (text, { facts }) => {
      const start = escaped(facts.holding?.collection ?? firstOfLocation(facts));
      return text.replace(new RegExp(`\\?, (?=${start})`), "? ").replace(new RegExp(`(\\.?), (?=${start})`), ". ");
    },
  },
  {
    name: "A4", why: "without an author the recipients stay in later notes and labels",
    where: (facts, style) => (style.place === "short" || style.place === "in-text") && isCorrespondence(facts) && !facts.creators && !printsTitle(facts),
    apply: (text, { facts, item, style }) => {
      const label = `${raised(item.genre)} to ${fewShortNames(facts.recipients)}`;
      if (style.place === "short") return raised(text);
      return mla(style) ? text.replace(`(${raised(item.genre)})`, `(${label})`) : text.replace(/^\(.*?(\d{4})\)$/, `(${label} $1)`);
    },
  },
  {
    name: "A6", why: "no comma before “and” or “et al.” after one name that is not turned round",
    where: (facts, style) => inList(style) && facts.creators?.length > 1 && !isTurned(facts.creators[0]),
    apply: (text, { facts, style }) => {
      const first = escaped(asPrinted(facts.creators[0], style));
      return facts.creators.length === 2 ? text.replace(new RegExp(`^(${first}), and `), "$1 and ") : text.replace(new RegExp(`^(${first}), et al\\.`), "$1 et al.");
    },
  },
  {
    name: "A9", why: "place and volume: the 18th edition keeps the place of a book from before 1900; the volume stands before the editors, and is said once",
    where: (facts, style) => Boolean(facts.source?.publisher) && style.place !== "short" && style.place !== "in-text",
    apply: (text, { facts: { source }, style }) => {
      if (mla(style)) return source.container ? text.replace(`, vol. ${source.volume}`, "") : text;
      if (style.edition === 18 && Number(source.date) < 1900) text = text.replace(new RegExp(`([.(] ?)${escaped(source.publisher)}`), `$1${source.place}: ${source.publisher}`);
      if (style.place === "author-date") {
        text = source.container
          ? text.replace(new RegExp(`_${escaped(source.title.text)}_, (edited by [^_]*), vol\\. ${source.volume} of _${escaped(source.container.text)}_`), `_${source.container.text}_, vol. ${source.volume}, _${source.title.text}_, $1`)
          : text.replace(new RegExp(`, (edited by .*?), (?:vol\\. ${source.volume}\\.|${source.volume}:)`), (printed, editors) => `, vol. ${source.volume}, ${editors}${printed.endsWith(":") ? ", " : "."}`);
      }
      return text;
    },
  },
  {
    name: "A10", why: "a hyphen between two years of a title is an en dash",
    where: (facts) => /\d{4}-\d{4}/.test(facts.title?.text ?? ""),
    apply: (text, { facts }) => text.replace(facts.title.text, facts.title.text.replace(/(\d{4})-(\d{4})/, "$1–$2")),
  },
  {
    name: "A12", why: "later notes and labels shorten a title of more than four words; an MLA label drops the article of any",
    where: (facts, style) => (style.place === "short" || style.place === "in-text") && printsTitle(facts) && !facts.title.short && facts.kind !== "collection",
    apply: (text, { facts, style }) => text.replace(new RegExp(found(facts.title.text)), (printed) => shortened(printed, mla(style))),
  },
  {
    name: "A14", why: "the place is left out where the repository names it; MLA prints the broadest part of a repository first",
    where: (facts, style) => Boolean(facts.holding?.repository.name) && style.place !== "short" && style.place !== "in-text",
    apply: (text, { facts: { holding }, style }) => {
      const { place } = holding.repository;
      const printed = [repository(holding), place].filter(Boolean).join(", ");
      const wanted = mla(style) ? broadestFirst(holding) : printed;
      return text.replace(printed, isPlaceInName(holding) ? wanted.replace(`, ${place}`, "") : wanted);
    },
  },
  {
    name: "A17", why: "in MLA a digital archive is a container of its own, in italics",
    where: (facts, style) => mla(style) && inList(style) && !facts.holding && facts.surrogate?.archive,
    apply: (text, { facts }) => text.replace(facts.surrogate.archive, `_${facts.surrogate.archive}_`),
  },
  {
    name: "A19", why: "an undated description says n.d. in notes and author-date; a collection under a person is cited as “Kallen Papers”",
    where: (facts) => facts.title?.form === "supplied" && !facts.saysItself && (facts.kind === "collection" || !facts.date),
    apply: (text, { facts, item, style }) => {
      if (facts.kind === "collection") return style.place === "in-text" && facts.creators ? text.replace(/^\((.*)\)$/, `($1 ${facts.title.text})`) : text;
      if (mla(style)) return text;
      if (style.place === "in-text") return text.replace(/\)$/, ", n.d.)");
      if (style.place === "note") return text.replace(new RegExp(`(${found(facts.title.text)}),`, "i"), "$1, n.d.,");
      if (style.place !== "author-date") return text;
      return item.author ? text.replace(new RegExp(`(\\.) (?=${found(facts.title.text)})`, "i"), "$1 n.d. ") : text.replace(new RegExp(`^(${found(facts.title.text)})\\.`, "i"), "$1. n.d.");
    },
  },
  {
    name: "A20", why: "MLA prints the word of a photograph or map last",
    where: (facts, style) => mla(style) && inList(style) && ["photograph", "map"].includes(facts.kind),
    apply: (text, { facts }) => text.replace(` ${raised(facts.kind)}. `, " ") + ` ${raised(facts.kind)}.`,
  },
  {
    name: "A25", why: "a journal's issue is “no. 7” in author-date too",
    where: (facts, style) => style.place === "author-date" && facts.source?.issue && facts.source.volume,
    apply: (text, { facts: { source } }) => text.replace(`_ ${source.volume} (${source.issue})`, `_ ${source.volume}, no. ${source.issue}`),
  },
];

/** The oracle's text as the rules have it, and the names of what was changed on the way. */
export function normalised(text, context) {
  const used = [];
  for (const { name, where, apply } of QUIRKS) {
    if (!where(context.facts, context.style)) continue;
    const changed = apply(text, context);
    if (changed !== text) used.push(name);
    text = changed;
  }
  return { text, used };
}
