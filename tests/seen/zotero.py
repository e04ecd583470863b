"""What Zotero 10 makes of RIS and CSL-JSON: its import, and the CSL-JSON that it cites from. Tables of facts, no code of Zotero.

The facts were read and run: its RIS and CSL JSON translators of 2026, item schema 41, the way in which the program saves an
imported item (a field that the type lacks becomes a line of Extra, and a line of Extra whose field the type has becomes that
field), and the conversion to CSL-JSON. Fields are called by their CSL variables here. Left out: the database, keywords, files.
"""

import html
import json
import re

ARCHIVE = {"archive", "archive_location", "source", "call-number"}
COMMON = {"title", "abstract", "issued", "URL", "accessed", "DOI", "title-short", "language", "license"}
BOOK = ARCHIVE | {
    "collection-title", "collection-number", "volume", "number-of-volumes", "edition", "publisher", "publisher-place", "medium",
    "ISBN", "ISSN",
}
PRESS = ARCHIVE | {"container-title", "publisher", "publisher-place", "volume", "issue", "page", "ISSN"}
RECORDED = ARCHIVE | {
    "medium", "collection-title", "volume", "number-of-volumes", "publisher", "publisher-place", "dimensions", "ISBN",
}

# Type: its CSL type, the variables that it has fields for beside COMMON, its creators (the first is the one that an unknown
# creator becomes).
TYPES = {
    "letter": ("personal_communication", ARCHIVE | {"genre", "event-place"}, ["author", "recipient", "contributor", "translator"]),
    "manuscript": (
        "manuscript", ARCHIVE | {"genre", "publisher", "publisher-place", "number-of-pages", "number"}, ["author", "contributor", "translator"],
    ),
    "interview": (
        "interview", ARCHIVE | {"medium", "publisher", "publisher-place"}, ["interviewee", "contributor", "interviewer", "translator"],
    ),
    "report": (
        "report", ARCHIVE | {"number", "genre", "publisher", "publisher-place", "collection-title", "collection-number", "page", "ISBN", "ISSN"},
        ["author", "editor", "contributor", "translator", "seriesEditor"],
    ),
    "artwork": ("graphic", ARCHIVE | {"medium", "dimensions", "event-place"}, ["artist", "contributor"]),
    "map": (
        "map", ARCHIVE | {"genre", "scale", "collection-title", "edition", "publisher", "publisher-place", "ISBN"},
        ["cartographer", "contributor", "seriesEditor"],
    ),
    "audioRecording": ("song", RECORDED, ["performer", "originalCreator", "composer", "wordsBy", "translator", "contributor"]),
    "videoRecording": (
        "motion_picture", RECORDED, ["creator", "director", "producer", "scriptwriter", "host", "guest", "narrator", "translator", "contributor"],
    ),
    "film": (
        "motion_picture", ARCHIVE | {"genre", "medium", "publisher", "publisher-place", "dimensions"},
        ["director", "producer", "scriptwriter", "host", "guest", "narrator", "translator", "contributor"],
    ),
    "podcast": (
        "broadcast", {"collection-title", "number", "medium", "publisher", "publisher-place", "dimensions"},
        ["podcaster", "guest", "producer", "director", "translator", "contributor"],
    ),
    "presentation": (
        "speech", {"genre", "event-title", "publisher-place", "collection-title", "container-title"}, ["presenter", "contributor", "translator"],
    ),
    "book": ("book", BOOK | {"number-of-pages"}, ["author", "contributor", "editor", "translator", "seriesEditor"]),
    "bookSection": (
        "chapter", BOOK | {"container-title", "page"}, ["author", "contributor", "editor", "bookAuthor", "translator", "seriesEditor"],
    ),
    "journalArticle": (
        "article-journal", PRESS | {"section", "collection-title", "journalAbbreviation"},
        ["author", "contributor", "editor", "translator", "reviewedAuthor"],
    ),
    "magazineArticle": ("article-magazine", PRESS, ["author", "contributor", "translator", "reviewedAuthor"]),
    "newspaperArticle": (
        "article-newspaper", PRESS | {"edition", "section"}, ["author", "contributor", "translator", "reviewedAuthor"],
    ),
    "thesis": (
        "thesis", ARCHIVE | {"genre", "publisher", "publisher-place", "collection-title", "number-of-pages", "ISBN", "ISSN"},
        ["author", "contributor"],
    ),
    "webpage": ("webpage", {"container-title", "genre", "publisher", "publisher-place"}, ["author", "contributor", "translator"]),
    "blogPost": ("post-weblog", {"container-title", "genre", "ISSN"}, ["author", "translator", "commenter", "contributor"]),
    "document": (
        "document", ARCHIVE | {"genre", "publisher", "publisher-place"}, ["author", "contributor", "editor", "translator", "reviewedAuthor"],
    ),
}

