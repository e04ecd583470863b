// Makes the documents that are compared: for each a record in this project's format, and the CSL-JSON item that says the same.
//
// The facts are drawn with a seeded generator, so that every run compares the same documents. A CSL item is made for one
// manual ("chicago" or "mla") and one form ("note" or "list"), because the conventions by which CSL is made to say what the
// manual prints differ between them. README.md lists them ("How a document is said in CSL").

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What chance decides: each bag is dealt out whole before it is shuffled again, so that everything in it occurs. */
class Chance {
  constructor(seed) { this.random = generator(seed); this.bags = new Map(); }
  below(n) { return Math.floor(this.random() * n); }
  one(bag) {
    let left = this.bags.get(bag) ?? [];
    if (left.length === 0) left = this.shuffled(bag);
    const drawn = left.pop();
    this.bags.set(bag, left);
    return drawn;
  }
  some(bag, n) {
    const drawn = new Set();
    while (drawn.size < n) drawn.add(this.one(bag));
    return [...drawn];
  }
  shuffled(list) {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  }
}

const person = (family, given, more = {}) => ({ family, given, ...more });
const first = { order: "family-first" };
const AUTHORS = [
  person("Stalin", "Joseph"), person("Kennan", "George F."), person("Johnson", "Alvin"), person("Creel", "George"),
  person("Moore", "Marianne"), person("Novikov", "Nikolai"), person("Dobrynin", "Anatoly"), person("Ostermann", "Christian F."),
  person("Benton", "Thomas Hart"), person("Chernyaev", "Anatoly S."), person("Müller", "Käthe"), person("O’Brien", "Conor"),
  person("Harriman", "W. Averell"), person("Hershberg", "James G."), person("Smith-Jones", "Ann"), person("Łukasz", "Jan"),
  person("Mao", "Zedong", first), person("Zhou", "Enlai", first), person("Kim", "Il-sung", first), person("Hồ", "Chí Minh", first),
  person("Schlesinger", "Arthur M.", { suffix: "Jr." }), person("Rockefeller", "John D.", { suffix: "III" }),
  person("Gaulle", "Charles", { particle: "de" }), person("Beethoven", "Ludwig", { particle: "van" }),
  person("Humboldt", "Wilhelm", { dropping: "von" }), person("Burton"), person("Vyshinsky"),
  { body: "Central Committee of the Communist Party of the Soviet Union" }, { body: "US Department of State" },
  { body: "Senate Foreign Relations Committee", parent: "United States, Congress" }, { said: "Secretary of State" },
  { body: "Polish Embassy in Rio de Janeiro" }, { body: "Hungarian Ministry of Foreign Affairs" },
];
const PEOPLE = AUTHORS.filter((name) => name.family && name.given);
const EDITORS = [
  person("Ford", "Worthington Chauncey"), person("Perkins", "E. Ralph"), person("Jensen", "Kenneth M."), person("Guth", "Dorothy Lobrano"),
  person("Carson", "Clayborne"), person("Zhang", "Shuguang"), person("Wolff", "David"), person("Radchenko", "Sergey"),
  { body: "Zhonggong zhongyang wenxian yanjiushi" },
];

