//! The server: what a browser gets, that it can stop, and that it goes wrong only as asked.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use xtask::serve::{Fault, Server, Settings};

fn site(name: &str) -> PathBuf {
    let root = xtask::workspace::scratch().join("tests").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("kita")).unwrap();
    fs::write(root.join("index.html"), "home").unwrap();
    fs::write(root.join("kita/index.html"), "town").unwrap();
    fs::write(root.join("app-0123456789abcdef.wasm"), "0123456789").unwrap();
    root
}

/// The status, the head and the body of the answer to `method path`.
fn ask(server: &Server, method: &str, path: &str, header: &str) -> (u16, String, String) {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: localhost\r\n{header}\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    (status, head.to_owned(), body.to_owned())
}

fn value<'a>(head: &'a str, name: &str) -> &'a str {
    let prefix = format!("{name}: ");
    head.lines().find_map(|line| line.strip_prefix(&prefix)).unwrap_or("")
}

#[test]
fn every_path_has_its_answer() {
    let server = Server::start(&site("paths"), 0).unwrap();
    for (method, path, status, body) in [
        ("GET", "/", 200, "home"),
        ("GET", "/?openExternalBrowser=1", 200, "home"),
        ("GET", "/kita/", 200, "town"),
        ("GET", "/kita/index.html", 200, "town"),
        ("HEAD", "/kita/", 200, ""),
        ("GET", "/kita", 301, "301 Moved Permanently\n"),
        ("GET", "/kyta/", 404, "404 Not Found\n"),
        ("GET", "/../xtask/Cargo.toml", 404, "404 Not Found\n"),
        ("GET", "/%2e%2e/Cargo.toml", 404, "404 Not Found\n"),
        ("GET", "//etc/passwd", 404, "404 Not Found\n"),
        ("POST", "/", 405, "405 Method Not Allowed\n"),
    ] {
        let (found, _, text) = ask(&server, method, path, "");
        assert_eq!((found, text.as_str()), (status, body), "{method} {path}");
    }
}

#[test]
fn each_file_says_what_it_is_and_how_long_it_keeps() {
    let server = Server::start(&site("headers"), 0).unwrap();
    let (_, program, _) = ask(&server, "GET", "/app-0123456789abcdef.wasm", "");
    assert_eq!(value(&program, "Content-Type"), "application/wasm");
    assert_eq!(value(&program, "Cache-Control"), "public, max-age=31536000, immutable");
    let (_, page, _) = ask(&server, "GET", "/", "");
    assert_eq!(value(&page, "Content-Type"), "text/html; charset=utf-8");
    assert_eq!(value(&page, "Cache-Control"), "no-cache, no-transform");
    assert_eq!(value(&page, "X-Content-Type-Options"), "nosniff");
    let known = format!("If-None-Match: {}\r\n", value(&page, "ETag"));
    assert_eq!(ask(&server, "GET", "/", &known).0, 304);
    assert_eq!(ask(&server, "GET", "/kita/", &known).0, 200);
}

#[test]
fn files_come_smaller_to_those_who_take_them_so() {
    let root = site("encodings");
    let text = "産後ケア".repeat(100);
    fs::write(root.join("style-0123456789abcdef.css"), &text).unwrap();
    fs::write(root.join("card.png"), &text).unwrap();
    let server = Server::start(&root, 0).unwrap();
    for (path, accepted, encoding) in [
        ("/style-0123456789abcdef.css", "gzip, deflate, br", "br"),
        ("/style-0123456789abcdef.css", "gzip", "gzip"),
        ("/style-0123456789abcdef.css", "identity", ""),
        ("/card.png", "br", ""),
    ] {
        let (status, head, body) = ask(&server, "GET", path, &format!("Accept-Encoding: {accepted}\r\n"));
        assert_eq!((status, value(&head, "Content-Encoding")), (200, encoding), "{path} {accepted}");
        assert_eq!(body == text, encoding.is_empty(), "{path} {accepted}");
        let length: usize = value(&head, "Content-Length").parse().unwrap();
        assert_eq!(length < 200, !encoding.is_empty(), "{path} {accepted}: {length} bytes");
    }
}

