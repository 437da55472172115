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
/// The most rules of `_headers` that Cloudflare Pages reads.
const MOST_RULES: usize = 100;
/// A file whose name holds its digest, and a page.
const KEPT: &str = "x-0123456789abcdef.js";
const PAGE: &str = "index.html";

/// Writes them for the site in `staging`, which will stand under `base`.
///
/// # Errors
///
/// When a directory can't be read or a file not be written.
pub fn write(staging: &Path, base: &Base) -> Result<()> {
    let (mut kept, mut asked) = (Vec::new(), Vec::new());
    whole(staging, "", &mut kept, &mut asked)?;
    kept.sort();
    asked.sort();
    save(staging, HEADERS, of_paths(base, &kept, &asked))?;
    save(staging, NO_JEKYLL, "")?;
    save(staging, NGINX, nginx(base))
}

/// Whether the file `path`, as seen from the site's root, is for the host alone.
pub fn is_for_the_host(path: &str) -> bool {
    [HEADERS, NO_JEKYLL, NGINX].contains(&path)
}

/// `_headers`. On these hosts rules that match one path add up, so that none sets what another does: pages have rules of
/// their own, and not one for all. Where those are more than a host reads, they are left out: what no rule says of keeping
/// is revalidated there.
fn of_paths(base: &Base, kept: &[String], asked: &[String]) -> String {
    let mut text = format!("{}*\n", base.as_str());
    for (name, value) in SECURITY {
        // Writing to memory can't fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    let asked = if 1 + kept.len() + asked.len() > MOST_RULES { &[] } else { asked };
    for (paths, like) in [(kept, KEPT), (asked, PAGE)] {
        for path in paths {
            let _ = writeln!(text, "\n{}\n  Cache-Control: {}", base.link(path), headers::cache_control(like));
        }
    }
    text
}

/// The paths of the files in `directory`: those whose names hold their digests into `kept`, all others into `asked`. A
/// folder in which all files, and those of its folders, are of one kind is one path, `data/*` or `kita/*`.
fn whole(staging: &Path, directory: &str, kept: &mut Vec<String>, asked: &mut Vec<String>) -> Result<()> {
    let path = staging.join(directory);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(&path).with_context(|| format!("reading {}", path.display()))? {
        let entry = entry?;
        let name = format!("{directory}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            whole(staging, &format!("{name}/"), &mut ours, &mut theirs)?;
        } else if headers::has_hash(&name) {
            ours.push(name);
        } else if !is_for_the_host(&name) {
            // A page is asked for by its folder.
            theirs.push(name.strip_suffix("index.html").map_or(name.clone(), str::to_owned));
        }
    }
    let all = |paths: &mut Vec<String>| *paths = vec![format!("{directory}*")];
    match (directory.is_empty(), ours.is_empty(), theirs.is_empty()) {
        (false, false, true) => all(&mut ours),
        (false, true, false) => all(&mut theirs),
        _ => {}
    }
    kept.append(&mut ours);
    asked.append(&mut theirs);
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
    let (for_ever, asked) = (headers::cache_control(KEPT), headers::cache_control(PAGE));
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

    /// `_headers` of a site of these files.
    fn rules(name: &str, files: &[String]) -> String {
        let staging = crate::workspace::scratch().join("tests").join(name);
        let _ = fs::remove_dir_all(&staging);
        for path in files {
            save(&staging, path, "").unwrap();
        }
        // Twice: what it writes itself gets no rule.
        for _ in 0..2 {
            write(&staging, &"/sango/".parse().unwrap()).unwrap();
        }
        assert!(staging.join(NO_JEKYLL).is_file());
        fs::read_to_string(staging.join(HEADERS)).unwrap()
    }

    #[test]
    fn every_file_is_said_to_be_kept_or_not_to_be_written_in_once() {
        let text = rules(
            "hosting-headers",
            &[
                "index.html",
                "worker.js",
                "sango-navi-0123456789abcdef.js",
                "kita/index.html",
                "kita/flyer/index.html",
                "data/a-0123456789abcdef.bin",
                "mixed/a-0123456789abcdef.bin",
                "mixed/b.txt",
            ]
            .map(str::to_owned),
        );
        let (all, said) = text.split_once("\n\n").unwrap();
        for (name, value) in SECURITY {
            assert!(all.contains(&format!("\n  {name}: {value}")), "{name} in {all}");
        }
        assert!(all.starts_with("/sango/*\n") && !all.contains("Cache-Control"), "{all}");
        let said: Vec<(&str, &str)> =
            said.split("\n\n").filter_map(|rule| rule.trim_end().split_once("\n  Cache-Control: ")).collect();
        let (kept, asked) = (headers::cache_control(KEPT), "no-cache, no-transform");
        assert_eq!(
            said,
            [
                ("/sango/data/*", kept),
                ("/sango/mixed/a-0123456789abcdef.bin", kept),
                ("/sango/sango-navi-0123456789abcdef.js", kept),
                ("/sango/", asked),
                ("/sango/kita/*", asked),
                ("/sango/mixed/b.txt", asked),
                ("/sango/worker.js", asked),
            ]
        );
    }

    #[test]
    fn a_country_has_no_more_rules_than_a_host_reads() {
        let towns = (0..MOST_RULES).map(|town| format!("town-{town}/index.html"));
        let text = rules("hosting-many", &towns.chain(["data/a-0123456789abcdef.bin".to_owned()]).collect::<Vec<_>>());
        let paths: Vec<&str> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(paths, ["/sango/*", "/sango/data/*"]);
    }
}
