//! An archive to query, and parsers of its responses.

#![allow(dead_code, missing_docs, unreachable_pub)] // each test uses a part of it

pub mod dom;
pub mod driver;
pub mod zotero;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use archive::index::Index;
use archive::{Archive, Site, Sources, router};
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// A folder for this run of the tests, deleted at its end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("prefercite-archive-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.0);
    }
}

pub fn site() -> Site {
    Site { name: "A small digital archive".to_owned(), base: "https://archive.example.org".to_owned() }
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// An archive that is queried without a socket.
pub struct Asked {
    archive: Arc<Archive>,
    runtime: tokio::runtime::Runtime,
    _folder: Folder,
}

impl Asked {
    pub fn of(sources: &Sources) -> Self {
        let folder = Folder::new();
        let index = Index::of(sources, &folder.0.join("index.db"), &mut |fault| println!("{fault}")).unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        Asked { archive: Arc::new(Archive::new(index, site())), runtime, _folder: folder }
    }

    /// An archive of these records, in JSON or YAML.
    pub fn of_records(records: &str) -> Self {
        let folder = Folder::new();
        let name = if records.trim_start().starts_with('[') { "records.json" } else { "records.yaml" };
        Asked::of(&Sources::of(vec![folder.file(name, records)]))
    }

    pub fn bundled() -> &'static Self {
        static BUNDLED: OnceLock<Asked> = OnceLock::new();
        BUNDLED.get_or_init(|| Asked::of(&Sources::Bundled))
    }

    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[("accept", "text/html")])
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", path, headers)
    }

    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::empty()).unwrap();
        self.runtime.block_on(async {
            let response = router(Arc::clone(&self.archive)).oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(body.to_vec()).unwrap() }
        })
    }
}

/// The house line of the founding record, as the digital archive prints it, with the address of its later box.
pub const FOUNDING: &str = "\"Telegram, Mao Zedong to Zhou Enlai and CCP CC,\" January 07, 1950, History and Public Policy Program \
Digital Archive, Zhonggong zhongyang wenxian yanjiushi, ed., Jianguo yilai Mao Zedong wengao (Mao Zedong's Manuscripts since the \
Founding of the People's Republic of China), vol. 1 (Beijing: Zhongyang wenxian chubanshe, 1987), 219-20; translation from Shuguang \
Zhang and Jian Chen, eds., Chinese Communist Foreign Policy and the Cold War in Asia: New Documentary Evidence, 1944-1950 (Chicago: \
Imprint Publications, 1996), 134-135. https://digitalarchive.wilsoncenter.org/document/112667";
