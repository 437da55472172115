//! A driver's process, which ends with the test, and a screen for the engine that has no headless mode.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process_group};

use crate::engine::Engine;
use crate::wait::until;

/// A running driver. Dropping it ends it and every process it started.
pub(crate) struct Driver {
    process: Group,
    /// The screen must outlive the browser on it: fields end in their order.
    _screen: Option<Screen>,
    log: PathBuf,
    port: u16,
}

impl Driver {
    /// Starts the driver of `engine` in `time_zone` and waits until it listens.
    pub async fn start(engine: Engine, time_zone: &str) -> Result<Driver> {
        let log = log_file(engine)?;
        let screen = if engine == Engine::WebKit { Some(Screen::start(&log)?) } else { None };
        let port = free_port()?;
        let mut command = engine.driver(port)?;
        command.env("TZ", time_zone);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.display);
            // Without it a missing session bus costs half a minute.
            command.env("GTK_A11Y", "none").env("NO_AT_BRIDGE", "1");
        }
        let process = Group::start(&mut command, Stdio::null(), &log)?;
        let mut driver = Driver { process, _screen: screen, log, port };
        driver.listening().await?;
        Ok(driver)
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where it writes what it does.
    pub fn log(&self) -> &Path {
        &self.log
    }

    /// The group that it and every process it started are.
    pub fn group(&self) -> Option<Pid> {
        self.process.number()
    }

    async fn listening(&mut self) -> Result<()> {
        let (port, log) = (self.port, self.log.clone());
        until(&format!("a driver on port {port}"), async || {
            if let Some(status) = self.process.0.try_wait()? {
                bail!("the driver ended with {status}; see {}", log.display());
            }
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok().then_some(()))
        })
        .await
    }
}

/// A screen that nobody sees.
struct Screen {
    _process: Group,
    display: String,
}

impl Screen {
    fn start(log: &Path) -> Result<Screen> {
        let mut command = Command::new("Xvfb");
        // It picks a free number itself and says which.
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        let mut process = Group::start(&mut command, Stdio::piped(), log)?;
        let output = process.0.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number).context("reading Xvfb's display number")?;
        if number.trim().is_empty() {
            bail!("Xvfb gave no display; see {}", log.display());
        }
        Ok(Screen { _process: process, display: format!(":{}", number.trim()) })
    }
}

/// A process and those it starts, killed when dropped.
struct Group(Child);

impl Group {
    /// Starts `command`; what it says goes to `log`, so that no test's pipe is held open by it.
    fn start(command: &mut Command, output: Stdio, log: &Path) -> Result<Group> {
        let name = command.get_program().to_string_lossy().into_owned();
        let file = || File::options().create(true).append(true).open(log);
        let piped = file().with_context(|| format!("opening {}", log.display()))?;
        let child = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(piped)
            .spawn()
            .with_context(|| format!("starting {name} (`cargo xtask setup` installs it)"))?;
        Ok(Group(child))
    }

    /// Its number, which is that of the process it began with.
    fn number(&self) -> Option<Pid> {
        i32::try_from(self.0.id()).ok().and_then(Pid::from_raw)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Already gone is as good.
        if let Some(group) = self.number() {
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.0.wait();
    }
}

fn log_file(engine: Engine) -> Result<PathBuf> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let directory = xtask::workspace::scratch().join("drivers");
    fs::create_dir_all(&directory).with_context(|| format!("making {}", directory.display()))?;
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let path = directory.join(format!("{engine}-{}-{number}.log", std::process::id()));
    Ok(path)
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("asking for a free port")?;
    Ok(listener.local_addr()?.port())
}

/// How long a driver may take for one command, a browser's start included. Longer than it waits for a page or a script
/// itself, which is 60 s: then it says so, and is not silent.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);