const day = (y, m, d) => [y, m, d];
const single = (edtf, ...parts) => ({ edtf, csl: { "date-parts": [parts] } });
const range = (edtf, from, to) => ({ edtf, csl: { "date-parts": [from, to] } });
const DAYS = [
  single("1950-10-01", 1950, 10, 1), single("1949-12-16", 1949, 12, 16), single("1953-03-05", 1953, 3, 5), single("1946-02-22", 1946, 2, 22),
  single("1962-10-28", 1962, 10, 28), single("1847-06-22", 1847, 6, 22), single("1954-09-28", 1954, 9, 28), single("1968-08-21", 1968, 8, 21),
  single("1917-11-07", 1917, 11, 7), single("1961-01-17", 1961, 1, 17), single("1963-07-25", 1963, 7, 25), single("1972-05-26", 1972, 5, 26),
  single("1989-04-09", 1989, 4, 9),
];
const SPRING = { edtf: "1950-21", csl: { "date-parts": [[1950]], season: 1 } };
const ABOUT = { edtf: "1950~", csl: { "date-parts": [[1950]], circa: true }, doubt: "circa" };
const DATES = [
  ...DAYS,
  single("1950-01", 1950, 1), single("1954-06", 1954, 6), single("1956-09", 1956, 9),
  single("1937", 1937), single("1950", 1950),
  SPRING, { edtf: "1956-23", csl: { "date-parts": [[1956]], season: 3 } },
  range("1956-10-23/1956-10-26", day(1956, 10, 23), day(1956, 10, 26)),
  range("1956-10-30/1956-11-04", day(1956, 10, 30), day(1956, 11, 4)),
  range("1955-12-30/1956-01-02", day(1955, 12, 30), day(1956, 1, 2)),
  range("1956-06/1956-07", [1956, 6], [1956, 7]), range("1955-12/1956-02", [1955, 12], [1956, 2]),
  range("1986/1987", [1986], [1987]), range("1898/1903", [1898], [1903]), range("1790/1803", [1790], [1803]),
  ABOUT,
  { ...single("1938-09~", 1938, 9), csl: { "date-parts": [[1938, 9]], circa: true }, doubt: "circa" },
  { ...single("1945?", 1945), csl: { "date-parts": [[1945]], circa: true }, doubt: "uncertain" },
  { ...single("1945-05-08?", 1945, 5, 8), csl: { "date-parts": [[1945, 5, 8]], circa: true }, doubt: "uncertain" },
  { ...range("1955/1960", [1955], [1960]), csl: { "date-parts": [[1955], [1960]], circa: true }, edtf: "1955?/1960?", doubt: "uncertain" },
  null, null,
];

