//! Chromium, driven by its own chromedriver. The protocol (W3C WebDriver: JSON over HTTP) is simple enough to
//! implement here.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long a busy machine may need to show a page.
const LIMIT: Duration = Duration::from_secs(30);

pub struct Browser {
    driver: Child,
    port: u16,
    session: String,
}

/// The program with this name in the `PATH`.
fn installed(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Whether there is a browser to test with.
pub fn is_installed() -> bool {
    installed("chromedriver").is_some() && installed("chromium").is_some()
}

impl Browser {
    /// Starts a browser with an empty profile. Downloads go into the folder. On a busy machine Chromium may not start
    /// within chromedriver's limit of a minute. Then it is started again.
    pub fn new(folder: &Path, scripts: bool) -> Self {
        let attempt = |number| Browser::started(folder, scripts, number);
        attempt(1).or_else(|_| attempt(2)).or_else(|_| attempt(3)).unwrap_or_else(|error| panic!("{error}"))
    }

    fn started(folder: &Path, scripts: bool, attempt: u32) -> Result<Self, Value> {
        let mut driver = Command::new(installed("chromedriver").unwrap())
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        let port = lines
            .by_ref()
            .map(Result::unwrap)
            .find_map(|line| line.split_once("successfully on port ")?.1.trim_end_matches('.').parse().ok())
            .unwrap();
        // Reads its further output, so that it never blocks on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let profile = folder.join(format!("profile-{attempt}"));
        let arguments = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--window-size=1200,1000",
            &format!("--user-data-dir={}", profile.display()),
        ];
        let capabilities = json!({ "capabilities": { "alwaysMatch": {
            "goog:loggingPrefs": { "browser": "ALL" },
            // A page may still be loading: an element is waited for as long as a condition.
            "timeouts": { "implicit": LIMIT.as_millis() as u64 },
            "goog:chromeOptions": {
                "binary": installed("chromium").unwrap(),
                "args": arguments,
                "prefs": {
                    "download.default_directory": folder,
                    "profile.managed_default_content_settings.javascript": if scripts { 1 } else { 2 },
                },
            },
        } } });
        let mut browser = Browser { driver, port, session: String::new() };
        let opened = browser.call("POST", "/session", &capabilities);
        browser.session = opened["sessionId"].as_str().ok_or(opened.clone())?.to_owned();
        Ok(browser)
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Value {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        let body = if method == "POST" { body.to_string() } else { String::new() };
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            self.port,
            body.len()
        )
        .unwrap();
        let mut reader = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            if let Some((name, value)) = line.split_once(':')
                && name.eq_ignore_ascii_case("content-length")
            {
                length = value.trim().parse().unwrap();
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut answer = vec![0; length];
        reader.read_exact(&mut answer).unwrap();
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        answer["value"].clone()
    }

    fn ask(&self, path: &str, body: &Value) -> Value {
        let answer = self.call("POST", &format!("/session/{}{path}", self.session), body);
        assert!(answer.get("error").is_none(), "{path}: {}", answer["message"]);
        answer
    }

    pub fn open(&self, address: &str) {
        self.ask("/url", &json!({ "url": address }));
    }

    /// Runs a script in the page and returns its result.
    pub fn run(&self, script: &str) -> Value {
        self.ask("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Runs a script that calls `done`.
    pub fn run_async(&self, script: &str) -> Value {
        let script = format!("const done = arguments[arguments.length - 1]; {script}");
        self.ask("/execute/async", &json!({ "script": script, "args": [] }))
    }

    fn element(&self, selector: &str) -> String {
        let found = self.ask("/element", &json!({ "using": "css selector", "value": selector }));
        found.as_object().unwrap().values().next().unwrap().as_str().unwrap().to_owned()
    }

    pub fn click(&self, selector: &str) {
        self.ask(&format!("/element/{}/click", self.element(selector)), &json!({}));
    }

    pub fn keys(&self, selector: &str, keys: &str) {
        self.ask(&format!("/element/{}/value", self.element(selector)), &json!({ "text": keys }));
    }

    /// The text of an element on the page.
    pub fn text(&self, selector: &str) -> String {
        let id = self.element(selector);
        let text =
            self.call("GET", &format!("/session/{}/element/{id}/property/textContent", self.session), &Value::Null);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Presses a key at the focus.
    pub fn press(&self, key: &str) {
        let actions = json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        self.ask("/actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }));
    }

    pub fn resize(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.command("Emulation.setDeviceMetricsOverride", &metrics);
    }

    pub fn dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.command("Emulation.setEmulatedMedia", &features);
    }

    /// Runs a command of Chromium's own protocol.
    fn command(&self, name: &str, parameters: &Value) -> Value {
        self.ask("/goog/cdp/execute", &json!({ "cmd": name, "params": parameters }))
    }

    pub fn allow(&self, permission: &str) {
        self.ask("/permissions", &json!({ "descriptor": { "name": permission }, "state": "granted" }));
    }

    /// The new errors of the page: errors of scripts, and what the content security policy blocked.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.ask("/se/log", &json!({ "type": "browser" }));
        let lines = log.as_array().unwrap().iter().filter(|line| line["level"] != "INFO" && line["level"] != "DEBUG");
        lines.map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() && !std::thread::panicking() {
            self.call("DELETE", &format!("/session/{}", self.session), &Value::Null);
        }
        _ = self.driver.kill();
        _ = self.driver.wait();
    }
}

/// Waits until a condition is true.
pub fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < LIMIT, "{what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
