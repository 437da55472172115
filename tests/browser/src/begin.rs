//! Running a test, and once more where a driver fell silent in it.

use std::fmt;
use std::io::{self, Write};
use std::thread;

use anyhow::{Context, Error, Result};
use thirtyfour::bidi::BidiError;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use tokio::runtime::Builder;

use crate::driver::PATIENCE;

/// Runs `test` to its end, on a runtime of its own.
///
/// Where a driver gives no answer at all, that says nothing of the page: the test is begun once more, with new browsers,
/// and says so on the terminal. A page that is wrong, or never shows what is waited for, is an answer.
///
/// # Errors
///
/// The test's own, and where a driver is silent a second time.
pub fn begin<F: Future<Output = Result<()>>>(test: impl Fn() -> F) -> Result<()> {
    let run = || Builder::new_current_thread().enable_all().build().context("a runtime")?.block_on(test());
    let first = run();
    let Err(error) = &first else { return first };
    if !is_silence(error) {
        return first;
    }
    let thread = thread::current();
    // Written past the test's captured output: it is to be seen although the test passes.
    let _ = writeln!(io::stderr(), "begun again: {}: {error:#}", thread.name().unwrap_or("a test"));
    run().context("begun again after a driver's silence")
}

/// A driver, or its browser, that is not to be heard: it did not start, is gone, or does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Silence;

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the driver is not to be heard")
    }
}

/// Whether `error` comes of a driver's silence, and so of nothing that the page did.
pub(crate) fn is_silence(error: &Error) -> bool {
    // Of all errors of a driver this one alone is made where its answer did not come.
    let unheard = |error: &WebDriverError| matches!(**error, WebDriverErrorInner::HttpError(_));
    error.is::<Silence>() || error.downcast_ref::<WebDriverError>().is_some_and(unheard)
}

/// What comes of a command over a socket, on which a driver may be silent for ever.
///
/// # Errors
///
/// The command's own, and a silence.
pub(crate) async fn heard<T>(command: impl Future<Output = Result<T, BidiError>>) -> Result<T> {
    match tokio::time::timeout(PATIENCE, command).await {
        Err(late) => Err(Error::new(late).context(Silence)),
        // So the socket's own end is told, and nothing else.
        Ok(Err(error)) if error.message.starts_with("BiDi ") => Err(Error::new(error).context(Silence)),
        Ok(answer) => Ok(answer?),
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::net::{Ipv4Addr, TcpListener};
    use std::time::Duration;

    use anyhow::{anyhow, ensure};
    use thirtyfour::{DesiredCapabilities, WebDriver};

    use super::*;

    /// How often a test is begun that goes wrong so each time, and whether it passes in the end.
    fn begun(wrong: impl AsyncFn(u32) -> Result<()>) -> (u32, bool) {
        let count = Cell::new(0);
        let wrong = &wrong;
        let outcome = begin(|| {
            count.set(count.get() + 1);
            let time = count.get();
            async move { wrong(time).await }
        });
        (count.get(), outcome.is_ok())
    }

    /// What comes of asking a driver that takes the question and never answers.
    async fn asked_in_vain() -> Result<()> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let url = format!("http://{}", listener.local_addr()?);
        let patience = Duration::from_millis(200);
        WebDriver::builder(url, DesiredCapabilities::firefox()).request_timeout(patience).await?;
        Ok(())
    }

    /// What comes of asking a driver that is gone.
    async fn asked_nobody() -> Result<()> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        WebDriver::builder(format!("http://127.0.0.1:{port}"), DesiredCapabilities::firefox()).await?;
        Ok(())
    }

    #[test]
    fn silence_alone_begins_a_test_again_and_only_once() {
        assert_eq!(begun(async |_| Ok(())), (1, true));
        assert_eq!(begun(async |_| asked_in_vain().await.context("waiting for a heading")), (2, false));
        assert_eq!(begun(async |_| asked_nobody().await), (2, false));
        assert_eq!(begun(async |time| if time == 1 { asked_nobody().await } else { Ok(()) }), (2, true));
        assert_eq!(begun(async |_| Err(anyhow!("no such port").context(Silence).context("starting"))), (2, false));
    }

    #[test]
    fn a_page_that_is_wrong_is_never_tried_again() {
        assert_eq!(begun(async |_| Err(anyhow!("another heading"))), (1, false));
        let waited = async |_| crate::wait::within(Duration::ZERO, "a heading", async || Ok(None::<()>)).await;
        assert_eq!(begun(waited), (1, false));
        let answered = async |_| {
            let answer = r#"{"value": {"error": "javascript error", "message": "x", "stacktrace": ""}}"#;
            Err(WebDriverError::parse(500, answer.to_owned()).into())
        };
        assert_eq!(begun(answered), (1, false));
    }

    #[test]
    fn an_assertion_ends_the_test() {
        let count = Cell::new(0);
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            begin(|| async {
                count.set(count.get() + 1);
                panic!("as a failed assertion does");
            })
        }));
        assert!(panicked.is_err());
        assert_eq!(count.get(), 1);
    }

    #[tokio::test]
    async fn a_socket_that_says_nothing_is_a_silence() -> Result<()> {
        tokio::time::pause();
        let silent = heard(std::future::pending::<Result<(), BidiError>>()).await;
        ensure!(silent.is_err_and(|error| is_silence(&error)));
        let said = |message: &str| {
            let error = "unknown error".to_owned();
            let error = BidiError { command: "a".to_owned(), error, message: message.to_owned(), stacktrace: None };
            heard(std::future::ready(Err::<(), _>(error)))
        };
        ensure!(said("BiDi WebSocket closed").await.is_err_and(|error| is_silence(&error)));
        ensure!(said("no such frame").await.is_err_and(|error| !is_silence(&error)));
        Ok(())
    }
}
