//! A small static server: one thread a connection, one answer a connection. It can stop at any moment, and can be told
//! to go wrong.

use std::collections::HashMap;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::{Context, Result};

use super::answer::{Answer, Request};
use super::fault::Fault;
use crate::base::Base;
use crate::headers;

/// The longest head of a request that is read.
const LONGEST_HEAD: usize = 16 * 1024;
/// How long a browser may keep a connection open without asking anything.
const PATIENCE: Duration = Duration::from_secs(30);

/// How to serve.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The port; 0 for any that is free.
    pub port: u16,
    /// The path under which the site stands.
    pub base: Base,
    /// Whether other devices may ask too.
    pub on_the_network: bool,
}

/// A running server. Dropping it stops it: the port is free again and every connection closed.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// What the threads share.
struct Shared {
    root: PathBuf,
    base: Base,
    stopped: AtomicBool,
    connections: Mutex<HashMap<u64, TcpStream>>,
    next_connection: AtomicU64,
    requests: Mutex<Vec<String>>,
    heads: Mutex<Vec<String>>,
    fault: Mutex<Option<Wrong>>,
    /// The fault is another one, or the server stops.
    changed: Condvar,
}

/// What goes wrong, by the path asked for.
type Wrong = Box<dyn Fn(&str) -> Option<Fault> + Send>;

impl Server {
    /// Serves the files in `root` to this machine, at the root of a free port (or of `port`, unless it is 0).
    ///
    /// # Errors
    ///
    /// When the port is taken.
    pub fn start(root: &Path, port: u16) -> Result<Server> {
        Server::open(root, Settings { port, ..Settings::default() })
    }

    /// Serves the files in `root` as `settings` say.
    ///
    /// # Errors
    ///
    /// When the port is taken.
    pub fn open(root: &Path, settings: Settings) -> Result<Server> {
        let Settings { port, base, on_the_network } = settings;
        let host = if on_the_network { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
        let listener =
            TcpListener::bind((host, port)).with_context(|| format!("port {port} can't be had; try another"))?;
        let shared = Arc::new(Shared {
            root: root.to_owned(),
            base,
            stopped: AtomicBool::new(false),
            connections: Mutex::default(),
            next_connection: AtomicU64::new(0),
            requests: Mutex::default(),
            heads: Mutex::default(),
            fault: Mutex::new(None),
            changed: Condvar::new(),
        });
        let address = listener.local_addr().context("asking for the port")?;
        let thread = thread::spawn({
            let shared = Arc::clone(&shared);
            move || shared.accept(&listener)
        });
        Ok(Server { address, shared, thread: Some(thread) })
    }

    /// The address of the site's home page on this machine. `localhost`, which browsers trust like https.
    pub fn url(&self) -> String {
        format!("http://localhost:{}{}", self.address.port(), self.shared.base)
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// From now on, requests go wrong as `fault` says for their path (with the base, without a query).
    pub fn fail(&self, fault: impl Fn(&str) -> Option<Fault> + Send + 'static) {
        *lock(&self.shared.fault) = Some(Box::new(fault));
        self.shared.changed.notify_all();
    }

    /// From now on, nothing goes wrong.
    pub fn heal(&self) {
        *lock(&self.shared.fault) = None;
        self.shared.changed.notify_all();
    }

    /// The paths asked for since the server started or this was last called, in order.
    pub fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.shared.requests))
    }

    /// The heads of the requests since the server started or this was last called, in order: all that a browser told.
    pub fn take_heads(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.shared.heads))
    }

    /// Serves until the program ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // A panic over there has been printed there.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        {
            // With the fault in hand, so that nobody who waits for another one misses this.
            let _fault = lock(&self.shared.fault);
            self.shared.stopped.store(true, Ordering::SeqCst);
            self.shared.changed.notify_all();
        }
        // Wakes the listener, which then sees that it is to stop.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.address.port()));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        for (_, stream) in lock(&self.shared.connections).drain() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