# The names that citations have: a creator who is in neither list is cited only as the first kind of its type, as the author.
CITED_NAMES = {
    "author": "author", "bookAuthor": "container-author", "composer": "composer", "contributor": "contributor", "creator": "author",
    "director": "director", "editor": "editor", "guest": "guest", "host": "host", "interviewer": "interviewer", "narrator": "narrator",
    "originalCreator": "original-author", "podcaster": "host", "producer": "producer", "recipient": "recipient",
    "reviewedAuthor": "reviewed-author", "seriesEditor": "collection-editor", "scriptwriter": "script-writer", "translator": "translator",
}
NAME_VARIABLES = set(CITED_NAMES.values()) | {"compiler", "original-author", "performer"}

RIS_TYPES = {
    "PCOMM": "letter", "ICOMM": "letter", "MANSCPT": "manuscript", "UNPD": "manuscript", "PAMP": "manuscript", "INPR": "manuscript",
    "RPRT": "report", "GOVDOC": "report", "ART": "artwork", "FIGURE": "artwork", "MAP": "map", "SOUND": "audioRecording",
    "MUSIC": "audioRecording", "VIDEO": "videoRecording", "MPCT": "film", "CHAP": "bookSection", "ECHAP": "bookSection", "BOOK": "book",
    "EBOOK": "book", "JOUR": "journalArticle", "EJOUR": "journalArticle", "MGZN": "magazineArticle", "NEWS": "newspaperArticle",
    "THES": "thesis", "ELEC": "webpage", "WEB": "webpage", "BLOG": "blogPost", "SLIDE": "presentation", "AGGR": "document",
}

# Tag: the variable for every type, or for the named ones ("*": all others). "extra", "child" and "name:…" are no variables.
ART = {"artwork": "name:artist", "map": "name:cartographer", "audioRecording": "name:composer", "film": "name:director",
       "videoRecording": "name:director", "interview": "name:interviewee", "podcast": "name:podcaster", "*": "name:author"}
SERIES = {"map": "collection-title", "report": "collection-title", "book": "collection-title", "presentation": "event-title"}
GENRE = {kind: "genre" for kind in ("manuscript", "map", "report", "thesis", "blogPost", "webpage", "letter", "presentation")}
TAGS = {
    "AB": "abstract", "N2": "abstract", "AN": "archive_location", "AV": "archive_location", "CN": "call-number", "DB": "archive",
    "DO": "DOI", "DP": "source", "ST": "title-short", "UR": "URL", "Y2": "accessed", "TI": "title", "T1": "title", "LA": "language",
    "CR": "license", "M2": "extra", "N1": "child", "DA": "issued", "PY": "year", "CY": "publisher-place", "PB": "publisher",
    "ET": "edition", "ED": "name:editor", "A4": "name:translator", "AU": ART, "A1": ART,
    "A2": {"letter": "name:recipient", "journalArticle": "name:editor", "bookSection": "name:editor", "document": "name:editor",
           "book": "name:seriesEditor", "report": "name:seriesEditor", "audioRecording": "name:performer", "interview": "name:interviewer"},
    "A3": {"thesis": "name:contributor", "book": "name:editor", "bookSection": "name:seriesEditor", "map": "name:seriesEditor",
           "videoRecording": "name:producer", "film": "name:producer"},
    "C2": {"bookSection": "name:bookAuthor"},
    "C3": {"artwork": "dimensions"},
    "C5": {"audioRecording": "medium", "videoRecording": "medium", "film": "medium"},
    "IS": {"bookSection": "number-of-volumes", "*": "issue"},
    "M1": {"journalArticle": "issue", "book": "collection-number", "bookSection": "number-of-volumes", "*": "extra"},
    "M3": GENRE | {"interview": "medium", "artwork": "medium", "podcast": "medium"},
    "SE": "section",
    "SN": {"journalArticle": "ISSN", "magazineArticle": "ISSN", "newspaperArticle": "ISSN", "report": "number", "*": "ISBN"},
    "SP": {"book": "number-of-pages", "thesis": "number-of-pages", "manuscript": "number-of-pages", "film": "dimensions", "*": "page"},
    "EP": "page",
    "T2": SERIES | {"*": "container-title"},
    "T3": {kind: "collection-title" for kind in ("bookSection", "journalArticle", "audioRecording", "book")},
    "VL": {"webpage": None, "*": "volume"},
}

