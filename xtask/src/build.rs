//! `cargo xtask build`: the deployable site in `dist/`.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::base::Base;
use crate::digest::Files;
use crate::options::Options;
use crate::process::execute;
use crate::sizes::Sizes;
use crate::{setup, workspace};

/// Everything that the site is made of. A change in one of them is a reason to build.
const INPUTS: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates",
    "index.html",
    "public",
    "site.toml",
    "src",
    "style",
    "xtask/Cargo.toml",
    "xtask/municipalities",
    "xtask/src",
];

/// Runs `cargo xtask build [--base /sango/]`.
///
/// # Errors
///
/// When the site can't be built. A site that is too heavy is built, and the exit code says so.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let options = Options::read("build", &["--base"], arguments)?;
    let sizes = site(&options.value::<Base>("--base")?)?;
    print!("{sizes}");
    println!("{}", workspace::dist().display());
    Ok(if sizes.within_limits() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Leaves the site in `dist/`, to stand under `base`: set up and built, or as it is when nothing changed since.
///
/// # Errors
///
/// When a tool is missing and can't be installed, or the program can't be compiled, or a page can't be written.
pub fn site(base: &Base) -> Result<Sizes> {
    setup::for_build()?;
    let _lock = lock()?;
    let inputs = inputs(base)?;
    if let Some(sizes) = Stamp::read().filter(|stamp| stamp.holds(&inputs)).map(|stamp| stamp.sizes) {
        eprintln!("dist/ is up to date");
        return Ok(sizes);
    }
    trunk(base)?;
    let sizes = Sizes::measure(&workspace::dist())?;
    Stamp { inputs, outputs: outputs()?, sizes: sizes.clone() }.write()?;
    Ok(sizes)
}

fn trunk(base: &Base) -> Result<()> {
    let root = workspace::root();
    // Trunk runs without network, so the crates that only the browser's build needs are fetched before.
    execute(
        Command::new("cargo")
            .args(["fetch", "--quiet", "--locked", "--target", "wasm32-unknown-unknown"])
            .current_dir(&root),
    )?;
    execute(
        Command::new("trunk")
            .args(["build", "--offline", "--public-url", base.as_str(), "--dist"])
            .arg(workspace::dist())
            .env("PATH", setup::search_path()?)
            .env("SANGO_XTASK", hook()?)
            // Trunk takes `NO_COLOR=1` for a flag without a valid value.
            .env_remove("NO_COLOR")
            .current_dir(&root),
    )
    .context("the site was not built")
}

/// The program that Trunk's hook runs: a copy of this one, which cargo may replace while we run.
fn hook() -> Result<PathBuf> {
    let running = PathBuf::from("/proc/self/exe");
    let this = if running.exists() { running } else { std::env::current_exe().context("finding this program")? };
    let copy = workspace::scratch().join("site-hook");
    // Never into the old file: it may be running.
    let _ = fs::remove_file(&copy);
    fs::copy(&this, &copy).with_context(|| format!("copying this program to {}", copy.display()))?;
    Ok(copy)
}

/// Keeps two builds apart; the lock ends with the file.
fn lock() -> Result<File> {
    let directory = workspace::scratch();
    fs::create_dir_all(&directory).with_context(|| format!("making {}", directory.display()))?;
    let path = directory.join("build.lock");
    let file = File::create(&path).with_context(|| format!("opening {}", path.display()))?;
    if file.try_lock().is_err() {
        eprintln!("waiting for another build to finish");
        file.lock().with_context(|| format!("locking {}", path.display()))?;
    }
    Ok(file)
}

fn inputs(base: &Base) -> Result<String> {
    let root = workspace::root();
    let mut files = Files::default();
    files.add_text(base.as_str());
    for input in INPUTS {
        files.add(&root.join(input))?;
    }
    Ok(files.finish())
}

fn outputs() -> Result<String> {
    let mut files = Files::default();
    files.add(&workspace::dist())?;
    Ok(files.finish())
}

/// What `dist/` was made from, and what came out.
#[derive(serde::Serialize, serde::Deserialize)]
struct Stamp {
    inputs: String,
    outputs: String,
    sizes: Sizes,
}

impl Stamp {
    fn path() -> PathBuf {
        workspace::scratch().join("dist.json")
    }

    /// The stamp of the last build; `None` if there was none, or none that this program can read.
    fn read() -> Option<Stamp> {
        serde_json::from_slice(&fs::read(Self::path()).ok()?).ok()
    }

    fn holds(&self, now: &str) -> bool {
        self.inputs == now && outputs().is_ok_and(|outputs| outputs == self.outputs)
    }

    fn write(&self) -> Result<()> {
        let path = Self::path();
        fs::write(&path, serde_json::to_vec(self)?).with_context(|| format!("writing {}", path.display()))
    }
}