impl Shared {
    fn accept(self: &Arc<Self>, listener: &TcpListener) {
        for stream in listener.incoming() {
            if self.stopped.load(Ordering::SeqCst) {
                return;
            }
            // A connection that is gone before it is taken is nobody's loss.
            let Ok(stream) = stream else { continue };
            let id = self.next_connection.fetch_add(1, Ordering::SeqCst);
            let Ok(copy) = stream.try_clone() else { continue };
            lock(&self.connections).insert(id, copy);
            let shared = Arc::clone(self);
            thread::spawn(move || {
                // A browser may hang up at any moment; that is its right.
                let _ = shared.converse(&stream);
                let _ = stream.shutdown(Shutdown::Both);
                lock(&shared.connections).remove(&id);
            });
        }
    }

    fn converse(&self, stream: &TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let head = read(stream)?;
        let Some(mut request) = head.as_deref().and_then(Request::parse) else {
            return send(stream, &Answer::bare(400), None, true);
        };
        lock(&self.heads).extend(head);
        lock(&self.requests).push(request.path.clone());
        let fault = self.fault(&request.path);
        if matches!(fault, Some(Fault::Corrupted | Fault::Rewritten(_))) {
            // Its own bytes, not those of what it is made smaller to: that would not even be read.
            request.encoding = None;
        }
        let mut answer = match fault {
            Some(Fault::Silence) => return Ok(()),
            Some(Fault::Status(status)) => Answer::bare(status),
            _ => Answer::to(&request, &self.root, &self.base),
        };
        if fault == Some(Fault::Corrupted) {
            let middle = answer.body.len() / 2;
            if let Some(byte) = answer.body.get_mut(middle) {
                *byte = !*byte;
            }
        }
        if let Some(Fault::Rewritten(body)) = &fault {
            answer.body.clone_from(body);
        }
        if fault == Some(Fault::Untyped) {
            answer.headers.retain(|(name, _)| *name != "Content-Type");
            answer.headers.push(("Content-Type", headers::OTHER_MEDIA_TYPE.to_owned()));
        }
        send(stream, &answer, fault, request.method != "HEAD")
    }

    /// What goes wrong with `path`, once it is held back no longer.
    fn fault(&self, path: &str) -> Option<Fault> {
        let mut current = lock(&self.fault);
        loop {
            let fault = current.as_ref().and_then(|fault| fault(path));
            if fault != Some(Fault::Held) {
                return fault;
            }
            if self.stopped.load(Ordering::SeqCst) {
                return Some(Fault::Silence);
            }
            current = self.changed.wait(current).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// The head of the request that stands on `stream`; `None` if it is no text, or too long.
fn read(mut stream: &TcpStream) -> std::io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut buffer) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => head.extend_from_slice(&buffer[..count]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        if head.len() > LONGEST_HEAD {
            return Ok(None);
        }
    }
    Ok(String::from_utf8(head).ok())
}

fn send(mut stream: &TcpStream, answer: &Answer, fault: Option<Fault>, with_body: bool) -> std::io::Result<()> {
    let head = match &fault {
        Some(Fault::Headers(others)) => {
            others.iter().fold(answer.head(), |head, (name, value)| said(&head, name, *value))
        }
        _ => answer.head(),
    };
    stream.write_all(head.as_bytes())?;
    let body = if with_body { answer.body.as_slice() } else { &[] };
    match fault {
        Some(Fault::Truncated(length)) => stream.write_all(&body[..length.min(body.len())]),
        Some(Fault::Slow(rate)) => {
            // Ten pieces a second.
            let piece = usize::try_from(rate / 10).unwrap_or(usize::MAX).max(1);
            for part in body.chunks(piece) {
                stream.write_all(part)?;
                thread::sleep(Duration::from_millis(100));
            }
            Ok(())
        }
        _ => stream.write_all(body),
    }
}

/// `head` in which the header `name` says `value`, or nothing.
fn said(head: &str, name: &str, value: Option<&str>) -> String {
    let (status, rest) = head.split_once("\r\n").unwrap_or((head, ""));
    let other = |line: &&str| !line.split_once(':').is_some_and(|(found, _)| found.eq_ignore_ascii_case(name));
    let line = value.map_or_else(String::new, |value| format!("{name}: {value}\r\n"));
    format!("{status}\r\n{line}{}", rest.split_inclusive("\r\n").filter(other).collect::<String>())
}

/// What `mutex` holds. A thread that panicked with it in hand left it whole: each change is a single step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
