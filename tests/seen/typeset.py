#!/usr/bin/env python3
"""Typesets our BibLaTeX, BibTeX and hayagriva files, reads the pages, and compares each citation with our own.

    python3 tests/seen/typeset.py                          # the bundled records
    python3 tests/seen/typeset.py FILE.yaml … --json OUT   # record files, or case files with `record:` in each case
    python3 tests/seen/typeset.py --show KEY               # what each program prints for one record

README.md says what is needed and what the figures mean.
"""

import argparse
import difflib
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

try:
    import yaml
except ImportError:
    sys.exit("PyYAML is missing: pip install pyyaml")

HERE = Path(__file__).resolve().parent
BUNDLED = HERE.parents[1] / "examples/records/documents.yaml"
WAIT = 1500

# What LaTeX is told, by the name of the check; whether each record is cited twice, in full and short.
LATEX = {
    "authoryear": (r"\usepackage[backend=biber,style=authoryear,maxnames=9]{biblatex}", r"\fullcite{%s}", None, ["biblatex"]),
    "verbose": (r"\usepackage[backend=biber,style=verbose,maxnames=9]{biblatex}", r"\cite{%s}", r"\cite{%s}", ["biblatex"]),
    "chicago": (r"\usepackage[notes,backend=biber,noibid,maxnames=9]{biblatex-chicago}", r"\cite{%s}", r"\cite{%s}",
                ["biblatex", "chicago"]),
}
CLASSIC = ["plain", "apalike", "chicago"]
PROGRAMS = [*LATEX, *(f"bst-{name}" for name in CLASSIC), "typst"]
# biblatex-chicago and Typst print notes of Chicago; the others print lists.
OWN = {"authoryear": "chicago-author-date", "verbose": "chicago-note", "chicago": "chicago-note",
       "bst-plain": "chicago-bibliography", "bst-apalike": "chicago-author-date", "bst-chicago": "chicago-author-date",
       "typst": "chicago-note"}

PAGE = r"""\documentclass{article}
\usepackage[paperwidth=%s,paperheight=%s,margin=10mm]{geometry}
%s
\usepackage[american]{babel}
\pagestyle{empty}\parindent0pt\raggedright\hyphenpenalty10000\exhyphenpenalty10000
\emergencystretch100mm
"""


FONTS = {
    # Scripts beyond Latin are printed by LuaLaTeX alone.
    "lualatex": r"\usepackage{fontspec}\setmainfont{DejaVu Serif}[Ligatures=TeX]",
    "pdflatex": r"\usepackage[T1]{fontenc}\usepackage{charter,textcomp}",
}


def engine():
    found = subprocess.run(["kpsewhich", "luaotfload-main.lua"], capture_output=True, text=True).stdout.strip()
    return "lualatex" if found else "pdflatex"


def run(command, folder, check=True, wait=WAIT, text=None):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=wait, input=text)
    if check and done.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done


