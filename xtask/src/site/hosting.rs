//! What hosts want to be told: headers for Cloudflare Pages and Netlify, a file for GitHub Pages, a server for nginx.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::save;
use crate::base::Base;
use crate::headers::{self, MEDIA_TYPES, OTHER_MEDIA_TYPE, SECURITY};

/// The server for nginx: to be changed in its first lines and put among its sites.
pub const NGINX: &str = "nginx.conf";
/// Where that server says that the site is, until it is changed.
pub const NGINX_ROOT: &str = "/srv/sango-navi";
/// Headers by path, as Cloudflare Pages and Netlify read them.
const HEADERS: &str = "_headers";
/// Keeps GitHub Pages from leaving out what begins with an underscore.
const NO_JEKYLL: &str = ".nojekyll";

/// Writes them for the site in `staging`, which will stand under `base`.
///
/// # Errors
///
/// When a directory can't be read or a file not be written.
pub fn write(staging: &Path, base: &Base) -> Result<()> {
    let mut kept = Vec::new();
    for_ever(staging, "", &mut kept)?;
    kept.sort();
    save(staging, HEADERS, of_paths(base, &kept))?;
    save(staging, NO_JEKYLL, "")?;
    save(staging, NGINX, nginx(base))
}

/// `_headers`. On these hosts rules that match one path add up, so that none sets what another does; what no rule says of
/// keeping is revalidated there.
fn of_paths(base: &Base, kept: &[String]) -> String {
    let mut text = format!("{}*\n", base.as_str());
    for (name, value) in SECURITY {
        // Writing to memory can't fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    for path in kept {
        let value = headers::cache_control("x-0123456789abcdef.js");
        let _ = writeln!(text, "\n{}\n  Cache-Control: {value}", base.link(path));
    }
    text
}

/// Every file in `directory` whose name holds its digest; all of a directory with no others as one, `data/*`.
fn for_ever(staging: &Path, directory: &str, into: &mut Vec<String>) -> Result<()> {
    let path = staging.join(directory);
    let (mut files, mut directories) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(&path).with_context(|| format!("reading {}", path.display()))? {
        let entry = entry?;
        let name = format!("{directory}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() { directories.push(format!("{name}/")) } else { files.push(name) }
    }
    let all = files.iter().all(|file| headers::has_hash(file)) && directories.is_empty();
    if all && !files.is_empty() && !directory.is_empty() {
        into.push(format!("{directory}*"));
    } else {
        into.extend(files.into_iter().filter(|file| headers::has_hash(file)));
        for directory in directories {
            for_ever(staging, &directory, into)?;
        }
    }
    Ok(())
}

/// A server for nginx 1.22 and newer.
fn nginx(base: &Base) -> String {
    let mut types = String::new();
    for (end, media_type) in MEDIA_TYPES {
        // Said once for all of them below.
        let media_type = media_type.split(';').next().unwrap_or(media_type);
        let _ = writeln!(types, "        {media_type} {end};");
    }
    let security = |indent: &str| {
        SECURITY.iter().fold(String::new(), |mut text, (name, value)| {
            let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
            text
        })
    };
    let (server, location) = (security("    "), security("        "));
    let (for_ever, asked) = (headers::cache_control("x-0123456789abcdef.js"), headers::cache_control("index.html"));
    let under = base.as_str();
    format!(
        r#"# 産後ケアナビ behind nginx. Change the address and the place; TLS as you have it elsewhere: without it nothing is kept
# on the phone. The files of {under} lie in root{under}.
server {{
    listen 80;
    server_name _;
    root {NGINX_ROOT};

    index index.html;
    # /kita leads to /kita/ on whatever address this stands.
    absolute_redirect off;
    error_page 404 {under}404.html;

    types {{
{types}    }}
    default_type {OTHER_MEDIA_TYPE};
    charset utf-8;
    charset_types text/html text/css text/javascript text/plain;

    gzip on;
    gzip_vary on;
    gzip_types text/css text/javascript text/plain application/wasm application/json application/manifest+json
        application/xml image/svg+xml {OTHER_MEDIA_TYPE};

{server}    add_header Cache-Control "{asked}";

    # Names that change with what they name.
    location ~ "-[0-9a-f]{{16}}\.[a-z0-9]+$" {{
{location}        add_header Cache-Control "{for_ever}";
    }}

    # For other hosts, or for this file's reader.
    location = {under}{HEADERS} {{ return 404; }}
    location = {under}{NGINX} {{ return 404; }}
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_said_to_be_kept() {
        let staging = crate::workspace::scratch().join("tests").join("hosting-headers");
        let _ = fs::remove_dir_all(&staging);
        for path in [
            "index.html",
            "worker.js",
            "sango-navi-0123456789abcdef.js",
            "kita/index.html",
            "data/a-0123456789abcdef.bin",
        ] {
            save(&staging, path, "").unwrap();
        }
        write(&staging, &"/sango/".parse().unwrap()).unwrap();
        let text = fs::read_to_string(staging.join(HEADERS)).unwrap();
        let paths: Vec<&str> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(paths, ["/sango/*", "/sango/data/*", "/sango/sango-navi-0123456789abcdef.js"]);
        for (name, value) in SECURITY {
            assert!(text.contains(&format!("\n  {name}: {value}\n")), "{name} in {text}");
        }
        assert!(staging.join(NO_JEKYLL).is_file());
    }
}
