//! What the server says with every file: where it may be used, how long it may be kept, what it is.

use crate::digest;

/// The content security policy of a page in which `scripts` and one `style` sheet stand: these texts, to the letter, and
/// no others inline. All else comes from this site alone, with no `eval` but WebAssembly's, and no text becomes markup or
/// the address of a script, but the worker's (in browsers with Trusted Types).
///
/// It stands in each page, so that it holds on a host without headers of one's own; see [`SECURITY`] for what a page
/// can't say itself.
pub fn policy(scripts: [&str; 2], style: &str) -> String {
    let exactly = |text: &str| format!("'{}'", digest::integrity(text.as_bytes()));
    directives(&format!("'self' {} 'wasm-unsafe-eval'", scripts.map(exactly).join(" ")), &exactly(style))
}

/// The policy of a page that loads its style sheet and has no script in it.
pub fn plain_policy() -> String {
    directives("'self' 'wasm-unsafe-eval'", "'self'")
}

fn directives(script: &str, style: &str) -> String {
    format!(
        "default-src 'none'; script-src {script}; style-src {style}; connect-src 'self'; img-src 'self' data:; \
         manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types worker"
    )
}

/// The headers that go with every answer.
pub const SECURITY: &[(&str, &str)] = &[
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// How long a browser may keep the file `path` without asking again; and that nobody on the way may write in it, where
/// somebody would: in pages, and in what stands beside them.
///
/// Files with a digest in their names don't say so. No host writes in them, and one that is told `no-transform` may send them
/// as they are: Cloudflare then leaves out compression, and the program would weigh nearly three times as much.
pub fn cache_control(path: &str) -> &'static str {
    if has_hash(path) { FOR_EVER } else { ASKED }
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";
const ASKED: &str = "no-cache, no-transform";

/// The media types of the site's files, by the ends of their names.
pub const MEDIA_TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("map", "application/json"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("ico", "image/vnd.microsoft.icon"),
    ("txt", "text/plain; charset=utf-8"),
    ("xml", "application/xml"),
    ("pdf", "application/pdf"),
];

/// The media type of every other file.
pub const OTHER_MEDIA_TYPE: &str = "application/octet-stream";

/// The media type of the file `path`, by the end of its name.
pub fn media_type(path: &str) -> &'static str {
    let end = path.rsplit_once('.').map_or("", |(_, end)| end);
    MEDIA_TYPES.iter().find(|(known, _)| *known == end).map_or(OTHER_MEDIA_TYPE, |(_, media_type)| media_type)
}

/// Whether the file `path` is worth making smaller on its way: pictures are small as they are.
pub fn shrinks(path: &str) -> bool {
    !matches!(media_type(path), "image/png" | "image/vnd.microsoft.icon" | "application/pdf")
}

/// Whether a file's name changes with its content: 16 hexadecimal digits after a hyphen.
pub fn has_hash(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.split(['-', '.']).skip(1).any(|part| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        for kept in
            ["sango-navi-c86b1d143bb42068.wasm", "/data/kita-0123456789abcdef.bin", "sango-navi-0123456789abcdef.js"]
        {
            assert_eq!(cache_control(kept), "public, max-age=31536000, immutable", "{kept}");
        }
        for asked in ["index.html", "kita/index.html", "worker.js", "sango-navi.js", "0123456789abcdef.js"] {
            assert_eq!(cache_control(asked), "no-cache, no-transform", "{asked}");
        }
    }

    #[test]
    fn the_policy_lets_nothing_in() {
        let policy = plain_policy();
        let directives: Vec<&str> = policy.split(';').map(str::trim).collect();
        assert!(directives.contains(&"default-src 'none'"), "{policy}");
        for directive in directives {
            for word in directive.split(' ').skip(1) {
                let right = ["'none'", "'self'", "'wasm-unsafe-eval'", "'script'", "data:", "worker"];
                assert!(right.contains(&word), "{directive}");
            }
            // A picture in the page itself is the icon that stands for none.
            assert!(!directive.contains("data:") || directive.starts_with("img-src "), "{directive}");
        }
    }

    #[test]
    fn webassembly_has_the_type_that_browsers_insist_on() {
        assert_eq!(media_type("sango-navi-c86b1d143bb42068.wasm"), "application/wasm");
        assert_eq!(media_type("no-extension"), "application/octet-stream");
    }
}