const box = (id, folder) => [{ level: "box", id }, ...(folder ? [{ level: "folder", id: folder }] : [])];
/** Where a document is kept: `collection` and `units` are what a user of CSL types for the path, `leaves` what is typed for the leaves. */
const HOLDINGS = [
  {
    repository: { name: "National Archives", place: "College Park, MD" },
    path: [{ level: "record-group", id: "59", title: "General Records of the Department of State" }, ...box("6462", "3")],
    collection: "General Records of the Department of State, Record Group 59", units: "box 6462, folder 3",
  },
  {
    repository: { name: "National Archives", place: "Washington, DC" },
    path: [{ level: "record-group", id: "RG 46", title: "Records of the US Senate" }, ...box("12")],
    collection: "Records of the US Senate, RG 46", units: "box 12",
  },
  {
    repository: { name: "National Archives", place: "College Park, MD" },
    path: [{ level: "record-group", id: "84", title: "Records of the Foreign Service Posts" }, { level: "entry", id: "2410" }, ...box("5")],
    collection: "Records of the Foreign Service Posts, Record Group 84", units: "entry 2410, box 5",
  },
  {
    repository: { name: "Archive of the President of the Russian Federation", place: "Moscow" },
    path: [{ level: "fond", id: "45" }, { level: "opis", id: "1" }, { level: "delo", id: "334" }],
    units: "f. 45, op. 1, d. 334", leaves: { range: "97-98", said: "ll. 97–98" },
  },
  {
    repository: { name: "Russian State Archive of Contemporary History", place: "Moscow" },
    path: [{ level: "fond", id: "3" }, { level: "opis", id: "12" }, { level: "delo", id: "1006" }],
    units: "f. 3, op. 12, d. 1006", leaves: { range: "5", said: "l. 5" },
  },
  {
    repository: { name: "Foreign Policy Archive of the Russian Federation", place: "Moscow" },
    path: [{ level: "fond", id: "0100" }, { level: "opis", id: "46" }, { level: "papka", id: "374" }, { level: "delo", id: "121" }],
    units: "f. 0100, op. 46, pa. 374, d. 121",
  },
  {
    repository: { name: "Library of Congress", department: "Manuscript Division", place: "Washington, DC" },
    path: [{ level: "collection", title: "W. Averell Harriman Papers" }, ...box("868", "4")],
    collection: "W. Averell Harriman Papers", units: "box 868, folder 4",
  },
  {
    repository: { name: "Library of Congress", place: "Washington, DC" },
    path: [{ level: "collection", title: "George Washington Papers" }, { level: "series", id: "5", title: "Financial Papers" }],
    collection: "George Washington Papers, Series 5: Financial Papers",
  },
  {
    repository: { name: "Houghton Library", parent: "Harvard University", place: "Cambridge, MA" },
    path: [{ level: "collection", title: "Louis Agassiz Papers", id: "MS Am 1419" }, { level: "volume", id: "7" }],
    collection: "Louis Agassiz Papers, MS Am 1419", units: "vol. 7", leaves: { range: "12r-13v", said: "fols. 12r–13v", mla: "ff. 12r–13v", unit: "folio" },
  },
  {
    repository: "Harvard College Library",
    path: [{ level: "collection", title: "Theodore Roosevelt Collection" }, { level: "collection", title: "O’Laughlin Papers" }],
    collection: "O’Laughlin Papers, Theodore Roosevelt Collection",
  },
  {
    repository: { name: "Yale University Library", department: "Manuscripts and Archives", place: "New Haven, CT" },
    path: [{ level: "collection", title: "Edward M. House Papers", id: "MS 466" }, ...box("10", "290")],
    collection: "Edward M. House Papers, MS 466", units: "box 10, folder 290", leaves: { range: "12-13", said: "pp. 12–13", unit: "page" },
  },
  {
    repository: { name: "University of Chicago Library", place: "Chicago" },
    path: [{ level: "collection", title: "Charles E. Merriam Papers" }, ...box("26", "17")],
    collection: "Charles E. Merriam Papers", units: "box 26, folder 17",
  },
  {
    repository: { name: "Hoover Institution Archives", place: "Stanford, CA" },
    path: [{ level: "collection", title: "Dmitri Volkogonov Papers" }, ...box("4")],
    collection: "Dmitri Volkogonov Papers", units: "box 4", leaves: { range: "7", said: "p. 7", unit: "page" },
  },
  { repository: { name: "YIVO Institute for Jewish Research", place: "New York" }, path: [{ level: "collection", title: "Horace Kallen Papers" }, { level: "file", id: "36" }], collection: "Horace Kallen Papers", units: "file 36" },
  { repository: { name: "The National Archives", place: "Kew" }, reference: "FO 371/83313", units: "FO 371/83313" },
  { repository: { name: "Arquivo Histórico do Itamaraty", place: "Brasília" }, reference: "600.(24h) maço 2-A", units: "600.(24h) maço 2-A" },
  { repository: { name: "Political Archive of the Federal Foreign Office", place: "Berlin" }, path: [{ level: "collection", title: "Bestand MfAA" }, { level: "file", id: "A 9866" }], collection: "Bestand MfAA", units: "file A 9866", leaves: { range: "21-24", said: "Bl. 21–24", unit: "blatt" } },
  { repository: { name: "John F. Kennedy Presidential Library", place: "Boston" } },
  { repository: { name: "Hebei Provincial Archives", place: "Shijiazhuang" }, path: [{ level: "file", id: "855-18-1" }], units: "file 855-18-1" },
  { repository: "Bentley Historical Library", path: [{ level: "collection", title: "Philip Hart Papers" }, { level: "carton", id: "2" }, { level: "item", id: "14" }], collection: "Philip Hart Papers", units: "carton 2, item 14" },
];
/** Some that are rarer: a number, a titled folder, a film. */
const RARE = [
  {
    repository: { name: "National Archives", place: "College Park, MD" }, role: "microform",
    path: [{ level: "collection", title: "Records of the Reich Leader of the SS" }, { level: "roll", id: "5" }],
    collection: "Records of the Reich Leader of the SS", units: "roll 5", leaves: { range: "120", said: "frame 120" }, film: true,
  },
  {
    repository: { name: "Central Archives of Modern Records", place: "Warsaw" },
    path: [{ level: "collection", title: "Bolesław Bierut Papers" }, { level: "box", id: "3" }, { level: "folder", id: "2", title: "China, 1950" }],
    collection: "Bolesław Bierut Papers", units: "box 3, folder 2, “China, 1950”",
  },
  {
    repository: { abbreviation: "RGASPI", place: "Moscow" }, path: [{ level: "fond", id: "558" }, { level: "opis", id: "11" }, { level: "delo", id: "334" }],
    units: "f. 558, op. 11, d. 334", leaves: { range: "12-13ob", said: "ll. 12–13ob" },
  },
];
const SURROGATES = [
  { archive: "History and Public Policy Program Digital Archive", url: "https://digitalarchive.wilsoncenter.org/document/117315" },
  { archive: "Digital National Security Archive", url: "https://nsarchive.gwu.edu/document/16115-document-01" },
  { archive: "Gallica", doi: "10.1000/archive.182" },
  { archive: "Marxists Internet Archive", url: "http://www.marxists.org/reference/archive/stalin/works/1950/10/01.htm" },
];
const LINKS = [
  { url: "https://catalog.archives.gov/id/7741397" }, { url: "https://digitalarchive.wilsoncenter.org/document/112667" },
  { url: "http://hdl.loc.gov/loc.mss/ms998023" }, { doi: "10.5555/12345678" },
];

