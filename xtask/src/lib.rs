//! Host tooling: what stands behind `cargo xtask COMMAND`. A library, so that the browser tests serve files with the
//! same server as `cargo xtask serve`.

pub mod audit;
pub mod base;
pub mod bench;
pub mod build;
pub mod ceilings;
pub mod check;
pub mod deny;
pub mod digest;
pub mod export;
pub mod fuzz;
pub mod headers;
mod help;
pub mod mutants;
pub mod options;
pub mod plan;
pub mod process;
pub mod rule_files;
pub mod sample;
pub mod scale;
pub mod schema;
pub mod serve;
pub mod settings;
pub mod setup;
pub mod shots;
pub mod site;
pub mod sizes;
pub mod taps;
pub mod test;
pub mod throughput;
pub mod verify;
pub mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

/// One command: its name, its arguments and what it does (for the help), and the function behind it.
struct Command {
    name: &'static str,
    usage: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<ExitCode>,
}

/// Every command, in the order of the help.
const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        usage: "[--port N] [--base /PATH/]",
        about: "アプリを作って、この機械で見せます",
        run: serve::run,
    },
    Command { name: "test", usage: "", about: "set up and run every test, browsers included", run: test::run },
    Command { name: "build", usage: "[--base /PATH/]", about: "leave the deployable site in dist/", run: build::run },
    Command { name: "verify", usage: "URL", about: "公開したサイトを dist/ と比べます", run: verify::run },
    Command { name: "setup", usage: "", about: "install what building and testing need", run: setup::run },
    Command {
        name: "plan", usage: "[FILE]", about: "1行に1つの状況（JSON Lines）に答えます", run: plan::run
    },
    Command {
        name: "check",
        usage: "[FILE…] [--today YYYY-MM-DD]",
        about: "決まりのファイルの間違いを、まとめて出します",
        run: check::run,
    },
    Command { name: "export", usage: "", about: "決まりの全部を JSON で出します", run: export::run },
    Command { name: "schema", usage: "", about: "write the rule files' JSON Schema for editors", run: schema::run },
    Command { name: "scale", usage: "", about: "weigh a site of all 1,741 municipalities", run: scale::run },
    Command {
        name: "shots", usage: "[SCREEN…]", about: "take pictures of every screen, into shots/", run: shots::run
    },
    Command { name: "audit", usage: "", about: "run Lighthouse on every page, print a table", run: audit::run },
    Command { name: "deny", usage: "", about: "check licences and sources of what we use", run: deny::run },
    Command {
        name: "taps",
        usage: "",
        about: "measure how soon a tap shows its effect on a slow phone",
        run: taps::run,
    },
    Command {
        name: "fuzz",
        usage: "[--executions N] [--keep true]",
        about: "feed whatever may come in, print figures",
        run: fuzz::run,
    },
    Command { name: "bench", usage: "", about: "the rules' speed, against its ceilings", run: bench::run },
    Command {
        name: "throughput",
        usage: "[--lines N]",
        about: "how fast `plan` answers a long file",
        run: throughput::run,
    },
    Command {
        name: "mutants",
        usage: "[--shard K/N] [--file PATH] [--resume true]",
        about: "break the rules' code on purpose, see what tests notice",
        run: mutants::run,
    },
    Command { name: "site", usage: "", about: "write pages and style sheet (Trunk's hook)", run: site::run },
];

/// Runs the command that `arguments` names.
///
/// # Errors
///
/// When there is no such command, or when the command itself fails.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", help());
        return Ok(ExitCode::FAILURE);
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", help());
        return Ok(ExitCode::SUCCESS);
    }
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) if help::is_asked_for(rest) => {
            print!("{}", command.help());
            Ok(ExitCode::SUCCESS)
        }
        Some(command) => (command.run)(rest),
        None => bail!("`{name}` is no command\n\n{}", help()),
    }
}

impl Command {
    /// How it is called, what it does, what goes in and what comes out.
    fn help(&self) -> String {
        let Command { name, usage, about, .. } = self;
        let call = format!("cargo xtask {name} {usage}");
        format!("{}\n{about}\n\n{}", call.trim_end(), help::of(name))
    }
}

fn help() -> String {
    let mut text = String::from(
        "usage: cargo xtask COMMAND\n       cargo xtask COMMAND --help   what goes in, what comes out\n\n",
    );
    for Command { name, usage, about, .. } in COMMANDS {
        let left = format!("{name} {usage}");
        text += &format!("  {left:<34}{about}\n");
    }
    text
}
