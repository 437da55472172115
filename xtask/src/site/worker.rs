//! The script that keeps the site on the phone, and the one that takes it off again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

use super::{save, script};
use crate::base::Base;
use crate::{digest, headers};

/// The worker. Its name is the same for ever: by it a browser finds the next release.
pub const WORKER: &str = "worker.js";
/// What removes a worker from every phone once it stands in its place.
const REMOVAL: &str = "remove-worker.js";

/// What the program asks for by a name with a digest in it.
const FILES: &[&str] = &[".css", ".js", ".wasm", ".bin", ".json", ".webmanifest"];

/// The most towns that a phone keeps beside hers: few enough to be no burden. Of a country's worth she needs only hers.
const MOST_TOWNS: usize = 20;

/// A page, and the files that it alone needs.
pub(super) struct Kept {
    /// Where it stands, as seen from the site's root: empty, or with a slash at its end.
    pub page: String,
    /// As seen from the site's root, each with a digest in its name. None where every visitor gets the page.
    pub files: Vec<String>,
}

/// Writes the worker for the site in `staging`, of which `kept` are the pages that open without network, and what removes
/// it.
///
/// # Errors
///
/// When a page or a file can't be read, or the worker not be written.
pub(super) fn write(staging: &Path, base: &Base, kept: &[Kept]) -> Result<()> {
    let of_pages: BTreeSet<&String> = kept.iter().flat_map(|kept| &kept.files).collect();
    let mut files = Vec::new();
    collect(staging, "", &mut files)?;
    files.retain(|file| !of_pages.contains(file));
    files.sort();
    let digests = kept
        .iter()
        .map(|Kept { page, .. }| {
            let path = staging.join(page).join("index.html");
            let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            Ok((page, digest::short(&content)))
        })
        .collect::<Result<BTreeMap<_, _>>>()?;
    let pages: Vec<&String> = kept.iter().filter(|kept| kept.files.is_empty()).map(|kept| &kept.page).collect();
    let towns: BTreeMap<&String, &Vec<String>> =
        kept.iter().filter(|kept| !kept.files.is_empty()).map(|kept| (&kept.page, &kept.files)).collect();

    let worker = script::shorten(include_str!("worker.js"))
        .replace("{base}", base.as_str())
        .replace("{files}", &serde_json::to_string(&files)?)
        .replace("{pages}", &serde_json::to_string(&pages)?)
        .replace("{towns}", &serde_json::to_string(&towns)?)
        .replace("{most}", &MOST_TOWNS.to_string())
        .replace("{digests}", &serde_json::to_string(&digests)?);
    // All that a release is made of stands in the worker by its digest.
    let release = digest::short(worker.as_bytes());
    save(staging, WORKER, worker.replace("{release}", &release))?;
    save(staging, REMOVAL, script::shorten(include_str!("remove-worker.js")).replace("{base}", base.as_str()))
}

/// The list `name` (`FILES`, `PAGES`, `TOWNS` or `DIGESTS`) that stands in the worker `worker`.
///
/// # Errors
///
/// When there is no such list, or it is of another kind.
pub fn list<T: DeserializeOwned>(worker: &str, name: &str) -> Result<T> {
    let list = worker.split_once(&format!("const {name} = ")).and_then(|(_, rest)| Some(rest.split_once(";\n")?.0));
    serde_json::from_str(list.with_context(|| format!("the worker has no list {name}"))?).context("reading the worker")
}

/// Every file of the site in `dist` that is on a phone after one visit to a town, over a good line: where towns are many,
/// those that everyone has and those of one.
///
/// # Errors
///
/// When the worker can't be read.
pub fn kept(dist: &Path) -> Result<Vec<String>> {
    let path = dist.join(WORKER);
    let worker = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let towns: BTreeMap<String, Vec<String>> = list(&worker, "TOWNS")?;
    let count = if towns.len() <= MOST_TOWNS { MOST_TOWNS } else { 1 };
    let (towns, files_of_towns): (Vec<String>, Vec<Vec<String>>) = towns.into_iter().take(count).unzip();
    let pages = list::<Vec<String>>(&worker, "PAGES")?.into_iter().chain(towns).map(|page| format!("{page}index.html"));
    let files: Vec<String> = list(&worker, "FILES")?;
    Ok(std::iter::once(WORKER.to_owned()).chain(files).chain(files_of_towns.concat()).chain(pages).collect())
}

/// The files of the program below `directory`, as seen from the site's root.
fn collect(staging: &Path, directory: &str, into: &mut Vec<String>) -> Result<()> {
    let path = staging.join(directory);
    for entry in fs::read_dir(&path).with_context(|| format!("reading {}", path.display()))? {
        let entry = entry?;
        let file = format!("{directory}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(staging, &format!("{file}/"), into)?;
        } else if headers::has_hash(&file) && FILES.iter().any(|end| file.ends_with(end)) {
            into.push(file);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worker(name: &str, changed: &str) -> String {
        let staging = crate::workspace::scratch().join("tests").join(name);
        let _ = fs::remove_dir_all(&staging);
        for (path, content) in [
            ("index.html", "home"),
            ("kita/index.html", changed),
            ("kita/flyer/index.html", "no page of the program"),
            ("data/kita-0123456789abcdef.bin", ""),
            ("data/towns-0123456789abcdef.bin", ""),
            ("sango-navi-0123456789abcdef.js", ""),
            ("card-0123456789abcdef.png", ""),
            ("robots.txt", ""),
        ] {
            save(&staging, path, content).unwrap();
        }
        let kept = [
            Kept { page: String::new(), files: Vec::new() },
            Kept { page: "kita/".to_owned(), files: vec!["data/kita-0123456789abcdef.bin".to_owned()] },
        ];
        write(&staging, &"/sango/".parse().unwrap(), &kept).unwrap();
        fs::read_to_string(staging.join(WORKER)).unwrap()
    }

    fn value(worker: &str, name: &str) -> serde_json::Value {
        list(worker, name).unwrap()
    }

    #[test]
    fn the_worker_knows_every_file_and_page() {
        let worker = worker("worker", "kita");
        assert_eq!(value(&worker, "BASE"), "/sango/");
        assert_eq!(
            value(&worker, "FILES"),
            serde_json::json!(["data/towns-0123456789abcdef.bin", "sango-navi-0123456789abcdef.js"])
        );
        assert_eq!(value(&worker, "PAGES"), serde_json::json!([""]));
        assert_eq!(value(&worker, "TOWNS"), serde_json::json!({ "kita/": ["data/kita-0123456789abcdef.bin"] }));
        assert_eq!(value(&worker, "DIGESTS")["kita/"], digest::short(b"kita"));
    }

    #[test]
    fn every_change_is_another_release() {
        let release = |changed| value(&worker("release", changed), "RELEASE");
        assert_eq!(release("one"), release("one"));
        assert_ne!(release("one"), release("another"));
    }

    #[test]
    fn what_is_kept_after_one_visit_is_all_there_is_to_keep() {
        worker("kept", "kita");
        let kept = kept(&crate::workspace::scratch().join("tests").join("kept")).unwrap();
        assert_eq!(
            kept,
            [
                "worker.js",
                "data/towns-0123456789abcdef.bin",
                "sango-navi-0123456789abcdef.js",
                "data/kita-0123456789abcdef.bin",
                "index.html",
                "kita/index.html",
            ]
        );
    }
}
