//! The policy that stands in each page: what it refuses to a script that is on the page already, by whatever way.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};
use tempfile::TempDir;

/// A script of the site itself that tries what an intruder would, and takes down what becomes of it. `OTHER` is another
/// site.
const TRIES: &str = r#"
const outcomes = {};
const refused = [];
window.tried = () => [outcomes, refused];
addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
const attempt = (name, act) => {
  try {
    act();
    outcomes[name] = "done";
  } catch (error) {
    outcomes[name] = error.constructor.name;
  }
};
const add = (name, attributes) => {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  document.body.append(element);
  return element;
};
const run = "window.hacked = 1";
const style = "color: rgb(1, 2, 3)";
attempt("eval", () => (0, eval)(run));
attempt("function", () => new Function(run)());
attempt("timer", () => setTimeout(run));
attempt("script", () => document.body.append(Object.assign(document.createElement("script"), { text: run })));
attempt("handler", () => add("b", { onclick: run }).click());
attempt("written", () => document.getElementById("written").click());
attempt("link", () => add("a", { href: `javascript:${run}` }).click());
attempt("frame", () => add("iframe", { src: `javascript:${run}` }));
attempt("style", () => document.head.append(Object.assign(document.createElement("style"), { textContent: `h1 { ${style} }` })));
attempt("attribute", () => document.querySelector("h1").setAttribute("style", style));
attempt("image", () => add("img", { src: "OTHERimage.png" }));
attempt("sheet", () => add("link", { rel: "stylesheet", href: "OTHERsheet.css" }));
attempt("page", () => add("iframe", { src: "OTHER" }));
attempt("media", () => add("video", { src: "OTHERvideo.mp4" }));
attempt("fetch", () => void fetch("OTHERfetch").catch(() => {}));
attempt("beacon", () => void navigator.sendBeacon("OTHERbeacon", "x"));
attempt("import", () => void import("OTHERimport.js").catch(() => {}));
attempt("form", () => add("form", { action: "OTHERform" }).submit());
attempt("base", () => add("base", { href: "OTHER" }));
attempt("markup", () => { add("p", {}).innerHTML = "<b>x</b>"; });
attempt("policy", () => trustedTypes.createPolicy("another", { createHTML: (text) => text }));
"#;

/// What stands in the page's own text, as if it had been written into it.
const WRITTEN: &str = "<script>window.hacked = 1</script><b id=\"written\" onclick=\"window.hacked = 1\"></b>
    <script src=\"/tries.js\" defer></script></body>";

/// What is refused with an error to the script that tries it: code in a text, and, where a text would become code or markup,
/// by Trusted Types, which all three engines have.
const THROWN: [(&str, &str); 7] = [
    ("eval", "EvalError"),
    ("function", "EvalError"),
    ("timer", "TypeError"),
    ("script", "TypeError"),
    ("handler", "TypeError"),
    ("markup", "TypeError"),
    ("policy", "TypeError"),
];

/// What is refused in silence, by the part of the policy that each engine then names.
const REFUSED: [&str; 11] = [
    "require-trusted-types-for",
    "trusted-types",
    "script-src-elem",
    "style-src-elem",
    "style-src-attr",
    "img-src",
    "media-src",
    "frame-src",
    "connect-src",
    "form-action",
    "base-uri",
];

#[browser_test(Chromium, Firefox, WebKit)]
async fn the_policy_refuses_what_is_not_the_sites(engine: Engine) -> Result<()> {
    let (root, other) = (TempDir::new()?, Site::start()?);
    let base = xtask::base::Base::default();
    xtask::site::assemble(&xtask::site::bundle(), &xtask::rule_files::folder(), &base, root.path())?;
    fs::write(root.path().join("tries.js"), TRIES.replace("OTHER", &other.url("")))?;
    let page = root.path().join("kita").join("index.html");
    let html = fs::read_to_string(&page)?;
    ensure!(html.contains("</body>"), "no end");
    fs::write(&page, html.replace("</body>", WRITTEN))?;

    let site = Site::of(root.path())?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    until("every refusal", async || {
        let refused: Vec<String> = browser.evaluate("return window.tried()[1]").await?;
        Ok(REFUSED.iter().all(|part| refused.iter().any(|said| said == part)).then_some(()))
    })
    .await?;
    let outcomes: BTreeMap<String, String> = browser.evaluate("return window.tried()[0]").await?;
    for (name, error) in THROWN {
        assert_eq!(outcomes.get(name).map(String::as_str), Some(error), "{name}");
    }
    let left = "return [
        window.hacked === undefined,
        getComputedStyle(document.querySelector('h1')).color !== 'rgb(1, 2, 3)',
        document.baseURI === location.href,
    ]";
    assert_eq!(browser.evaluate::<Vec<bool>>(left).await?, [true; 3]);
    assert_eq!(browser.driver.current_url().await?.as_str(), site.url("kita/"));
    assert_eq!(browser.text("h1").await?, "北区の産後ケア");
    assert_eq!(other.server().take_requests(), Vec::<String>::new());
    browser.quit().await
}