# What Zotero calls a variable in Extra where the type has no field for it.
LABELS = {
    "publisher": "Publisher", "publisher-place": "Place", "container-title": "Publication Title", "page": "Pages", "volume": "Volume",
    "edition": "Edition", "issue": "Issue", "ISBN": "ISBN", "section": "Section", "source": "Library Catalog", "archive": "Archive",
    "archive_location": "Archive Location", "call-number": "Call Number", "number-of-volumes": "Number Of Volumes", "medium": "Medium",
    "number": "Number", "collection-title": "Series", "number-of-pages": "Num Pages",
}
LABELLED = {label.lower(): variable for variable, label in LABELS.items()} | {
    "loc in archive": "archive_location", "type": "type", "medium": "medium",
}
DATES = {"issued", "event-date", "original-date", "available-date", "submitted"}


class Item:
    """An item of Zotero's library."""

    def __init__(self, kind):
        self.kind, self.fields, self.names, self.extra, self.children = kind, {}, [], [], []

    def has(self, variable):
        return variable in COMMON or variable in TYPES[self.kind][1]

    def save(self):
        """What the program does when it saves the item: lines become fields, and fields that the type lacks become lines."""
        lines = [line for text in self.extra for line in text.split("\n")]
        for line in lines:
            key, value = key_and_value(line)
            kind = next((name for name, (csl, *_) in TYPES.items() if value in (name, csl)), None)
            if key == "type" and kind:
                self.kind = kind
                lines.remove(line)
                break
        kept, given = [], set(self.fields)
        for line in lines:
            key, value = key_and_value(line)
            variable = next((v for v in {*LABELS, *COMMON, "genre", "event-place", "dimensions", "number"} if folded(v) == key), LABELLED.get(key))
            if key and key != "type" and variable and self.has(variable) and variable not in given:
                self.fields[variable] = value
                given.add(variable)
            else:
                kept.append(line)
        lacking = sorted(LABELS.get(v, v) + ": " + self.fields.pop(v) for v in list(self.fields) if not self.has(v) and v != "genre")
        if not self.has("genre"):
            self.fields.pop("genre", None)
        self.extra = lacking + kept
        valid = TYPES[self.kind][2]
        self.names = [(role if role in valid else valid[0], name) for role, name in self.names]
        return self

    def cited(self, key):
        """The CSL-JSON that its citations are made of."""
        item = {"id": key, "type": TYPES[self.kind][0]}
        item |= {v: w for v, w in self.fields.items() if v not in ("issued", "accessed")}
        if self.kind in ("audioRecording", "presentation", "videoRecording") and "publisher-place" in item:
            item["event-place"] = item.pop("publisher-place")
        for variable in ("issued", "accessed"):
            if variable in self.fields:
                item[variable] = date(self.fields[variable])
        primary = TYPES[self.kind][2][0]
        for role, name in self.names:
            variable = CITED_NAMES.get(role) or ("author" if role == primary else None)
            if variable:
                item.setdefault(variable, []).append(name)
        lines = [line_of_citations(line) for line in self.extra]
        if lines:
            item["note"] = "\n".join(lines)
        return item


def folded(key):
    return re.sub(r"[\s_]", "-", key.strip().lower())


def key_and_value(line):
    # The key is as long as it can be: up to the last colon before anything that no English key has.
    parts = re.match(r"([a-z][ -_a-z]+):(.+)", line, re.I)
    if not parts or not parts[2].strip():
        return None, None
    return folded(parts[1]), parts[2].strip()


