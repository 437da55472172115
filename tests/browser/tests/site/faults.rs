//! What goes wrong on the way, and what she sees then.

use anyhow::Result;
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Site, Viewport};

/// One kind of file arriving in a way in which the program can't start: the page stays, and says whom to ask.
async fn page_stays_without(engine: Engine, faults: &[(&'static str, Fault)]) -> Result<()> {
    let site = Site::start()?;
    for (end, fault) in faults {
        // A new browser each time: nothing is kept from the time before.
        let browser = Browser::start(engine, Viewport::PHONE).await?;
        let (end, wrong) = (*end, fault.clone());
        site.server().fail(move |path| path.contains(end).then_some(wrong.clone()));
        browser.goto(&site.url("kita/")).await?;
        browser.program_unavailable().await?;
        let said = browser.text("#unavailable").await?;
        assert!(said.contains("03-3908-"), "{end} {fault:?}: {said}");
        assert_eq!(browser.text("h1").await?, "北区の産後ケア", "{end} {fault:?}");
        assert_eq!(browser.sticking_out().await?, Vec::<String>::new(), "{end} {fault:?}");
        browser.quit().await?;
    }
    Ok(())
}

fn faults() -> [(&'static str, Fault); 10] {
    [
        ("/start-", Fault::Status(404)),
        ("/start-", Fault::Status(500)),
        ("/start-", Fault::Corrupted),
        (".wasm", Fault::Status(404)),
        (".wasm", Fault::Silence),
        (".wasm", Fault::Truncated(1000)),
        (".wasm", Fault::Corrupted),
        (".bin", Fault::Status(500)),
        (".bin", Fault::Corrupted),
        (".bin", Fault::Truncated(1000)),
    ]
}

#[tokio::test]
async fn page_stays_without_the_program_in_chromium() -> Result<()> {
    page_stays_without(Engine::Chromium, &faults()).await
}

#[tokio::test]
async fn page_stays_without_the_program_in_firefox() -> Result<()> {
    page_stays_without(Engine::Firefox, &faults()).await
}

#[tokio::test]
async fn page_stays_without_the_program_in_webkit() -> Result<()> {
    page_stays_without(Engine::WebKit, &faults()).await
}
