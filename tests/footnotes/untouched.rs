//! Any chapter in pandoc's syntax: each citation gets its mark, and every other byte stays the same.

use super::{file, footnotes, out};

/// Authors with the same name, so that the text names them in the same way each time.
const RECORDS: &str = r#"
- { id: a, kind: report, title: On Korea, creators: [Stalin], date: 1950 }
- { id: b, kind: report, title: On Trade, creators: [Mao], date: 1951 }
- { id: key.of/two, kind: letter, creators: [Nehru], recipients: [Bevin], date: 1949 }
"#;

/// Words without a citation.
const WORDS: &[&str] = &[
    "word",
    "it's \"so\",",
    "a *b* c.",
    "`[@a]`",
    "me@a.org",
    "\\@a",
    "[link @a](http://x.org/@a)",
    "![i \\@a](y.png)",
    "<b>x @ y</b>",
    "x <!-- @a --> y",
    "$x@a$",
    "word--word",
    "[sic]",
    "(see below)",
    "é…",
    "<https://x.org/@a>",
    "\\[\\@a]",
    "at @ that",
    "~~s~~",
    "**b [x]**",
    "'tis 5'2\"",
    "US$20 or US$30",
    "\\*",
    "&amp; & so",
    "H~2~O",
    "[text][ref]",
    "1^2^",
    "word\\\nword",
    "``x ` @a``",
];

/// Citations with the words around them. `^N^` is the mark.
const CITATIONS: &[(&str, &str)] = &[
    ("word.[@a] On", "word.^N^ On"),
    ("word [@a], on", "word,^N^ on"),
    ("word [see @b, pp. 3--5, [sic]; *also* @a, {on it}]. On", "word.^N^ On"),
    ("word [-@a, l. 3] on", "word^N^ on"),
    ("word [see -@a; and prose] on", "word^N^ on"),
    ("@a says", "Stalin^N^ says"),
    ("as @b [p. 3; @a] says", "as Mao^N^ says"),
    ("as @b's paper", "as Mao's^N^ paper"),
    ("as @{a}, who", "as Stalin,^N^ who"),
    ("so @key.of/two. Then", "so Nehru to Bevin.^N^ Then"),
    ("x^[Own @a, 3.] y", "x^N^ y"),
    ("x.^[Own *words* and [@a; @b] (and `@a`).] y", "x.^N^ y"),
    ("*em [@a] em* x", "*em^N^ em* x"),
    ("*em @b.* x", "*em Mao.^N^* x"),
    ("“so [@a].” x", "“so.^N^” x"),
    ("x[@a][@b] y", "x^N^^N^ y"),
    ("![map [@a, 3] of @b](y.png)", "![map^N^ of Mao^N^](y.png)"),
    ("word [@a]... on", "word...^N^ on"),
];

struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// A paragraph, and the expected output.
    fn paragraph(&mut self, breaks: &str) -> (String, String) {
        let (mut typed, mut printed) = (String::from("Word"), String::from("Word"));
        for _ in 0..1 + self.below(8) {
            let (from, to) = if self.below(2) == 0 {
                let words = self.of(WORDS).replace('\n', breaks);
                (words.clone(), words)
            } else {
                let (from, to) = self.of(CITATIONS);
                (from.to_string(), to.to_string())
            };
            let is_word = from.starts_with(|c: char| c.is_alphabetic());
            let joint = if is_word && self.below(4) == 0 { breaks } else { " " };
            for (page, piece) in [(&mut typed, from), (&mut printed, to)] {
                page.push_str(joint);
                page.push_str(&piece);
            }
        }
        (typed, printed)
    }

    fn block(&mut self) -> (String, String) {
        let around = |(typed, printed): (String, String), before: &str, behind: &str| {
            (format!("{before}{typed}{behind}"), format!("{before}{printed}{behind}"))
        };
        match self.below(10) {
            0 => around(self.paragraph(" "), "## ", ""),
            1 => around(self.paragraph("\n> "), "> ", ""),
            2 => around(self.paragraph("\n  "), "- ", ""),
            3 => around(self.paragraph("\n> "), "> - x\n>\n> ", ""),
            4 => {
                let cell = self.of(CITATIONS);
                around((cell.0.to_owned(), cell.1.to_owned()), "| x | y |\n|---|---|\n| ", " | @ |")
            }
            5 => {
                let code = *self.of(&[
                    "```\n[@a] ^[@b]\n```",
                    "    [@a] ^[@b]",
                    "<div title=\"@a\">\n<code>[@a]</code> x@b.org\n</div>",
                    "<!--\n@a\n-->",
                ]);
                (code.to_owned(), code.to_owned())
            }
            _ => self.paragraph("\n"),
        }
    }
}

#[test]
fn every_other_byte_of_a_chapter_stays() {
    let records = file("untouched-records.yaml", RECORDS);
    for seed in 1..=80u64 {
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let (mut typed, mut printed) = (String::new(), String::new());
        if random.below(3) == 0 {
            let head = "---\ntitle: \"@a [@b]\"\nlang: en\n---\n\n";
            typed.push_str(head);
            printed.push_str(head);
        }
        for _ in 0..1 + random.below(12) {
            let (from, to) = random.block();
            typed.extend([from.as_str(), "\n\n"]);
            printed.extend([to.as_str(), "\n\n"]);
        }
        typed.push_str("[ref]: http://x.org/@a\n");
        printed.push_str("[ref]: http://x.org/@a\n");
        let mut number = 0;
        while printed.contains("^N^") {
            number += 1;
            printed = printed.replacen("^N^", &format!("[^{number}]"), 1);
        }
        let is_of_windows = random.below(4) == 0;
        if is_of_windows {
            typed = typed.replace('\n', "\r\n");
            printed = printed.replace('\n', "\r\n");
        }
        let chapter = file("untouched-chapter.md", &typed);
        let page = out(&footnotes(&[chapter.to_str().unwrap(), records.to_str().unwrap()]));
        let rest = page
            .strip_prefix(&printed)
            .unwrap_or_else(|| panic!("seed {seed}\n{typed}\n--- wanted\n{printed}\n--- got\n{page}"));
        let rest = rest.replace("\r\n", "\n");
        assert_eq!(rest.matches("\n[^").count(), number, "seed {seed}\n{typed}\n{page}");
        assert!(!rest.contains('@') || rest.contains("`@a`"), "seed {seed}\n{page}");
    }
}
