#!/usr/bin/env python3
"""What readers see of our RIS and CSL-JSON: notes that other programs print from them, beside our own.

    python3 seen.py --styles FOLDER [--citeproc FOLDER] [--binary FILE] [--out FOLDER] [--only NAME] [--worst N] RECORDS...

README.md says what is needed, what is counted and what it was. RECORDS: record files, or files of cases with `record` keys.
"""

import argparse
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import zotero

HERE = Path(__file__).resolve().parent
# Name: the arguments that make the export, its form, and who cites from it.
WAYS = {
    "csl-json → citeproc-js": (["--style", "csl-json"], "csl-json", "citeproc"),
    "csl-json → pandoc": (["--style", "csl-json"], "csl-json", "pandoc"),
    "csl-json zotero → Zotero": (["--style", "csl-json", "--option", "zotero"], "csl-json", "zotero"),
    "ris zotero → Zotero": (["--style", "ris", "--option", "zotero"], "ris", "zotero"),
    "csl-json → Zotero": (["--style", "csl-json"], "csl-json", "zotero"),
    "ris → Zotero": (["--style", "ris"], "ris", "zotero"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("records", nargs="+", type=Path)
    parser.add_argument("--styles", default=os.environ.get("CSL_STYLES"), help="folder with chicago-notes-bibliography.csl, locales-en-US.xml")
    parser.add_argument("--citeproc", default=os.environ.get("CITEPROC", HERE.parent / "comparison/node_modules/citeproc"))
    parser.add_argument("--binary", help="the example `bibliography`, built; without it, `cargo run` builds it")
    parser.add_argument("--out", type=Path, default=HERE / "out")
    parser.add_argument("--only", default="", help="only the ways whose name contains this")
    parser.add_argument("--worst", type=int, default=0, help="prints the least like notes of each way")
    parser.add_argument("--least", type=float, help="exit status 1 where a Zotero flavour or CSL-JSON is less like than this")
    given = parser.parse_args()
    if not given.styles:
        parser.error("--styles FOLDER or the variable CSL_STYLES says where the CSL styles are")
    given.out.mkdir(parents=True, exist_ok=True)
    records = given.out / "records.json"
    documents = read(given)
    records.write_text(json.dumps(documents, ensure_ascii=False))
    ours = notes_of_ours(given, records)
    documents = {document["id"]: document for document in documents if document["id"] in ours}
    exit_status = 0
    print(f"{len(ours)} records")
    print(f"{'':28} {'same':>6} {'likeness':>9} {'false authors':>14} {'doubled':>8} {'words printed':>14}")
    for way, (arguments, form, client) in WAYS.items():
        if given.only not in way or (client == "pandoc" and not shutil.which("pandoc")):
            continue
        exported = run(given, records, arguments)
        if exported is None:
            print(f"{way:28} not there")
            continue
        items = zotero.cited_items(exported, form) if client == "zotero" else json.loads(exported)
        items = [item for item in items if item["id"] in ours]
        (given.out / f"{way.replace(' → ', '-').replace(' ', '-')}.json").write_text(json.dumps(items, ensure_ascii=False, indent=1))
        notes = cite_with_pandoc(given, items) if client == "pandoc" else cite(given, items)
        likeness = report(given, way, documents, ours, items, notes)
        if given.least and likeness < given.least and ("zotero" in way or client == "citeproc"):
            exit_status = 1
    return exit_status


def read(given):
    """The records of all files, each under an id of its own."""
    documents, seen = [], set()
    for path in given.records:
        text = path.read_text()
        if path.suffix in (".yaml", ".yml"):
            import yaml  # PyYAML is needed for YAML alone.

            found = yaml.load(text, Loader=yaml.BaseLoader)
        elif path.suffix == ".jsonl":
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        else:
            found = json.loads(text)
        for entry in found if isinstance(found, list) else [found]:
            record = dict(entry.get("record", entry)) if isinstance(entry, dict) else {}
            if "record" not in entry and "case" in entry or not record:
                continue
            key = re.sub(r"[^A-Za-z0-9-]", "-", f"{record.get('id') or entry.get('case')}")
            while key in seen:
                key += "-a"
            seen.add(key)
            documents.append(record | {"id": key})
    return documents


def run(given, records, arguments):
    program = [given.binary] if given.binary else ["cargo", "run", "-q", "--example", "bibliography", "--"]
    done = subprocess.run([*program, *arguments, "--in-order", str(records)], capture_output=True, text=True, cwd=HERE.parent.parent)
    if done.returncode > 1:
        sys.stderr.write(done.stderr[:2000])
        return None
    return done.stdout


def notes_of_ours(given, records):
    lines = run(given, records, ["--style", "chicago-note", "--keys"])
    return dict(line.split("\t", 1) for line in lines.splitlines() if "\t" in line)


def cite(given, items):
    (given.out / "items.json").write_text(json.dumps(items, ensure_ascii=False))
    styles = Path(given.styles)
    command = ["node", HERE / "cite.mjs", given.citeproc, styles / "chicago-notes-bibliography.csl", styles / "locales-en-US.xml"]
    done = subprocess.run([*command, given.out / "items.json"], capture_output=True, text=True, check=True)
    return {said["id"]: said["note"] for said in map(json.loads, done.stdout.splitlines())}


def cite_with_pandoc(given, items):
    (given.out / "items.json").write_text(json.dumps(items, ensure_ascii=False))
    text = "".join(f"At[@{item['id']}].\n\n" for item in items)
    style = Path(given.styles) / "chicago-notes-bibliography.csl"
    command = ["pandoc", "--citeproc", "-f", "markdown", "-t", "plain", "--wrap=none", "--bibliography", given.out / "items.json"]
    done = subprocess.run([*command, "--csl", style, "-M", "suppress-bibliography=true"], input=text, capture_output=True, text=True, check=True)
    notes = re.findall(r"^\[(\d+)\] (.*)$", done.stdout, flags=re.M)
    return {items[int(number) - 1]["id"]: note for number, note in notes}


def report(given, way, documents, ours, items, notes):
    ratios, same, false_authors, doubled, kept, words = [], 0, [], [], 0, 0
    for item in items:
        key = item["id"]
        note, own, document = notes.get(key, ""), ours[key], documents[key]
        # A note may end in an address.
        ratio = difflib.SequenceMatcher(None, note.split(), own.split(), autojunk=False).ratio()
        ratios.append((ratio, key))
        same += note == own
        authors = {name_key(name) for name in item.get("author", []) + item.get("composer", []) + item.get("director", [])}
        creators = {record_name(name) for name in listed(document.get("creators"))}
        strangers = {record_name(name) for role in ("recipients", "interviewers", "participants") for name in listed(document.get(role))}
        if authors & (strangers - creators):
            false_authors.append(key)
        for value in places(document):
            # What our own note says twice too is the archive's own wording.
            if count(value, note) > max(1, count(value, own)):
                doubled.append(f"{key}: {value}")
        printed = [value for value in values(document) if count(value, own)]
        words += len(printed)
        kept += sum(1 for value in printed if count(value, note))
    likeness = sum(ratio for ratio, _ in ratios) / len(ratios)
    print(f"{way:28} {same:4} {same / len(ratios):4.0%} {likeness:6.3f} {len(false_authors):14} {len(doubled):8} {kept:6} of {words}")
    for key in false_authors[:5]:
        print(f"    false author: {key}: {notes[key]}")
    for said in doubled[:5]:
        print(f"    doubled: {said}: {notes[said.split(':')[0]]}")
    for ratio, key in sorted(ratios)[: given.worst]:
        print(f"    {ratio:.2f} {key}\n         ours: {ours[key]}\n         got:  {notes.get(key)}")
    return likeness


def listed(value):
    return value if isinstance(value, list) else [value] if value else []


def name_key(name):
    if "literal" in name:
        return name["literal"].replace(" ", "").replace(",", "")
    return (name.get("family", "") + name.get("given", "").split(",")[0]).replace(" ", "")


def record_name(name):
    if isinstance(name, str):
        return "".join(name.split(", ")[:2]).replace(" ", "")
    return (name.get("body") or name.get("family", "") + name.get("given", "")).replace(" ", "").replace(",", "")


def places(document):
    """The repository and the titles of the collections of the holding that is cited."""
    for holding in listed(document.get("holdings"))[:1]:
        repository = holding.get("repository") if isinstance(holding, dict) else None
        yield from [repository] if isinstance(repository, str) else [repository["name"]] if repository and "name" in repository else []
        path = holding.get("path") if isinstance(holding, dict) else None
        for level in path if isinstance(path, list) else []:
            if isinstance(level, dict) and isinstance(level.get("title"), str) and level.get("level") in ("collection", "fonds"):
                yield level["title"]


def values(document):
    """Words that a note of ours may print: each is counted where ours prints it."""
    title = document.get("title")
    yield from [title] if isinstance(title, str) else [title["text"]] if isinstance(title, dict) and "text" in title else []
    for role in ("creators", "recipients", "interviewers"):
        for name in listed(document.get(role)):
            yield name.split(",")[0] if isinstance(name, str) else name.get("family") or name.get("body")
    yield from places(document)
    for key in ("place", "number", "genre"):
        if isinstance(document.get(key), str):
            yield document[key]
    for holding in listed(document.get("holdings"))[:1]:
        repository = holding.get("repository") if isinstance(holding, dict) else None
        if isinstance(repository, dict) and "place" in repository:
            yield repository["place"]
        for level in listed(holding.get("path")) if isinstance(holding, dict) else []:
            if isinstance(level, dict) and isinstance(level.get("id"), str):
                yield level["id"]
    for copy in listed(document.get("surrogates"))[:1]:
        if isinstance(copy, dict):
            yield from (copy[key] for key in ("archive", "url", "doi") if key in copy)


def count(value, text):
    # Typography aside, and within words that begin and end there.
    bare = lambda words: re.sub(r"[“”‘’\"',.]", "", words.replace("–", "-")).casefold()
    return len(re.findall(rf"(?<!\w){re.escape(bare(value))}(?!\w)", bare(text)))


if __name__ == "__main__":
    sys.exit(main())