const english = (text, short) => ({ text, ...(short ? { short } : {}) });
const foreign = (text, language) => ({ text, language });
const FORMAL = [
  english("The Sources of Soviet Conduct"), english("The Long Telegram"), english("Cuba"), english("Report"),
  english("A Situation in Korea"), english("The Situation in the Korean Peninsula: Notes for the Politburo"),
  english("Is America Facing World Leadership?"), english("Toward a New Policy: The Case of China"),
  english("Some Thoughts on the Agreement Between the Two Governments"), english("What We Know About the Crisis Under Way"),
  english("Resolution on China"), english("Basic Principles of Our Policy", "Basic Principles"), english("Arms, Men, and Oil, 1944-1950"),
  english("Remarks on Kennan's \"Long Telegram\""), english("Why They Don't Come"), english("On the Ten Major Relationships"),
  english("An Outline of the History of the Pact"), english("Instructions"), english("Help!"),
  english("Proposals for Economic Aid to Bandung's Delegates", "Proposals for Aid"),
  foreign("Guanyu zhong su guanxi de jidian kanfa", "zh-Latn"), foreign("O polozhenii v Koree", "ru-Latn"),
  foreign("Jelentés a magyar helyzetről", "hu"), foreign("Bericht über die Lage in Polen", "de"),
];
/** Descriptions that head a document: they lead, no author stands before them. */
const HEADINGS = [
  ["minutes", english("Minutes of the Meeting of the Politburo")],
  ["minutes", english("Minutes of the Committee for Improving the Condition of the Free Blacks, Pennsylvania Abolition Society", "Minutes, Pennsylvania Society")],
  ["conversation", english("Memorandum of conversation")], ["document", english("Daily Expenses")],
  ["conversation", english("Record of conversation at the Chinese embassy")], ["report", english("Intelligence report on Hungary")],
  ["minutes", english("Stenogram of the July Plenum")], ["telegram", english("Ciphered Telegram No. 25553, Roshchin to Filippov [Stalin]")],
  ["report", english("Weekly summary")], ["note", english("Note for the record")],
];
/** Descriptions by the writer of the citation, after an author. */
const DESCRIPTIONS = [
  ["report", english("report to the Committee of Overseers")], ["diary", english("notes of a journey to Peking")],
  ["manuscript", english("draft of a speech")], ["report", english("report on the visit of the delegation")],
  ["manuscript", english("lecture notes")], ["memorandum", english("comments on the draft treaty")],
];
const UNTITLED = ["memorandum", "diary", "report", "speech", "resolution", "order", "directive", "minutes"];
const TITLED = ["memorandum", "report", "speech", "manuscript", "document", "resolution", "directive", "diary", "order", "charter", "minutes"];
const CORRESPONDENCE = [
  { kind: "letter" }, { kind: "telegram" }, { kind: "letter" }, { kind: "memorandum" }, { kind: "telegram", genre: "cable" },
  { kind: "note" }, { kind: "telegram", genre: "circular telegram" }, { kind: "letter" },
];
const PLACES = ["Moscow", "Baden", "Beijing", "Washington, DC"];
const BOOKS = [
  { title: english("Letters of Henry Adams, 1858–1891"), editors: [EDITORS[0]], place: "Boston", publisher: "Houghton Mifflin", date: "1930", pages: "133-134" },
  { title: english("Letters of E. B. White"), editors: [EDITORS[3]], place: "New York", publisher: "Harper and Row", date: "1975", pages: "273" },
  { title: foreign("Jianguo yilai Mao Zedong wengao", "zh-Latn"), volume: "1", editors: [EDITORS[8]], place: "Beijing", publisher: "Zhongyang wenxian chubanshe", date: "1987", pages: "219-220" },
  { title: english("Origins of the Cold War"), editors: [EDITORS[2], EDITORS[6]], place: "Washington, DC", publisher: "United States Institute of Peace", date: "1991", pages: "3-31" },
  { title: english("The Papers of Martin Luther King Jr."), volume: "7", editors: [EDITORS[4]], place: "Berkeley", publisher: "University of California Press", date: "2014", pages: "101-108" },
  { title: english("Letters to a Friend"), place: "London", publisher: "John Murray", date: "1898", pages: "1002-1006" },
  { title: english("New Evidence on the Korean War"), editors: [EDITORS[5], EDITORS[6], EDITORS[7]], place: "Stanford", publisher: "Stanford University Press", date: "2001", pages: "321-28" },
  { title: english("Selected Documents"), editors: [EDITORS[7]], edition: "2", place: "Cambridge", publisher: "Polity", date: "2005", pages: "xi-xiv" },
];
const SET = {
  container: english("Foreign Relations of the United States, 1946"), title: english("Eastern Europe; The Soviet Union"), volume: "6",
  editors: [EDITORS[1]], place: "Washington, DC", publisher: "Government Printing Office", date: "1969", pages: "696-709",
};
const JOURNALS = [
  { container: english("Cold War International History Project Bulletin"), volume: "6", issue: "7", date: "1995", pages: "54-55" },
  { container: english("Journal of Cold War Studies"), volume: "12", date: "2010", pages: "100-104" },
  { container: foreign("Voprosy istorii", "ru-Latn"), issue: "4", date: "1993", pages: "3-17" },
];
const COLLECTIONS = [
  { creators: [person("Kallen", "Horace")], title: english("Papers"), holding: { repository: { name: "YIVO Institute for Jewish Research", place: "New York" } } },
  { title: english("Revere Family Papers"), holding: { repository: { name: "Massachusetts Historical Society", place: "Boston" } } },
  { title: english("Dmitri Volkogonov Papers"), holding: { repository: { name: "Hoover Institution Archives", place: "Stanford, CA" } } },
  { creators: [person("House", "Edward M.")], title: english("Papers"), holding: { repository: { name: "Yale University Library", place: "New Haven, CT" } } },
  { title: english("Alexander Morris Papers"), holding: { repository: { name: "Archives of Manitoba", place: "Winnipeg" } } },
];