def documents(paths):
    """The records of record files and of case files, each with an id of its own."""
    found, ids = [], set()
    for path in paths:
        entries = yaml.load(Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for entry in entries:
            record = entry.get("record", entry)
            if not isinstance(record, dict) or "kind" not in record and "title" not in record and "creators" not in record:
                continue
            record = dict(record)
            key = record.get("id") or entry.get("case") or "x"
            key = re.sub(r"[^A-Za-z0-9-]", "-", key)[:90]
            number, whole = 2, key
            while whole.lower() in ids:
                whole, number = f"{key}-{number}", number + 1
            ids.add(whole.lower())
            record["id"] = whole
            found.append(record)
    return found


class Ours:
    """Our own program."""

    def __init__(self, program, records, folder):
        self.program, self.folder = program, folder
        self.file = folder / "records.json"
        kept = [record for record in records if self.takes(record)]
        self.keys = [record["id"] for record in kept]
        self.records = {record["id"]: record for record in kept}
        self.file.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")

    def takes(self, record):
        one = self.folder / "one.json"
        one.write_text(json.dumps([record], ensure_ascii=False), encoding="utf-8")
        return run([self.program, "--style", "chicago-note", one], self.folder, check=False).returncode == 0

    def file_of(self, style, *options):
        switches = [part for option in options for part in ("--option", option)]
        return run([self.program, "--style", style, *switches, "--in-order", self.file], self.folder).stdout

    def citations(self, style):
        lines = run([self.program, "--style", style, "--keys", "--in-order", self.file], self.folder).stdout
        return dict(line.split("\t", 1) for line in lines.splitlines() if "\t" in line)


def pages(pdf, folder):
    return run(["pdftotext", "-raw", "-nopgbrk", pdf, "-"], folder).stdout


def marked(text):
    """The text behind each mark `@@n@@`, by its number and `a` or `b`."""
    parts = re.split(r"@@(\d+)([ab])@@", text)
    return {(int(number), which): clean(words) for number, which, words in zip(parts[1::3], parts[2::3], parts[3::3])}


def clean(words):
    return re.sub(r"\s+(\[\d+\])?$", "", re.sub(r"\s+", " ", words)).strip()


def typeset(name, ours, folder, size=("5000mm", "5000mm")):
    package, first, second, (style, *options) = LATEX[name]
    (folder / "x.bib").write_text(ours.file_of(style, *options), encoding="utf-8")
    body = [r"\begin{document}"]
    for which, command in (("a", first), ("b", second)):
        if command:
            body += [f"@@{number}{which}@@ {command % key}\\par" for number, key in enumerate(ours.keys)]
    body += [r"@@999999a@@", r"\end{document}"]
    head = (PAGE % (*size, FONTS[engine()])) + r"\usepackage{csquotes}" + package + "\n\\addbibresource{x.bib}\n"
    (folder / "x.tex").write_text(head + "\n".join(body), encoding="utf-8")
    latex = [engine(), "-interaction=batchmode", "x.tex"]
    run(latex, folder, check=False)
    biber = run(["biber", "--quiet", "x"], folder, check=False).stdout
    run(latex, folder, check=False)
    run(latex, folder, check=False)
    log = (folder / "x.log").read_text(encoding="utf-8", errors="replace")
    faults = [line for line in biber.splitlines() if re.match(r"(WARN|ERROR)", line)]
    faults += [line for line in log.splitlines() if line.startswith("!")]
    return marked(pages("x.pdf", folder)), faults


def classic(name, ours, folder, size=("5000mm", "5000mm")):
    (folder / "x.bib").write_text(ours.file_of("bibtex"), encoding="utf-8")
    # Each entry of the list between marks of its own: the list is in the order of the style.
    head = (PAGE % (*size, FONTS[engine()])) + (r"\usepackage{natbib}" if name != "plain" else "") + r"""
\makeatletter
\let\oldbibitem\bibitem
"""
    if name == "plain":
        head += r"\renewcommand\bibitem[1]{\oldbibitem{#1}@@\csname number@#1\endcsname a@@ }"
    else:
        head += r"\renewcommand\bibitem[2][]{\oldbibitem[#1]{#2}@@\csname number@#2\endcsname a@@ }"
    head += "\n" + "\n".join(rf"\@namedef{{number@{key}}}{{{number}}}" for number, key in enumerate(ours.keys))
    # A natbib in authors and years gives up on one undated record: the text of the entries is what is looked at.
    if name != "plain":
        head += "\n\\setcitestyle{numbers}"
    body = "\n".join([r"\makeatother\begin{document}", r"\nocite{*}", rf"\bibliographystyle{{{name}}}", r"\bibliography{x}",
                      r"@@999999a@@", r"\end{document}"])
    (folder / "x.tex").write_text(head + body, encoding="utf-8")
    latex = [engine(), "-interaction=batchmode", "x.tex"]
    run(latex, folder, check=False)
    bibtex = run(["bibtex", "x"], folder, check=False).stdout
    run(latex, folder, check=False)
    run(latex, folder, check=False)
    log = (folder / "x.log").read_text(encoding="utf-8", errors="replace")
    faults = [line for line in bibtex.splitlines() if re.match(r"Warning|I .*error", line)]
    faults += [line for line in log.splitlines() if line.startswith("!")]
    return marked(pages("x.pdf", folder)), faults


TYPST = """#set page(width: 5000mm, height: auto, margin: 10mm)
#set text(font: "{font}", hyphenate: false)
#show footnote.entry: it => it.note.body
{body}
#show bibliography: none
#bibliography("x.yml", style: "{style}")
"""
# One program for one list: the compiler of Typst panics on some lists of authors, and takes Python with it.
COMPILE = "import typst, sys; typst.compile('x.typ', output='x.pdf')"


def typst(ours, folder, font, style="chicago-notes"):
    (folder / "x.yml").write_text(ours.file_of("hayagriva"), encoding="utf-8")
    found, faults = {}, []

    def compile_some(numbered):
        body = []
        for which in "ab":
            for number, key in numbered:
                body.append(f'@@{number}{which}@@ #footnote[@@{number}{which}@@ #cite(label("{key}"))]')
        body = "\n\n".join(body).replace("@@", "\\@\\@")
        (folder / "x.typ").write_text(TYPST.format(font=font, body=body, style=style), encoding="utf-8")
        done = run([sys.executable, "-c", COMPILE], folder, check=False)
        if done.returncode == 0:
            # The number of the note stands before it.
            seen = {key: re.sub(r"^\d+ ?", "", words) for key, words in marked(pages("x.pdf", folder)).items()}
            found.update({key: words for key, words in seen.items() if words})
            return
        if len(numbered) == 1:
            last = (done.stderr.strip().splitlines() or ["?"])[-1]
            faults.append(f"{numbered[0][1]}: {last}")
            return
        half = len(numbered) // 2
        compile_some(numbered[:half])
        compile_some(numbered[half:])

    compile_some(list(enumerate(ours.keys)))
    return found, faults


def words_of(text):
    text = unicodedata.normalize("NFC", text).lower()
    text = re.sub(r"[“”‘’'\"«»„]", "", text)
    return re.findall(r"\w+(?:[-/.:]\w+)*", text.replace("–", "-").replace("—", " - "))


def likeness(seen, own):
    return difflib.SequenceMatcher(None, words_of(seen), words_of(own), autojunk=False).ratio()


def values(record):
    """The values of a record that a note can print, as texts: (name, text)."""
    def title_of(it):
        return it if isinstance(it, str) else it.get("text") if isinstance(it, dict) else None

    def name_of(it):
        if isinstance(it, str):
            return it.split(",")[0]
        return it.get("family") or it.get("body") if isinstance(it, dict) else None

    def several(it):
        return it if isinstance(it, list) else [] if it is None else [it]

    def day(it):
        text = it if isinstance(it, str) else it.get("edtf", "") if isinstance(it, dict) else ""
        found = re.search(r"\d{4}(-\d\d)?(-\d\d)?", text)
        if found:
            yield "year", found.group()[:4]
            if found.group(2):
                yield "day", str(int(found.group(2)[1:]))

    def book(name, it):
        if isinstance(it, str):
            yield name, it
            return
        if not isinstance(it, dict):
            return
        for key in ("title", "container", "publisher", "volume", "pages"):
            if it.get(key):
                yield f"{name}.{key}", title_of(it[key])
        for key in ("authors", "editors", "translators", "compilers"):
            for each in several(it.get(key)):
                yield f"{name}.{key}", name_of(each)

    found = []
    add = lambda name, text: found.append((name, text)) if text else None
    add("title", title_of(record.get("title")))
    add("kind", record.get("genre") or record.get("kind"))
    for key in ("creators", "recipients", "interviewers"):
        for each in several(record.get(key)):
            add(key, name_of(each))
    for name, text in day(record.get("date")):
        add(name, text)
    add("place", record.get("place"))
    add("number", record.get("number"))
    for holding in several(record.get("holdings"))[:1]:
        if not isinstance(holding, dict):
            continue
        repository = holding.get("repository")
        if isinstance(repository, str):
            add("repository", repository)
        elif isinstance(repository, dict):
            add("repository", repository.get("name") or repository.get("abbreviation"))
            add("its place", repository.get("place"))
        add("reference", holding.get("reference"))
        for level in several(holding.get("path")):
            if isinstance(level, dict) and not holding.get("as-cited") and not holding.get("cited-whole"):
                add("shelf", level.get("title"))
                add("shelf", level.get("id"))
    for home in several(record.get("surrogates"))[:1]:
        if isinstance(home, dict):
            add("digital archive", home.get("archive"))
    found += [pair for pair in book("source", record.get("source")) if pair[1]]
    translation = record.get("translation")
    for each in several(translation.get("by")) if isinstance(translation, dict) else []:
        add("translator", name_of(each))
    for work in several(record.get("contributions")):
        if isinstance(work, dict):
            for each in several(work.get("by")):
                add("contributor", name_of(each))
    return found


def count(words, within):
    """How often these words stand in the others."""
    size = len(words)
    return sum(within[at:at + size] == words for at in range(len(within) - size + 1)) if size else 0


def judge(record, seen, own):
    have, ours = words_of(seen), words_of(own)
    printed, possible, doubled = 0, 0, []
    for name, text in values(record):
        words = words_of(text)
        in_ours = count(words, ours)
        possible += 1 if in_ours else 0
        in_theirs = count(words, have)
        printed += 1 if in_ours and in_theirs else 0
        long = len(words) > 1 or len("".join(words)) > 5
        if long and in_theirs > max(1, in_ours):
            doubled.append(f"{name}: {text}")
    return printed, possible, sorted(set(doubled))


def report(name, found, faults, ours, show):
    own_style = OWN[name]
    own, short = ours.citations(own_style), ours.citations("chicago-short-note")
    total, same, printed, possible, doubled, empty = 0.0, 0, 0, 0, [], []
    lines = {}
    for number, key in enumerate(ours.keys):
        seen, mine = found.get((number, "a"), ""), own.get(key, "")
        ratio = likeness(seen, mine)
        has, can, twice = judge(ours.records[key], seen, mine)
        total, same, printed, possible = total + ratio, same + (ratio == 1.0), printed + has, possible + can
        doubled += [f"{key}: {what}" for what in twice]
        if not words_of(seen):
            empty.append(key)
        lines[key] = {"seen": seen, "own": mine, "likeness": round(ratio, 3), "doubled": twice}
        again = found.get((number, "b"))
        if again is not None:
            lines[key] |= {"again": again, "own short": short.get(key, "")}
    count_of = max(1, len(ours.keys))
    again = [line["again"] for line in lines.values() if "again" in line]
    alike = len(again) - len(set(again))
    result = {"program": name, "compared with": own_style, "records": len(ours.keys), "likeness": round(total / count_of, 3),
              "same words": same, "values printed": printed, "values in our own": possible, "doubled": len(doubled),
              "empty": len(empty), "faults": len(faults), "later notes alike": alike if again else None}
    if again:
        result["likeness of later notes"] = round(
            sum(likeness(line.get("again", ""), line["own short"]) for line in lines.values()) / count_of, 3)
    for key in show:
        for what, words in lines.get(key, {}).items():
            print(f"{name:12} {what:10} {words}")
    return result, {"lines": lines, "doubled": doubled, "empty": empty, "faults": faults}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", default=[BUNDLED])
    parser.add_argument("--program", default=str(HERE.parents[1] / "target/debug/examples/bibliography"))
    parser.add_argument("--only", nargs="*", choices=PROGRAMS, default=PROGRAMS)
    parser.add_argument("--show", nargs="*", default=[], metavar="KEY")
    parser.add_argument("--json", metavar="OUT", help="all that was seen, record by record")
    parser.add_argument("--keep", metavar="FOLDER", help="where the pages are left to be looked at")
    parser.add_argument("--font", default="DejaVu Serif")
    parser.add_argument("--first", type=int, help="no more than so many records")
    options = parser.parse_args()
    if "typst" in options.only and not importlib.util.find_spec("typst"):
        sys.exit("the compiler of Typst is missing: pip install typst")
    everything = {}
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(options.keep or temporary).resolve()
        work.mkdir(parents=True, exist_ok=True)
        ours = Ours(Path(options.program).resolve(), documents(options.files)[:options.first], work)
        for name in options.only:
            folder = work / name
            folder.mkdir(exist_ok=True)
            if name == "typst":
                found, faults = typst(ours, folder, options.font)
            elif name in LATEX:
                found, faults = typeset(name, ours, folder)
            else:
                found, faults = classic(name.removeprefix("bst-"), ours, folder)
            result, everything[name] = report(name, found, faults, ours, options.show)
            everything[name]["result"] = result
            print(json.dumps(result, ensure_ascii=False), flush=True)
    if options.json:
        Path(options.json).write_text(json.dumps(everything, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
