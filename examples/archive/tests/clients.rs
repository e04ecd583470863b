//! Clients on a socket: slow and faulty ones, with others at the same time.

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::Folder;

struct Service {
    program: Child,
    address: String,
    _folder: Folder,
}

impl Service {
    fn start() -> Self {
        let folder = Folder::new();
        let mut program = Command::new(env!("CARGO_BIN_EXE_archive"))
            .args(["--listen", "127.0.0.1:0", "--index"])
            .arg(folder.0.join("index.db"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        Service { program, address, _folder: folder }
    }

    fn send(&self, bytes: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream.write_all(bytes).unwrap();
        stream
    }

    /// The whole response to one request.
    fn ask(&self, request: &[u8]) -> String {
        let mut answer = Vec::new();
        _ = self.send(request).read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        _ = self.program.kill();
        _ = self.program.wait();
    }
}

const PLAIN: &[u8] = b"GET /records/mao-zhou-1950-01-07/citation HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

#[test]
fn slow_clients_do_not_keep_others_waiting_and_are_cut_off() {
    let service = Service::start();
    let start = Instant::now();
    let slow: Vec<TcpStream> = (0..300).map(|_| service.send(b"GET / HTTP/1.1\r\nHos")).collect();
    assert!(service.ask(PLAIN).contains("January 07, 1950"));
    // A page is requested and never read.
    let unread: Vec<TcpStream> =
        (0..100).map(|_| service.send(&b"GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(50))).collect();
    assert!(service.ask(PLAIN).contains("January 07, 1950"));
    for mut stream in slow.into_iter().take(5) {
        let mut left = Vec::new();
        stream.read_to_end(&mut left).unwrap();
        assert!(start.elapsed() >= Duration::from_secs(5) && start.elapsed() < Duration::from_secs(60));
    }
    drop(unread);
    assert!(service.ask(PLAIN).contains("January 07, 1950"));
}

#[test]
fn what_is_no_request_harms_nothing() {
    let service = Service::start();
    let long = [b"GET /?q=".as_slice(), &[b'a'; 200_000], b" HTTP/1.1\r\nHost: x\r\n\r\n"].concat();
    let headers = ["GET / HTTP/1.1\r\nHost: x\r\n", &"X-A: b\r\n".repeat(5_000), "\r\n"].concat();
    let requests: [&[u8]; 11] = [
        b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01",
        b"GET\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /records/.. HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /records/a%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /?q=a%0d%0aSet-Cookie:%20a=b&kind=%0d%0a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\nabc",
        &long,
        headers.as_bytes(),
    ];
    for request in requests {
        let mut stream = service.send(&[]);
        _ = stream.write_all(request);
        _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer);
        let head = answer.split("\r\n\r\n").next().unwrap_or_default().to_ascii_lowercase();
        assert!(!head.contains("set-cookie") && !answer.contains("root:"), "{answer}");
        assert!(service.ask(PLAIN).contains("January 07, 1950"));
    }
}
