//! Browsers, their drivers, a Japanese font, what reads a printed flyer and makes a key, from the system's packages (Debian's
//! and Ubuntu's names).

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::machine::Machine;
use super::{debian, progress};
use crate::process::execute;

/// A package and the file by which one sees that it is there.
struct Package {
    name: &'static str,
    witness: Witness,
}

enum Witness {
    /// A program on the search path.
    Program(&'static str),
    /// A file.
    File(&'static str),
}

const PACKAGES: &[Package] = &[
    Package { name: "chromium", witness: Witness::Program("chromium") },
    Package { name: "chromium-driver", witness: Witness::Program("chromedriver") },
    Package { name: "firefox-esr", witness: Witness::Program("firefox-esr") },
    Package { name: "webkit2gtk-driver", witness: Witness::Program("WebKitWebDriver") },
    Package { name: "xvfb", witness: Witness::Program("Xvfb") },
    // A flyer as paper, and a camera that reads its code.
    Package { name: "poppler-utils", witness: Witness::Program("pdftoppm") },
    Package { name: "zbar-tools", witness: Witness::Program("zbarimg") },
    // A key for https, where the pages are measured.
    Package { name: "openssl", witness: Witness::Program("openssl") },
    // Without it Japanese is boxes, and no width on a screenshot is right.
    Package {
        name: "fonts-noto-cjk",
        witness: Witness::File("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    },
];

/// Looks whether this machine has, or can install, [`PACKAGES`], and has or can unpack `others`.
///
/// # Errors
///
/// When it can't: the error says so in one sentence, before minutes of other work.
pub(super) fn can_have(others: &[debian::Package]) -> Result<()> {
    let for_root = missing(PACKAGES);
    let others = others.iter().filter(|package| !package.path().is_ok_and(|path| path.is_file()));
    let missing: Vec<&str> = for_root.iter().copied().chain(others.map(|package| package.name)).collect();
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    // Without apt nothing is offered.
    let offered = Command::new("apt-cache").arg("show").args(&missing).output().map(|output| output.stdout);
    let offered = String::from_utf8_lossy(&offered.unwrap_or_default()).into_owned();
    let machine = Machine {
        system: std::env::consts::OS,
        release: &release,
        missing: &missing,
        for_root: &for_root,
        privilege: privilege(),
        offered: &offered,
    };
    machine.refusal().map_or(Ok(()), |refusal| bail!(refusal))
}

/// Installs what the tests need and is missing.
pub(super) fn install() -> Result<()> {
    install_all(PACKAGES)
}

/// Installs what brings tools from PyPI, where it is missing.
pub(super) fn install_pip() -> Result<()> {
    install_all(&[Package { name: "python3-pip", witness: Witness::Program("pip3") }])
}

/// The names of those that are not there.
fn missing(packages: &[Package]) -> Vec<&'static str> {
    packages.iter().filter(|package| !package.witness.is_there()).map(|package| package.name).collect()
}

fn install_all(packages: &[Package]) -> Result<()> {
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    progress(&format!("system packages: {names}"));
    let by_hand = format!(
        "install by hand, then run this again: sudo apt-get update && \
         sudo apt-get install --no-install-recommends {names}"
    );
    update().with_context(|| by_hand.clone())?;
    apt(&[&["install", "--quiet", "--yes", "--no-install-recommends"], missing.as_slice()].concat())
        .with_context(|| by_hand.clone())?;
    let still = self::missing(packages);
    if !still.is_empty() {
        bail!("apt-get installed {}, but what it should bring is not where it is looked for", still.join(" "));
    }
    Ok(())
}

/// Renews the lists of packages.
pub(super) fn update() -> Result<()> {
    apt(&["update", "--quiet"])
}

fn apt(words: &[&str]) -> Result<()> {
    let Some(prefix) = privilege() else { bail!("no root and no sudo here") };
    let mut all = prefix.iter().chain(&["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]).chain(words);
    let program = all.next().copied().unwrap_or("apt-get");
    execute(Command::new(program).args(all))
}

impl Witness {
    fn is_there(&self) -> bool {
        match self {
            Witness::Program(name) => on_path(name),
            Witness::File(path) => Path::new(path).is_file(),
        }
    }
}

fn on_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|directory| directory.join(program).is_file())
}

/// What to put before a command that needs root: nothing for root, else sudo; `None` where there is neither.
fn privilege() -> Option<&'static [&'static str]> {
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    if root {
        Some(&[])
    } else if on_path("sudo") {
        Some(&["sudo"])
    } else {
        None
    }
}
