//! What can go wrong between a server and a browser, for the tests to ask for.

/// How an answer goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Only a status, `500` say.
    Status(u16),
    /// The connection is closed before a word is said.
    Silence,
    /// The header promises all, the body ends after this many bytes.
    Truncated(usize),
    /// All of the file is there, with the byte in its middle changed.
    Corrupted,
    /// All of the file is there, of a type that says nothing.
    Untyped,
    /// All of it is there, and these headers say something else, or are left out.
    Headers(Vec<(&'static str, Option<&'static str>)>),
    /// This stands in the place of the file: someone on the way has written in it.
    Rewritten(Vec<u8>),
    /// Nothing comes before the server is told otherwise.
    Held,
    /// No more than this many bytes a second.
    Slow(u32),
}