/** The facts of all documents, in families; the counts are the least that the comparison needs and a margin. */
export function facts(seed = 20_261_123) {
  const chance = new Chance(seed);
  const documents = [];
  const add = (family, count, make) => {
    for (let i = 1; i <= count; i++) documents.push({ id: `${family}-${String(i).padStart(2, "0")}`, family, ...make(i) });
  };
  const titles = (form, title) => ({ ...title, form });
  const link = (i, every) => (i % every === 0 ? { surrogate: chance.one(LINKS) } : {});

  add("letter", 52, (i) => ({
    ...chance.one(CORRESPONDENCE),
    creators: chance.some(AUTHORS, [1, 1, 2, 1, 1, 1, 3, 1, 1, 4][i % 10]),
    recipients: chance.some(AUTHORS, [1, 1, 2, 1, 1, 3, 1, 2, 1, 1, 4][i % 11]),
    date: chance.one(DATES), holding: chance.one(HOLDINGS), ...link(i, 8),
    ...(i % 6 === 0 ? { place: chance.one(PLACES) } : {}),
  }));
  add("unsigned", 4, () => ({ ...chance.one(CORRESPONDENCE), recipients: chance.some(AUTHORS, 1), date: chance.one(DAYS), holding: chance.one(HOLDINGS) }));
  add("named-letter", 8, () => {
    const [kind, a, b] = [chance.one(["telegram", "letter", "memorandum"]), ...chance.some(PEOPLE, 2)];
    return {
      kind, creators: [a], recipients: [b], date: chance.one(DAYS), holding: chance.one(HOLDINGS), saysItself: true,
      title: titles("supplied", english(`${kind[0].toUpperCase()}${kind.slice(1)}, ${natural(a)} to ${natural(b)}`)),
    };
  });
  add("titled-letter", 8, (i) => ({
    ...(i === 3 ? { kind: "telegram", title: titles("formal", english("The Long Telegram")) } : { ...chance.one(CORRESPONDENCE), title: titles("formal", chance.one(FORMAL)) }),
    creators: chance.some(AUTHORS, [1, 2][i % 2]), recipients: chance.some(AUTHORS, [1, 2, 3][i % 3]),
    date: chance.one(DATES), holding: chance.one(HOLDINGS),
  }));
  add("titled", 56, (i) => ({
    kind: chance.one(TITLED), title: titles("formal", chance.one(FORMAL)),
    creators: chance.some(AUTHORS, [1, 0, 2, 1, 3, 1, 4, 5, 1, 6, 1, 7, 2, 8][i % 14]),
    date: chance.one(DATES), holding: chance.one(HOLDINGS), ...link(i, 7),
  }));
  add("untitled", 22, (i) => ({
    kind: chance.one(UNTITLED), creators: chance.some(AUTHORS, [1, 1, 2, 3][i % 4]), date: chance.one(DATES), holding: chance.one(HOLDINGS), ...link(i, 9),
  }));
  add("heading", 20, (i) => {
    const [kind, title] = chance.one(HEADINGS);
    return { kind, title: titles("supplied", title), date: chance.one(DATES), holding: chance.one(HOLDINGS), ...link(i, 6) };
  });
  add("description", 12, () => {
    const [kind, title] = chance.one(DESCRIPTIONS);
    return { kind, title: titles("supplied", title), creators: chance.some(PEOPLE, 1), date: chance.one(DATES), holding: chance.one(HOLDINGS) };
  });
  add("interview", 12, (i) => ({
    kind: "interview", creators: chance.some(PEOPLE, 1), interviewers: chance.some(PEOPLE, [1, 1, 2][i % 3]), date: chance.one(DAYS), holding: chance.one(HOLDINGS),
    ...(i % 3 === 0 ? { title: titles("formal", english(`Oral History of the Test Ban ${i}`)) } : {}),
  }));
  add("digital", 16, (i) => ({
    ...chance.one([...CORRESPONDENCE, { kind: "report" }]), title: titles("formal", chance.one(FORMAL)), creators: chance.some(AUTHORS, [1, 1, 0, 2][i % 4]),
    date: i % 4 === 3 ? null : chance.one(DAYS), surrogate: { ...chance.one(SURROGATES), ...(i % 2 ? { accessed: "2025-03-04" } : {}) },
    ...(i % 8 === 0 || i % 8 === 5 ? { translators: chance.some(PEOPLE, [1, 2][i % 2]) } : {}),
  }));
  add("digital-letter", 6, () => ({
    ...chance.one(CORRESPONDENCE), creators: chance.some(AUTHORS, 1), recipients: chance.some(AUTHORS, 1), date: chance.one(DAYS), surrogate: chance.one(SURROGATES),
  }));
  add("translated", 6, (i) => ({
    kind: chance.one(TITLED), title: titles("formal", chance.one(FORMAL)), creators: chance.some(PEOPLE, 1),
    date: i === 1 ? SPRING : i === 2 ? ABOUT : chance.one(DATES),
    translators: chance.some(PEOPLE, [1, 2, 3][i % 3]), holding: chance.one(HOLDINGS),
  }));
  add("edited-letter", 20, (i) => ({
    ...chance.one(CORRESPONDENCE), creators: chance.some(AUTHORS, [1, 1, 2][i % 3]), recipients: chance.some(AUTHORS, [1, 1, 1, 3][i % 4]), date: chance.one(DAYS),
    source: chance.one(BOOKS), ...(i % 5 === 0 ? { place: chance.one(PLACES) } : {}),
  }));
  add("edited", 12, (i) => ({
    kind: "manuscript", title: titles("formal", chance.one(FORMAL)), creators: chance.some(AUTHORS, [1, 2, 3][i % 3]),
    source: i % 4 === 0 ? SET : chance.one(BOOKS),
  }));
  add("journal", 6, () => ({
    kind: "manuscript", title: titles("formal", chance.one(FORMAL)), creators: chance.some(AUTHORS, 1), source: chance.one(JOURNALS),
  }));
  add("rare", 9, (i) => ({
    kind: chance.one(TITLED), title: titles("formal", chance.one(FORMAL)), creators: chance.some(AUTHORS, 1), date: chance.one(DATES), holding: RARE[i % 3],
    ...(i % 3 === 1 ? { number: String(40 + i) } : {}),
  }));
  add("picture", 6, (i) => ({
    kind: ["photograph", "map"][i % 2], title: titles("formal", english(["Japanese Sentry, Hankow", "The Front at Dawn", "Korea"][i % 3])),
    creators: chance.some(PEOPLE, [1, 0][i % 2]), date: chance.one(DATES), holding: chance.one(HOLDINGS),
  }));
  add("collection", COLLECTIONS.length, (i) => ({ kind: "collection", ...COLLECTIONS[i - 1], title: titles("supplied", COLLECTIONS[i - 1].title) }));
  return documents;
}

