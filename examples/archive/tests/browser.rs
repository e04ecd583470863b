//! The pages in Chromium. Without chromium and chromedriver the tests are skipped with a message.
//!
//! `AXE_CORE` names the file `axe.min.js` of axe-core, which checks accessibility.

mod support;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use support::driver::{Browser, is_installed, until};
use support::{FOUNDING, Folder};

/// The program itself, with the bundled records.
struct Service {
    program: Child,
    address: String,
}

impl Service {
    fn start(folder: &Folder) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_archive"))
            .args(["--listen", "127.0.0.1:0", "--index"])
            .arg(folder.0.join("index.db"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split_whitespace().find(|word| word.starts_with("http")).unwrap();
        Service { program, address: address.trim_end_matches('/').to_owned() }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        _ = self.program.kill();
        _ = self.program.wait();
    }
}

/// One browser at a time: two in parallel are slower than one after the other.
static ONE: Mutex<()> = Mutex::new(());

fn in_browser(scripts: bool, test: impl FnOnce(&Browser, &str, &Folder)) {
    if !is_installed() {
        println!("chromium and chromedriver are not installed: not tried");
        return;
    }
    let _one = ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let folder = Folder::new();
    let service = Service::start(&folder);
    let browser = Browser::new(&folder.0, scripts);
    test(&browser, &service.address, &folder);
}

const MAO: &str = "/records/mao-zhou-1950-01-07";

#[test]
fn a_visitor_searches_opens_a_record_and_copies_its_citation() {
    in_browser(true, |browser, address, folder| {
        browser.open(&format!("{address}/"));
        browser.keys("#q", "sino-soviet negotiations\u{e007}");
        until("the search shows one document", || browser.text(".count") == "1 document.");
        browser.click(".hits .title");
        until("the record is there", || browser.run("return location.pathname") == MAO);
        assert_eq!(browser.text("#citation"), FOUNDING);

        browser.click("#style option[value='chicago-note']");
        let italics = "return [...document.querySelectorAll('#citation i')].map(it => it.textContent)[0]";
        until("the style changes", || browser.run(italics) == "Jianguo yilai Mao Zedong wengao");
        assert_eq!(browser.run("return location.search"), "?style=chicago-note");

        browser.allow("clipboard-read");
        browser.allow("clipboard-write");
        browser.click("[data-copy=plain]");
        until("it is copied", || browser.text(".citation-copy [role=status]") == "Copied.");
        let copied = browser.run_async("navigator.clipboard.readText().then(done, (error) => done(String(error)))");
        assert_eq!(copied, browser.text("#citation"));
        browser.run("document.querySelector('.citation-copy [role=status]').textContent = ''");
        browser.click("[data-copy=rich]");
        until("it is copied with italics", || browser.text(".citation-copy [role=status]") == "Copied.");
        let rich = "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())\
                    .then(done, (error) => done(String(error)))";
        let rich = browser.run_async(rich);
        assert!(rich.as_str().unwrap().contains("<i>Jianguo yilai Mao Zedong wengao</i>"), "{rich}");
        browser.click("[data-copy=address]");
        until("the address is copied", || browser.text(".share [role=status]") == "Copied.");
        let copied = browser.run_async("navigator.clipboard.readText().then(done)");
        assert_eq!(copied, "https://digitalarchive.wilsoncenter.org/document/112667");

        browser.click(".citation-files a");
        let file = folder.0.join("mao-zhou-1950-01-07.ris");
        until("the file is there", || std::fs::read_to_string(&file).is_ok_and(|ris| ris.starts_with("TY  - PCOMM")));
        assert_eq!(browser.complaints(), [""; 0]);
    });
}

#[test]
fn without_scripts_the_box_is_a_form() {
    in_browser(false, |browser, address, _| {
        browser.open(&format!("{address}{MAO}"));
        assert_eq!(browser.text("#citation"), FOUNDING);
        browser.click("#style option[value='mla']");
        browser.click(".citation-style button");
        until("the style changes", || browser.text("#citation").starts_with("Mao Zedong. Telegram to Zhou Enlai"));
        browser.open(&format!("{address}/?q=cuba"));
        for number in [1, 2] {
            browser.click(&format!(".hits li:nth-child({number}) input"));
        }
        browser.click(".results button");
        until("the list is there", || browser.text("h1") == "Bibliography");
    });
}

#[test]
fn the_keyboard_reaches_everything() {
    in_browser(true, |browser, address, _| {
        browser.open(&format!("{address}{MAO}"));
        let name = "const name = (it) => it.id || it.dataset.copy || it.name || it.href || it.textContent.trim();";
        // The skip link is visible when it has the focus.
        let all = format!(
            "{name} return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]\
             .filter((it) => it.checkVisibility({{ visibilityProperty: true }})).map(name)"
        );
        let focus = format!(
            "{name} const it = document.activeElement; const shown = getComputedStyle(it); \
             return [name(it), shown.outlineStyle, parseFloat(shown.outlineWidth), it.getBoundingClientRect().bottom]"
        );
        let all: Vec<String> = serde_json::from_value(browser.run(&all)).unwrap();
        let download = |file: &str| format!("{address}{MAO}/citation?style={file}&download=1");
        for control in ["style", "rich", "plain", "address", &download("bibtex"), &download("csl-json")] {
            assert!(all.iter().any(|it| it == control), "no {control} among {all:?}");
        }
        for expected in &all {
            browser.press("\u{e004}");
            let at = browser.run(&focus);
            assert_eq!(at[0], expected.as_str(), "in the order of the page: {all:?}");
            assert!(at[1] != "none" && at[2].as_f64() > Some(0.0), "no outline on {expected}");
            assert!(at[3].as_f64() > Some(0.0), "{expected} has the focus outside of the window");
        }
        browser.open(&format!("{address}{MAO}"));
        browser.press("\u{e004}");
        browser.press("\u{e007}");
        until("the content has the focus", || browser.run("return document.activeElement.id") == "content");
    });
}

#[test]
fn nothing_keeps_people_from_using_a_page() {
    in_browser(true, |browser, address, _| {
        let axe = std::env::var_os("AXE_CORE").map(|path| std::fs::read_to_string(path).unwrap());
        if axe.is_none() {
            println!("AXE_CORE names no file: contrast and roles are not tried");
        }
        for path in [
            "/",
            "/?q=telegram&kind=telegram",
            MAO,
            "/records/stalin-krasovsky-1952-02-03?style=ris",
            "/bibliography?ids=mao-zhou-1950-01-07",
            "/nowhere",
        ] {
            for (width, dark) in [(1200, false), (1200, true), (360, false)] {
                browser.resize(width, 900);
                browser.dark(dark);
                browser.open(&format!("{address}{path}"));
                let overflow = browser.run("return document.documentElement.scrollWidth");
                assert!(overflow.as_u64().unwrap() <= width.into(), "{path} is {overflow} wide in a window of {width}");
                let Some(axe) = &axe else { continue };
                browser.run(axe);
                let found = browser.run_async(
                    "axe.run().then((it) => done(it.violations.filter((it) => ['serious', 'critical', 'moderate'].includes(it.impact))\
                     .map((it) => it.id + ': ' + it.nodes.map((node) => node.html).join(' '))), (error) => done([String(error)]))",
                );
                assert_eq!(found, serde_json::json!([]), "{path}, dark: {dark}");
            }
        }
    });
}

#[test]
fn a_static_site_is_the_same_archive() {
    in_browser(true, |browser, _, folder| {
        let out = folder.0.join("site");
        let written = Command::new(env!("CARGO_BIN_EXE_archive"))
            .arg("--export")
            .arg(&out)
            .arg("--index")
            .arg(folder.0.join("index.db"))
            .output();
        assert!(written.unwrap().status.success());
        browser.open(&format!("file://{}/index.html", out.display()));
        assert_eq!(browser.text(".count"), "46 documents.");
        browser.open(&format!("file://{}/records/mao-zhou-1950-01-07/index.html", out.display()));
        assert_eq!(browser.text("#citation"), FOUNDING);
        browser.click("#style option:nth-child(2)");
        until("the style changes", || browser.text("#citation").starts_with("Mao Zedong to Zhou Enlai"));
    });
}
