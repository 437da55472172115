//! `cargo xtask serve`, and the server behind it, which the browser tests use too.

mod answer;
pub mod encoding;
mod fault;
mod server;

use std::net::{IpAddr, UdpSocket};
use std::process::ExitCode;

use anyhow::Result;

use crate::base::Base;
use crate::options::Options;
use crate::{build, workspace};

pub use fault::Fault;
pub use server::{Server, Settings};

/// The port when none is asked for.
const PORT: u16 = 8080;

/// Runs `cargo xtask serve [--port N] [--base /sango/]`: sets up, builds and serves until interrupted.
///
/// # Errors
///
/// When the site can't be built, or the port is taken.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let options = Options::read("serve", &["--port", "--base"], arguments)?;
    let base: Base = options.value("--base")?;
    let port = match options.value("--port")? {
        0 => PORT,
        port => port,
    };
    build::site(&base)?;
    let server = Server::open(&workspace::dist(), Settings { port, base: base.clone(), on_the_network: true })?;
    println!("here:       {}", server.url());
    match network_address() {
        Some(address) => {
            println!("on the LAN: http://{address}:{port}{base}");
            println!("           There, over plain http, nothing works without network: browsers allow that");
            println!("           only over https and on localhost.");
        }
        None => println!("on the LAN: no network found"),
    }
    println!("Ctrl+C ends it.");
    server.wait();
    Ok(ExitCode::SUCCESS)
}

/// The address under which other devices reach this machine. Nothing is sent: it is the one that the system would use.
fn network_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}