/** A name in its natural order. */
export function natural(name) {
  if (name.body ?? name.said) return name.body ?? name.said;
  if (name.order) return `${name.family} ${name.given}`;
  return [name.given, name.dropping, name.particle, name.family, name.suffix].filter(Boolean).join(" ");
}

// ---------------------------------------------------------------------------------------------------------- our records

const put = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null && value.length !== 0));

function recordName({ family, given, suffix, particle, dropping, order, body, parent, said }) {
  if (said) return said;
  if (body) return put({ body, parent });
  const plain = given && !particle && !dropping && !order;
  return plain ? [family, given, suffix].filter(Boolean).join(", ") : put({ family, given, suffix, particle, "dropping-particle": dropping, order });
}
const recordNames = (names) => names?.map(recordName);
const recordTitle = (title) => (!title ? undefined : Object.keys(title).length === 1 || (title.form === "formal" && Object.keys(title).length === 2) ? title.text : title);

/** The record: one line of our JSON Lines file. */
export function record(facts) {
  const { holding, surrogate, source } = facts;
  return put({
    id: facts.id, kind: facts.kind, genre: facts.genre, title: recordTitle(facts.title),
    creators: recordNames(facts.creators), recipients: recordNames(facts.recipients), interviewers: recordNames(facts.interviewers),
    date: facts.date?.edtf, place: facts.place, number: facts.number,
    holdings: holding && [put({
      repository: holding.repository, role: holding.role, path: holding.path, reference: holding.reference,
      leaves: holding.leaves && (holding.leaves.unit ? { unit: holding.leaves.unit, range: holding.leaves.range } : holding.leaves.range),
    })],
    surrogates: surrogate && [surrogate],
    source: source && put({
      ...source, title: recordTitle(source.title), container: recordTitle(source.container), editors: recordNames(source.editors),
    }),
    translation: facts.translators && { by: recordNames(facts.translators) },
  });
}

