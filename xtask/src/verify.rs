//! `cargo xtask verify URL`: whether a site that is published is the one that was built, byte for byte, and if not, who
//! changed what on its way.
//!
//! It speaks Japanese: the one who reads it publishes the site for a town, and changes settings of a host by what it says.

mod ask;
mod built;
mod compare;
mod host;
mod report;
mod rewriter;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use anyhow::{Context, Result, bail};

use crate::base::Base;
use crate::workspace;
use ask::Client;
use built::{Built, File};
use host::Host;
use report::Difference;
pub use report::Report;

/// How many files are asked for at the same time: as many as a browser asks one host for, and fewer.
const AT_ONCE: usize = 4;

/// Runs `cargo xtask verify URL`. Exits with 1 where the site is another than the one in `dist/`.
///
/// # Errors
///
/// When there is no site in `dist/`, or none at the address.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let [address] = arguments else {
        bail!("verify: 公開した場所の住所を1つ、つけてください。例: cargo xtask verify https://navi.example/sango/");
    };
    let report = against(&workspace::dist(), address)?;
    print!("{report}");
    Ok(if report.is_as_built() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compares the site at `address` with the one in `dist`.
///
/// # Errors
///
/// When there is no whole site in `dist`, when it was built for another path than that of `address`, or when nobody
/// answers there.
pub fn against(dist: &Path, address: &str) -> Result<Report> {
    let built = Built::read(dist)?;
    let site = Site::read(address)?;
    if site.base != built.base {
        bail!(
            "{address}: dist/ は {built} に置くように組み立ててあります。住所が {right} で終わるか、\
             `cargo xtask build --base {base}` で組み立て直すか、どちらかです",
            built = built.base,
            right = built.base,
            base = site.base,
        );
    }
    let client = Client::new(site.is_on_this_machine());
    let host = site.host(&client)?;
    let mut report = Report::new(site.url(""), built.files.len(), host);
    if site.is_open() {
        report.add(Difference {
            found: "http（暗号化なし）の住所".to_owned(),
            right: "https の住所。http では、スマホがサイトを残せず、ネットワークなしで開けません".to_owned(),
            ..Difference::at(site.url(""))
        });
    }
    let names: BTreeSet<&str> = built.files.iter().map(File::name).collect();
    let look = |file: &File| {
        let url = site.url(&file.asked_for_as());
        match client.get(&url) {
            Ok(answer) => {
                let plain = compare::could_be_smaller(file, &answer).then_some(answer.body.len());
                (compare::differences(&url, file, &answer, host, &names), plain)
            }
            Err(error) => (vec![compare::broken_off(url, &error)], None),
        }
    };
    let part = built.files.len().div_ceil(AT_ONCE).max(1);
    let found = thread::scope(|scope| {
        let parts: Vec<_> = built
            .files
            .chunks(part)
            .map(|files| scope.spawn(move || files.iter().map(look).collect::<Vec<_>>()))
            .collect();
        // A panic over there has been printed there.
        parts.into_iter().map(|part| part.join().ok()).collect::<Option<Vec<_>>>()
    });
    for (differences, plain) in found.context("a thread that compares files died")?.into_iter().flatten() {
        report.add_file(differences, plain);
    }
    Ok(report)
}

/// Where a site is published.
#[derive(Debug, PartialEq, Eq)]
struct Site {
    /// `https://host`, with a port where there is one.
    origin: String,
    base: Base,
}

impl Site {
    fn read(address: &str) -> Result<Site> {
        let wrong = || {
            format!(
                "{address}: 正しいのは https:// から始まる最初のページの住所です。例: https://navi.example/ \
                 （? や # や index.html は、つけません）"
            )
        };
        let rest = ["https://", "http://"].iter().find_map(|scheme| Some((*scheme, address.strip_prefix(scheme)?)));
        let (scheme, rest) = rest.with_context(wrong)?;
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        if host.is_empty() || !host.chars().all(plain) || path.ends_with(".html") {
            bail!(wrong());
        }
        let slash = if path.is_empty() || path.ends_with('/') { "" } else { "/" };
        Ok(Site { origin: format!("{scheme}{host}"), base: format!("/{path}{slash}").parse().with_context(wrong)? })
    }

    fn url(&self, path: &str) -> String {
        format!("{}{}", self.origin, self.base.link(path))
    }

    fn is_on_this_machine(&self) -> bool {
        let (_, host) = self.origin.split_once("://").unwrap_or_default();
        let host = host
            .rsplit_once(':')
            .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
            .map_or(host, |(host, _)| host);
        ["localhost", "127.0.0.1", "[::1]"].contains(&host)
    }

    /// Whether what is sent can be read, and changed, on its way.
    fn is_open(&self) -> bool {
        self.origin.starts_with("http://") && !self.is_on_this_machine()
    }

    /// Who answers here.
    fn host(&self, client: &Client) -> Result<Host> {
        let url = self.url("");
        let answer = client.get(&url).with_context(|| {
            format!(
                "{url} につながりません。確かめること: 住所のつづり、公開が済んでいるか、この機械がネットワークに\
                 つながっているか。庁内からは、プロキシの設定（環境変数 HTTPS_PROXY）も。certificate と出たら、ホストの\
                 証明書の期限か、通信を開いて見るプロキシです（別の回線からなら通ります）"
            )
        })?;
        match answer.leads_to() {
            Some(elsewhere) => bail!("{url} は {elsewhere} へ移されます。移った先の住所で、もう一度どうぞ"),
            None => Ok(Host::of(&answer)),
        }
    }
}

/// A number with its thousands apart.
fn count(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_people_write_it() {
        for (address, url) in [
            ("https://navi.example", "https://navi.example/kita/"),
            ("https://navi.example/", "https://navi.example/kita/"),
            ("https://navi.example/sango", "https://navi.example/sango/kita/"),
            ("http://localhost:8080/sango/", "http://localhost:8080/sango/kita/"),
        ] {
            assert_eq!(Site::read(address).unwrap().url("kita/"), url, "{address}");
        }
        for wrong in [
            "navi.example",
            "https://",
            "ftp://navi.example/",
            "https://a b/",
            "https://navi.example/?x",
            "https://navi.example/index.html",
        ] {
            let error = format!("{:#}", Site::read(wrong).unwrap_err());
            assert!(error.starts_with(&format!("{wrong}: 正しいのは https://")), "{error}");
        }
    }

    #[test]
    fn only_what_leaves_this_machine_unencrypted_is_open() {
        for (address, open) in [
            ("http://navi.example/", true),
            ("https://navi.example/", false),
            ("http://localhost:8080/", false),
            ("http://127.0.0.1/", false),
            ("http://[::1]:80/", false),
            ("http://localhost.example/", true),
        ] {
            assert_eq!(Site::read(address).unwrap().is_open(), open, "{address}");
        }
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([7, 1000, 1_234_567].map(count), ["7", "1,000", "1,234,567"]);
    }
}
