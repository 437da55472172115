//! What the first question and the first result weigh on the wire, and how much they may.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::serve::encoding::{Effort, Encoding};
use crate::site::{self, worker};

use crate::headers::has_hash;

/// The page that is weighed: the largest programme.
const PAGE: &str = "kita/index.html";
/// All that is needed up to its first question, in bytes after brotli.
const FIRST_QUESTION: usize = 110_000;
/// The same up to its first result.
const FIRST_RESULT: usize = 155_000;
/// All programs and scripts, and the style sheet of what comes later, that a visitor fetches who answers and has no worker, in bytes after brotli.
const PROGRAMS: usize = 210_000;
/// What is needed to read the page before the program is there, in bytes after brotli.
const READABLE: usize = 25_000;

/// All that a phone keeps after one visit to a town, so that everything opens without network, in bytes after brotli.
const OFFLINE: usize = 400_000;

/// What a host sends before it waits for the phone's answer: ten packets of 1,460 bytes. A page that is longer is seen
/// another way to the host and back later.
const AT_ONCE: usize = 14_600;

/// The weight of everything up to the first question and the first result, and of all that a phone keeps.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sizes {
    files: Vec<Weight>,
    /// What shows the first result.
    result: Vec<Weight>,
    /// What comes after it on a town's page.
    later: Vec<Weight>,
    /// What a phone keeps, in bytes after brotli.
    offline: usize,
    /// The page that weighs most, as a host sends it.
    longest: Weight,
}

/// The weight of one file, in bytes.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Weight {
    path: String,
    raw: usize,
    brotli: usize,
}

impl Sizes {
    /// Weighs the page and every script, style, program and data file that it leads to, by name.
    ///
    /// # Errors
    ///
    /// When a file can't be read.
    pub fn measure(dist: &Path) -> Result<Sizes> {
        let mut others = BTreeMap::new();
        collect(dist, dist, &mut others)?;
        let pages = others.iter().filter(|(path, _)| path.ends_with(".html")).map(|(path, file)| {
            let content = fs::read(file).with_context(|| format!("reading {path}"))?;
            Ok(Weight { path: path.clone(), raw: content.len(), brotli: brotli(&content, Effort::Answering)? })
        });
        let pages: Vec<Weight> = pages.collect::<Result<_>>()?;
        let longest = pages.into_iter().max_by_key(|page| page.brotli).context("a site without a page")?;
        // Until there is a town's page, the home page stands for it.
        let page = if others.contains_key(PAGE) { PAGE } else { "index.html" };
        let mut reached = vec![page.to_owned()];
        let weigh = |path: String| -> Result<Weight> {
            let content = fs::read(dist.join(&path)).with_context(|| format!("reading {path}"))?;
            Ok(Weight { path, raw: content.len(), brotli: brotli(&content, Effort::Preparing)? })
        };
        let of_result = site::chunks_of(dist, "result")?;
        let mut of_later = site::chunks_of(dist, "lazy")?;
        of_later.retain(|chunk| !of_result.contains(chunk));
        let result = of_result.into_iter().map(weigh).collect::<Result<_>>()?;
        let later = of_later.into_iter().map(weigh).collect::<Result<_>>()?;
        others.retain(|path, _| counts(path) && !site::comes_later(path));
        let mut files = Vec::new();
        while let Some(path) = reached.pop() {
            let content = fs::read(dist.join(&path)).with_context(|| format!("reading {path}"))?;
            if !path.ends_with(".wasm") {
                let text = String::from_utf8_lossy(&content);
                let named: Vec<String> = others.keys().filter(|other| text.contains(name(other))).cloned().collect();
                for other in named {
                    others.remove(&other);
                    reached.push(other);
                }
            }
            files.push(Weight { path, raw: content.len(), brotli: brotli(&content, Effort::Preparing)? });
        }
        files[1..].sort_by(|a, b| a.path.cmp(&b.path));
        let mut offline = 0;
        for path in worker::kept(dist)? {
            let known = files.iter().find(|file| file.path == path).map(|file| file.brotli);
            let weigh =
                || brotli(&fs::read(dist.join(&path)).with_context(|| format!("reading {path}"))?, Effort::Preparing);
            offline += known.map_or_else(weigh, Ok)?;
        }
        Ok(Sizes { files, result, later, offline, longest })
    }

    /// Whether nothing is heavier than it may be.
    pub fn within_limits(&self) -> bool {
        self.limits().iter().all(|(_, found, limit)| found <= limit)
    }

    /// Everything up to the first question, in bytes after brotli.
    fn first_question(&self) -> usize {
        sum(&self.files)
    }

    /// Everything up to the first result, in bytes after brotli.
    pub fn first_result(&self) -> usize {
        self.first_question() + sum(&self.result)
    }

    fn programs(&self) -> usize {
        let program = |file: &&Weight| file.path.ends_with(".js") || file.path.ends_with(".wasm");
        let first: usize = self.files.iter().filter(program).map(|file| file.brotli).sum();
        first + sum(&self.result) + sum(&self.later)
    }

    /// What is limited, how heavy it is, and how heavy it may be.
    fn limits(&self) -> [(&'static str, usize, usize); 5] {
        [
            ("first question", self.first_question(), FIRST_QUESTION),
            ("first result", self.first_result(), FIRST_RESULT),
            ("all programs of a town's page", self.programs(), PROGRAMS),
            ("HTML and CSS", self.readable(), READABLE),
            ("kept for no network", self.offline, OFFLINE),
        ]
    }

    fn readable(&self) -> usize {
        let text = |file: &&Weight| file.path.ends_with(".html") || file.path.ends_with(".css");
        self.files.iter().filter(text).map(|file| file.brotli).sum()
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all =
            [("first question", &self.files), ("first result, beside that", &self.result), ("later", &self.later)];
        let width = all.iter().flat_map(|(_, files)| *files).map(|file| file.path.len()).max().unwrap_or(0).max(25);
        for (what, files) in all {
            writeln!(f, "{what:<width$} {:>9} {:>9}", "bytes", "brotli")?;
            for Weight { path, raw, brotli } in files {
                writeln!(f, "{path:<width$} {raw:>9} {brotli:>9}")?;
            }
        }
        for (what, found, limit) in self.limits() {
            let verdict = if found <= limit { "within" } else { "MORE THAN" };
            writeln!(f, "{what}: {found} bytes, {verdict} {limit}")?;
        }
        let Weight { path, brotli, .. } = &self.longest;
        writeln!(
            f,
            "longest page, {path}: {brotli} bytes (brotli, made as it is asked for); {AT_ONCE} with its head come at once"
        )
    }
}

fn sum(files: &[Weight]) -> usize {
    files.iter().map(|file| file.brotli).sum()
}

/// Whether a file is one that the page waits for: no page, picture or worker, whose names stay the same.
fn counts(path: &str) -> bool {
    has_hash(path) && [".css", ".js", ".wasm", ".bin", ".json"].iter().any(|end| path.ends_with(end))
}

fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

fn collect(root: &Path, directory: &Path, into: &mut BTreeMap<String, PathBuf>) -> Result<()> {
    for entry in fs::read_dir(directory).with_context(|| format!("reading {}", directory.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, into)?;
        } else if let Ok(relative) = path.strip_prefix(root) {
            into.insert(relative.to_string_lossy().into_owned(), path);
        }
    }
    Ok(())
}

/// The length of `content` under brotli.
///
/// # Errors
///
/// When it can't be compressed.
pub fn brotli(content: &[u8], effort: Effort) -> Result<usize> {
    Ok(Encoding::Brotli.compress(effort, content)?.len())
}