// ------------------------------------------------------------------------------------------------------- the CSL-JSON item

function cslName({ family, given, suffix, particle, dropping, order, body, parent, said }, manual) {
  if (body ?? said) return { literal: manual === "mla" && parent ? `${parent}, ${body}` : body ?? said };
  return put({ family, given, suffix, "non-dropping-particle": particle, "dropping-particle": dropping, "static-ordering": order ? true : undefined });
}
const cslNames = (names, manual) => names?.map((name) => cslName(name, manual));
const year = (text) => ({ "date-parts": [[Number(text)]] });
const dateParts = (iso) => ({ "date-parts": [iso.split("-").map(Number)] });

/** The words that name the kind, as a user of CSL types them in `genre`; undefined where nothing is typed. */
export function genre(facts) {
  if (facts.kind === "interview") return facts.genre; // CSL says "interview by" without being told
  if (facts.saysItself || !facts.title) return facts.genre ?? facts.kind;
  if (["manuscript", "document", "collection"].includes(facts.kind)) return facts.genre;
  return facts.title.form === "supplied" ? undefined : facts.genre ?? facts.kind;
}

/** Whether a title is not English, so that CSL must not change its capitals. */
const isForeign = ({ title, source }) => Boolean(title?.language ?? source?.title?.language ?? source?.container?.language);

