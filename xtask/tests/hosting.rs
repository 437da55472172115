//! nginx, with the file that the build writes for it, answers as our own server does.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use xtask::base::Base;
use xtask::headers::{SECURITY, media_type};
use xtask::serve::{Server, Settings};
use xtask::site::hosting;

/// A running nginx, which ends with the test.
struct Nginx(Child);

impl Drop for Nginx {
    fn drop(&mut self) {
        // An error means that it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// Starts nginx for the site in `root`, with `work` for its own files.
fn start(root: &Path, work: &Path, site: &str) -> (Nginx, u16) {
    let port = free_port();
    let server = site
        .replace("listen 80;", &format!("listen 127.0.0.1:{port};"))
        .replace(hosting::NGINX_ROOT, &root.to_string_lossy());
    let paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {}/{name};\n", work.display()))
        .concat();
    let whole = format!(
        "daemon off; master_process off; worker_processes 1; pid {0}/pid; error_log {0}/log; events {{}}\n\
         http {{ access_log off;\n{paths}{server}}}\n",
        work.display()
    );
    let file = work.join("whole.conf");
    fs::write(&file, whole).unwrap();
    let program = xtask::setup::nginx().unwrap();
    let child = Command::new(&program)
        .args(["-e", "stderr", "-p"])
        .arg(work)
        .arg("-c")
        .arg(&file)
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask setup` unpacks it", program.display()));
    let nginx = Nginx(child);
    let began = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(began.elapsed() < Duration::from_secs(20), "nginx does not listen; see {}/log", work.display());
        std::thread::yield_now();
    }
    (nginx, port)
}

/// The status and the headers of the answer to `path`.
fn ask(port: u16, path: &str, header: &str) -> (u16, Vec<(String, String)>) {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let head = answer.split("\r\n\r\n").next().unwrap();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_ascii_lowercase()));
    (status.unwrap_or(0), headers.collect())
}

fn value<'a>(headers: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    let name = name.to_ascii_lowercase();
    headers.iter().filter(|(found, _)| *found == name).map(|(_, value)| value.as_str()).collect()
}

/// A small site under `base`, as it is written for nginx.
fn site(name: &str, base: &Base) -> (PathBuf, PathBuf, PathBuf) {
    let work = xtask::workspace::scratch().join("tests").join(name);
    let _ = fs::remove_dir_all(&work);
    let root = work.join("root");
    let files = root.join(base.as_str().trim_matches('/'));
    for path in [
        "index.html",
        "404.html",
        "kita/index.html",
        "worker.js",
        "robots.txt",
        "app.webmanifest",
        "icon.png",
        "sitemap.xml",
        "sango-navi-0123456789abcdef.js",
        "style-0123456789abcdef.css",
        "app-0123456789abcdef.wasm",
        "data/kita-0123456789abcdef.bin",
    ] {
        fs::create_dir_all(files.join(path).parent().unwrap()).unwrap();
        fs::write(files.join(path), format!("{path} {}", "産後ケア".repeat(100))).unwrap();
    }
    hosting::write(&files, base).unwrap();
    (work, root, files)
}

#[test]
fn nginx_answers_as_our_own_server() {
    for base in ["/", "/sango/"] {
        let base: Base = base.parse().unwrap();
        let (work, root, files) = site(&format!("nginx{}", base.as_str().replace('/', "-")), &base);
        let written = fs::read_to_string(files.join(hosting::NGINX)).unwrap();
        let (_nginx, port) = start(&root, &work, &written);
        let ours = Server::open(&files, Settings { base: base.clone(), ..Settings::default() }).unwrap();
        for path in [
            "",
            "?openExternalBrowser=1",
            "kita/",
            "kita",
            "kita?openExternalBrowser=1",
            "kyta/",
            "worker.js",
            "robots.txt",
            "app.webmanifest",
            "icon.png",
            "sitemap.xml",
            "sango-navi-0123456789abcdef.js",
            "style-0123456789abcdef.css",
            "app-0123456789abcdef.wasm",
            "data/kita-0123456789abcdef.bin",
            "gone-0123456789abcdef.js",
        ] {
            let path = base.link(path);
            let ((status, theirs), (right, own)) = (ask(port, &path, ""), ask(ours.port(), &path, ""));
            assert_eq!(status, right, "{path}");
            let mut same: Vec<&str> = SECURITY.iter().map(|(name, _)| *name).collect();
            match status {
                200 => same.extend(["Cache-Control", "Content-Type"]),
                404 => same.push("Content-Type"),
                _ => same.push("Location"),
            }
            for name in same {
                assert_eq!(value(&theirs, name), value(&own, name), "{path}: {name}");
            }
            if status == 200 {
                let known = format!("If-None-Match: {}\r\n", theirs.iter().find(|(name, _)| name == "etag").unwrap().1);
                assert_eq!(ask(port, &path, &known).0, 304, "{path}");
                let smaller = value(&ask(port, &path, "Accept-Encoding: gzip\r\n").1, "content-encoding") == ["gzip"];
                assert_eq!(smaller, !media_type(&path).starts_with("image/png"), "{path}");
            }
        }
        for hidden in ["nginx.conf", "_headers"] {
            assert_eq!(ask(port, &base.link(hidden), "").0, 404, "{hidden}");
        }
    }
}