def line_of_citations(line):
    """`Publisher: A` as citeproc-js reads it."""
    parts = re.match(r"([A-Za-z -]+)(:\s*.+)", line)
    if not parts:
        return line
    return LABELLED.get(parts[1].lower(), parts[1].lower().replace(" ", "-") if " " in parts[1] else parts[1]) + parts[2]


def date(text):
    quoted = re.fullmatch(r'["“](.+)["”]', text)
    if quoted:
        return {"literal": quoted[1]}
    parts = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$", text)
    if parts:
        return {"date-parts": [[int(part) for part in parts.groups() if part]]}
    # Of a range, or of words, Zotero 10 reads the first year in a field.
    year = re.search(r"\d{4}", text)
    return {"date-parts": [[int(year[0])]]} if year else {"literal": text}


def plain(value):
    return re.sub(r" {2,}", " ", html.unescape(re.sub(r"<[^>]*>", "", value)))


def name_of(value):
    family, _, given = value.partition(",")
    family, given = family.strip(), given.strip()
    return {"family": family, "given": given} if given else {"literal": family}


def from_ris(text):
    """The items of a file and the keys that they have in ours."""
    for record in re.split(r"^ER  -.*$", text.replace("\r\n", "\n"), flags=re.M):
        lines = re.findall(r"^([A-Z][A-Z0-9])  - (.*)$", record, flags=re.M)
        if not lines:
            continue
        item = Item(RIS_TYPES.get(dict(lines)["TY"], "journalArticle"))
        year = None
        for tag, value in lines:
            target = TAGS.get(tag)
            if isinstance(target, dict):
                target = target.get(item.kind, target.get("*"))
            if not target or not value.strip():
                continue
            value = value.strip() if tag in ("N1", "AB") else plain(value).strip()
            if target == "extra":
                item.extra.append(value)
            elif target == "child":
                item.children.append(value)
            elif target == "year":
                year = value
            elif target.startswith("name:"):
                item.names.append((target[5:], name_of(value)))
            elif target in ("issued", "accessed"):
                item.fields.setdefault(target, "-".join(part for part in value.split("/") if part))
            elif target == "page" and tag == "EP":
                item.fields["page"] = item.fields["page"] + "-" + value if "page" in item.fields else value
            else:
                item.fields.setdefault(target, value)
        if year:
            item.fields.setdefault("issued", year)
        if "title-short" in item.fields:
            item.fields.setdefault("title", item.fields["title-short"])
        yield dict(lines)["ID"], item.save()


FROM_CSL = {csl: kind for kind, (csl, *_) in reversed(TYPES.items())} | {
    "article": "document", "post-weblog": "blogPost", "motion_picture": "film",
}
ROLES = {variable: role for role, variable in reversed(CITED_NAMES.items())} | {"author": "author", "host": "host"}


def from_csl(items):
    for given in items:
        kind = FROM_CSL.get(given["type"], "document")
        if given["type"] == "song" and given.get("number"):
            kind = "podcast"
        if given["type"] == "motion_picture" and any(key in given for key in ("collection-title", "volume", "ISBN")):
            kind = "videoRecording"
        item = Item(kind)
        given = dict(given)
        if kind in ("audioRecording", "presentation", "videoRecording") and "event-place" in given:
            given["publisher-place"] = given.pop("event-place")
        for variable, value in given.items():
            if isinstance(value, str) and item.has(variable):
                item.fields[variable] = value
            elif variable in ("issued", "accessed"):
                item.fields[variable] = words_of(value)
            elif variable in ROLES and isinstance(value, list):
                role = ROLES[variable] if ROLES[variable] in TYPES[kind][2] else TYPES[kind][2][0]
                for name in value:
                    # Particles and suffixes in fields of their own are not read.
                    parts = {key: name[key] for key in ("family", "given") if name.get(key)}
                    item.names.append((role, parts or {"literal": name.get("literal", "")}))
        if "note" in given:
            item.extra.append(given["note"])
        yield given["id"], item.save()


def words_of(value):
    if "literal" in value:
        return value["literal"]
    return "-".join(f"{part:02}" if at else f"{part:04}" for at, part in enumerate(value["date-parts"][0]))


def cited_items(text, form):
    """What Zotero cites from a file of ours: `form` is `ris` or `csl-json`."""
    items = from_ris(text) if form == "ris" else from_csl(json.loads(text))
    return [item.cited(key) for key, item in items]
