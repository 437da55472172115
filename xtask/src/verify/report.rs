//! What `cargo xtask verify` says.

use std::collections::BTreeMap;
use std::fmt;

use super::count;
use super::host::Host;

/// How many addresses stand before a difference; the others are counted.
const SHOWN: usize = 3;

/// What stands before what is said of a difference.
pub(super) mod label {
    pub const FOUND: &str = "届いたのは";
    pub const RIGHT: &str = "正しいのは";
    pub const BUILT: &str = "組み立てた文";
    pub const CAME: &str = "届いた文";
    pub const WHO: &str = "書き換えたのは";
    pub const REMEDY: &str = "直し方";
}

/// Something that is another than it was built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Difference {
    /// Where.
    pub urls: Vec<String>,
    pub found: String,
    pub right: String,
    /// What there is to say beside that, after a [`label`].
    pub more: Vec<(&'static str, String)>,
    /// Nobody can change it on this host, and the site holds without.
    pub of_the_host: bool,
}

impl Difference {
    /// A difference at `url` of which nothing is said yet.
    pub fn at(url: String) -> Difference {
        Difference { urls: vec![url], ..Difference::default() }
    }

    fn is_of_the_same_kind(&self, other: &Difference) -> bool {
        (&self.found, &self.right, &self.more) == (&other.found, &other.right, &other.more)
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for url in self.urls.iter().take(SHOWN) {
            writeln!(f, "{url}")?;
        }
        if let Some(others) = self.urls.len().checked_sub(SHOWN).filter(|others| *others > 0) {
            writeln!(f, "ほか {}個", count(others))?;
        }
        writeln!(f, "  {}: {}", label::FOUND, self.found)?;
        for (label, text) in &self.more {
            if *label == label::REMEDY {
                continue;
            }
            writeln!(f, "  {label}: {text}")?;
        }
        writeln!(f, "  {}: {}", label::RIGHT, self.right)?;
        for (label, text) in self.more.iter().filter(|(label, _)| *label == label::REMEDY) {
            writeln!(f, "  {label}: {text}")?;
        }
        writeln!(f)
    }
}

/// The site that is published, beside the one that was built.
#[derive(Debug)]
pub struct Report {
    home: String,
    files: usize,
    changed: usize,
    host: Host,
    differences: Vec<Difference>,
    /// The files that came larger than they need to, and what they weigh, in bytes.
    plain: (usize, usize),
}

impl Report {
    pub(super) fn new(home: String, files: usize, host: Host) -> Report {
        Report { home, files, changed: 0, host, differences: Vec::new(), plain: (0, 0) }
    }

    /// What a file has that is not as built; and its weight, if it came as large as it is.
    pub(super) fn add_file(&mut self, differences: Vec<Difference>, plain: Option<usize>) {
        self.changed += usize::from(differences.iter().any(|difference| !difference.of_the_host));
        differences.into_iter().for_each(|difference| self.add(difference));
        if let Some(weight) = plain {
            self.plain = (self.plain.0 + 1, self.plain.1 + weight);
        }
    }

    /// Takes in a difference, with others of its kind.
    pub(super) fn add(&mut self, difference: Difference) {
        match self.differences.iter_mut().find(|known| known.is_of_the_same_kind(&difference)) {
            Some(known) => known.urls.extend(difference.urls),
            None => self.differences.push(difference),
        }
    }

    /// Whether the site is the one that was built, as far as its host can serve it.
    pub fn is_as_built(&self) -> bool {
        self.differences.iter().all(|difference| difference.of_the_host)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (of_the_host, wrong): (Vec<_>, Vec<_>) = self.differences.iter().partition(|one| one.of_the_host);
        for difference in &wrong {
            write!(f, "{difference}")?;
        }
        if !of_the_host.is_empty() {
            writeln!(f, "このホスト（{}）では変えられません。なくてもサイトは動きます（docs/hosting.md）:", self.host)?;
            let mut found: BTreeMap<&str, usize> = BTreeMap::new();
            for difference in of_the_host {
                for line in difference.found.lines() {
                    *found.entry(line.trim_start()).or_default() += difference.urls.len();
                }
            }
            for (found, files) in found {
                writeln!(f, "  {found}（{}個）", count(files))?;
            }
            writeln!(f)?;
        }
        if self.plain.0 > 0 {
            let (files, weight) = self.plain;
            writeln!(
                f,
                "圧縮されずに届いたもの: {}個、{}バイト。ホストに圧縮（gzip か brotli）があればオンに\n",
                count(files),
                count(weight)
            )?;
        }
        let files = count(self.files);
        match (self.is_as_built(), self.changed) {
            (true, _) => writeln!(f, "{}: {files}個のファイルは、すべて組み立てたとおりです", self.home),
            (false, 0) => {
                writeln!(f, "{}: {files}個のファイルは組み立てたとおりですが、直すところがあります（上）", self.home)
            }
            (false, changed) => {
                writeln!(
                    f,
                    "{}: {files}個のファイルのうち {}個が、組み立てたとおりではありません",
                    self.home,
                    count(changed)
                )
            }
        }
    }
}
