//! What a request for a path is answered with.

use std::path::{Component, Path, PathBuf};

use super::encoding::{Effort, Encoding};
use crate::base::Base;
use crate::{digest, headers};

/// A request, as much of it as a static server looks at.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Request {
    /// `GET`, mostly.
    pub method: String,
    /// The path as sent, without a query.
    pub path: String,
    /// The query with its question mark, or nothing.
    pub query: String,
    /// The state of the file that the browser has already.
    pub known: Option<String>,
    /// The best way to make a file smaller that the browser understands.
    pub encoding: Option<Encoding>,
}

impl Request {
    /// Reads the head of a request; `None` if it is none.
    pub fn parse(head: &str) -> Option<Request> {
        let mut lines = head.lines();
        let mut words = lines.next()?.split(' ');
        let (method, target) = (words.next()?.to_owned(), words.next()?);
        let target = target.split('#').next()?;
        let (path, query) = target.split_at(target.find('?').unwrap_or(target.len()));
        let headers: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(':')).collect();
        let header = |name: &str| {
            let found = headers.iter().find(|(found, _)| found.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.trim())
        };
        let known = header("if-none-match").map(str::to_owned);
        let encoding = header("accept-encoding").and_then(Encoding::best);
        Some(Request { method, path: path.to_owned(), query: query.to_owned(), known, encoding })
    }
}

/// An answer, ready to be sent.
#[derive(Debug)]
pub(super) struct Answer {
    /// Its status.
    pub status: u16,
    /// Its own headers, beside those that every answer has.
    pub headers: Vec<(&'static str, String)>,
    /// Its body, of the length that its header promises.
    pub body: Vec<u8>,
}

impl Answer {
    /// An answer of `status` with a word of text.
    pub fn bare(status: u16) -> Answer {
        let body = format!("{status} {}\n", reason(status)).into_bytes();
        Answer { status, headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())], body }
    }

    /// What `request` gets from the files in `root`, which stand under `base`.
    pub fn to(request: &Request, root: &Path, base: &Base) -> Answer {
        if request.method != "GET" && request.method != "HEAD" {
            let mut answer = Answer::bare(405);
            answer.headers.push(("Allow", "GET, HEAD".to_owned()));
            return answer;
        }
        let Some(inside) = request.path.strip_prefix(base.as_str()) else {
            let home = request.path.starts_with('/') && base.as_str().starts_with(&format!("{}/", request.path));
            return if home || request.path == "/" { moved(request, base.as_str()) } else { missing(root) };
        };
        let Some(file) = file(inside) else { return missing(root) };
        let path = root.join(&file);
        if path.is_dir() {
            return if inside.is_empty() || inside.ends_with('/') {
                found(request, &path.join("index.html"), root)
            } else {
                moved(request, &format!("{}/", request.path))
            };
        }
        found(request, &path, root)
    }

    /// The bytes before the body.
    pub fn head(&self) -> String {
        let mut head = format!("HTTP/1.1 {} {}\r\n", self.status, reason(self.status));
        let common = headers::SECURITY.iter().map(|(name, value)| (*name, *value));
        let own = self.headers.iter().map(|(name, value)| (*name, value.as_str()));
        for (name, value) in own.chain(common) {
            head += &format!("{name}: {value}\r\n");
        }
        // One answer a connection: when the server stops, no browser holds on to an old one.
        head + &format!("Content-Length: {}\r\nConnection: close\r\n\r\n", self.body.len())
    }
}

/// The path below the root that `path` names, once unescaped; `None` if it leads out of it or is no path.
fn file(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(unescape(path)?);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

fn unescape(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\0'))
}

fn found(request: &Request, path: &Path, root: &Path) -> Answer {
    let Ok(body) = std::fs::read(path) else { return missing(root) };
    let name = path.to_string_lossy();
    let digest = digest::short(&body);
    let encoding = request.encoding.filter(|_| headers::shrinks(&name));
    let state = format!("\"{digest}{}\"", encoding.map_or("", Encoding::name));
    let fresh = request.known.as_deref() == Some(state.as_str());
    let mut headers = vec![("Cache-Control", headers::cache_control(&name).to_owned()), ("ETag", state)];
    if headers::shrinks(&name) {
        headers.push(("Vary", "Accept-Encoding".to_owned()));
    }
    if fresh {
        return Answer { status: 304, headers, body: Vec::new() };
    }
    headers.push(("Content-Type", headers::media_type(&name).to_owned()));
    let effort = if headers::has_hash(&name) { Effort::Preparing } else { Effort::Answering };
    match encoding.map(|encoding| (encoding, encoding.apply(effort, &body, &digest))) {
        Some((encoding, Ok(small))) => {
            headers.push(("Content-Encoding", encoding.name().to_owned()));
            Answer { status: 200, headers, body: small.to_vec() }
        }
        _ => Answer { status: 200, headers, body },
    }
}

fn missing(root: &Path) -> Answer {
    match std::fs::read(root.join("404.html")) {
        Err(_) => Answer::bare(404),
        Ok(body) => {
            let headers = vec![
                ("Content-Type", headers::media_type("404.html").to_owned()),
                ("Cache-Control", headers::cache_control("404.html").to_owned()),
            ];
            Answer { status: 404, headers, body }
        }
    }
}

/// The same elsewhere, query and all.
fn moved(request: &Request, to: &str) -> Answer {
    let mut answer = Answer::bare(301);
    answer.headers.push(("Location", format!("{to}{}", request.query)));
    answer.headers.push(("Cache-Control", headers::cache_control("index.html").to_owned()));
    answer
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Status",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_as_far_as_it_matters() {
        let request = Request::parse(
            "GET /kita/?a=b HTTP/1.1\r\nHost: h\r\nif-none-match: \"x\"\r\nAccept-Encoding: gzip, br\r\n",
        );
        let right = Request {
            method: "GET".into(),
            path: "/kita/".into(),
            query: "?a=b".into(),
            known: Some("\"x\"".into()),
            encoding: Some(Encoding::Brotli),
        };
        assert_eq!(request, Some(right));
        assert_eq!(Request::parse("GET"), None);
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        for (path, right) in [
            ("a/b.css", Some("a/b.css")),
            ("%E5%8C%97.html", Some("北.html")),
            ("", Some("")),
            ("../secret", None),
            ("a/../../secret", None),
            ("%2e%2e/secret", None),
            ("/etc/passwd", None),
            ("%2fetc/passwd", None),
            ("a%00b", None),
            ("a%zz", None),
            ("a%f", None),
        ] {
            assert_eq!(file(path), right.map(PathBuf::from), "{path}");
        }
    }
}
