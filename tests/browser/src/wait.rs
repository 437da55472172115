//! Waiting for a condition.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a condition may take to come about. Long enough for a busy machine; nothing waits longer than it must.
pub const LIMIT: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(20);

/// Asks `condition` again and again until it gives a value; `what` names it in the error.
///
/// # Errors
///
/// When `condition` fails, or has given nothing within [`LIMIT`].
pub async fn until<T>(what: &str, condition: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    within(LIMIT, what, condition).await
}

/// The same with another limit.
pub(crate) async fn within<T>(
    limit: Duration,
    what: &str,
    mut condition: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let start = Instant::now();
    loop {
        if let Some(value) = condition().await.with_context(|| format!("waiting for {what}"))? {
            return Ok(value);
        }
        if start.elapsed() > limit {
            bail!("waited {} s for {what}", limit.as_secs());
        }
        tokio::time::sleep(PAUSE).await;
    }
}