#[test]
fn a_site_may_stand_under_a_path() {
    let base = "/sango/".parse().unwrap();
    let server = Server::open(&site("base"), Settings { base, ..Settings::default() }).unwrap();
    assert!(server.url().ends_with("/sango/"), "{}", server.url());
    assert_eq!(ask(&server, "GET", "/sango/kita/", "").2, "town");
    for path in ["/", "/sango"] {
        let (status, head, _) = ask(&server, "GET", path, "");
        assert_eq!((status, value(&head, "Location")), (301, "/sango/"), "{path}");
    }
    assert_eq!(ask(&server, "GET", "/kita/", "").0, 404);
    let (_, head, _) = ask(&server, "GET", "/sango/kita?openExternalBrowser=1", "");
    assert_eq!(value(&head, "Location"), "/sango/kita/?openExternalBrowser=1");
}

#[test]
fn the_page_that_helps_is_shown_where_nothing_is() {
    let root = site("missing");
    fs::write(root.join("404.html"), "help").unwrap();
    let server = Server::start(&root, 0).unwrap();
    let (status, _, body) = ask(&server, "GET", "/kyta/", "");
    assert_eq!((status, body.as_str()), (404, "help"));
}

#[test]
fn it_goes_wrong_as_asked_and_heals() {
    let server = Server::start(&site("faults"), 0).unwrap();
    let program = "/app-0123456789abcdef.wasm";
    for (fault, status, body) in [
        (Fault::Status(500), 500, "500 Internal Server Error\n"),
        (Fault::Silence, 0, ""),
        (Fault::Truncated(4), 200, "0123"),
        (Fault::Corrupted, 200, "01234\u{fffd}6789"),
        (Fault::Untyped, 200, "0123456789"),
        (Fault::Slow(1000), 200, "0123456789"),
    ] {
        let wrong = fault.clone();
        server.fail(move |path| (path == program).then_some(wrong.clone()));
        let (found, _, text) = ask(&server, "GET", program, "");
        assert_eq!((found, text.as_str()), (status, body), "{fault:?}");
        assert_eq!(ask(&server, "GET", "/", "").2, "home", "{fault:?} is another file's");
    }
    server.heal();
    server.take_requests();
    assert_eq!(ask(&server, "GET", program, "").2, "0123456789");
    assert_eq!(server.take_requests(), [program]);
}

#[test]
fn what_is_held_back_comes_when_it_may_and_never_from_a_server_that_stopped() {
    let program = "/app-0123456789abcdef.wasm";
    for (heals, status, body) in [(true, 200, "0123456789"), (false, 0, "")] {
        let server = Server::start(&site("held"), 0).unwrap();
        server.fail(move |path| (path == program).then_some(Fault::Held));
        let mut waiting = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
        write!(waiting, "GET {program} HTTP/1.1\r\nHost: h\r\n\r\n").unwrap();
        // Answered means that the one before has been taken, too.
        assert_eq!(ask(&server, "GET", "/", "").2, "home", "another file is not held back");
        if heals {
            server.heal();
        } else {
            drop(server);
        }
        let mut answer = String::new();
        // A connection that is cut is closed with or without a word.
        let _ = waiting.read_to_string(&mut answer);
        let found = answer.split(' ').nth(1).map_or(0, |status| status.parse().unwrap());
        assert_eq!((found, answer.rsplit("\r\n").next()), (status, Some(body)), "{answer}");
    }
}

#[test]
fn stopping_closes_what_is_open_and_frees_the_port() {
    let root = site("stopping");
    let server = Server::start(&root, 0).unwrap();
    let port = server.port();
    let mut idle = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    // Answered means that the one before has been taken, too.
    assert_eq!(ask(&server, "GET", "/", "").0, 200);
    let start = Instant::now();
    drop(server);
    // Closed either way, with or without a word.
    assert_eq!(idle.read(&mut [0]).unwrap_or(0), 0);
    assert!(start.elapsed() < Duration::from_secs(5), "an idle connection holds nothing up");
    assert!(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err());
    let server = Server::start(&root, port).unwrap();
    assert_eq!(ask(&server, "GET", "/", "").2, "home");
}