/** What stands for path, leaves and number in CSL: free text, typed as the manual prints it (Q32, A8, A11, A20). */
function units({ holding, number }, manual) {
  const { units, leaves, film } = holding;
  return [film && manual === "chicago" && "microfilm", number && `no. ${number}`, units, leaves && ((manual === "mla" && leaves.mla) || leaves.said)].filter(Boolean).join(", ") || undefined;
}

/** Department, name and parent, as Chicago orders them. */
export function repository({ repository }) {
  return typeof repository === "string" ? repository : [repository.department, repository.name ?? repository.abbreviation, repository.parent].filter(Boolean).join(", ");
}

/** The CSL item for one manual ("chicago", "mla") and form ("note", "list"). */
export function item(facts, manual, form) {
  const { title, holding, surrogate, source, date } = facts;
  const correspondence = Boolean(facts.recipients);
  const shown = facts.saysItself ? undefined : title; // Q4: a title that only says "Telegram, A to B" is not a title
  const bare = correspondence && facts.kind === "letter" && !facts.genre && !shown && facts.creators && form === "note"; // Q2
  const csl = {
    id: facts.id, type: type(facts), title: shown?.text, "title-short": shown?.short, language: isForeign(facts) ? "ru" : undefined, // Q6
    genre: bare ? undefined : genre(facts),
    author: cslNames(facts.creators, manual), recipient: cslNames(facts.recipients, manual), interviewer: cslNames(facts.interviewers, manual),
    translator: cslNames(facts.translators, manual), "event-place": facts.place,
  };
  if (source) {
    csl["container-title"] = (source.container ?? source.title).text;
    if (source.container && source.title) csl["volume-title"] = source.title.text;
    Object.assign(csl, {
      editor: cslNames(source.editors, manual), volume: source.volume, issue: source.issue, edition: source.edition, publisher: source.publisher,
      "publisher-place": source.place, page: source.pages, issued: year(source.date), "event-date": date?.csl, // Q3
    });
  } else {
    csl.issued = date?.csl;
  }
  if (holding) {
    csl.archive = repository(holding);
    csl["archive-place"] = holding.repository.place;
    csl.archive_collection = holding.collection;
    csl.archive_location = units(facts, manual);
    if (holding.film && manual === "mla") csl.medium = "microfilm";
  }
  if (surrogate) {
    csl.archive ??= surrogate.archive;
    csl.URL = surrogate.url;
    csl.DOI = surrogate.doi;
    csl.accessed = surrogate.accessed && dateParts(surrogate.accessed);
  }
  return put(csl);
}

function type(facts) {
  if (facts.recipients) return "personal_communication";
  if (facts.interviewers) return "interview";
  if (facts.source) return facts.source.publisher ? "chapter" : "article-journal";
  if (facts.title?.form === "supplied") return "collection"; // Q5
  return facts.kind === "document" ? "document" : "manuscript"; // Q13, Q22, Q38: no `report`, `speech`, `graphic`
}
