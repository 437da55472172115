//! Who serves a site, and where its settings are.

use std::fmt;

use super::ask::Answer;

/// A host, as its answers show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Host {
    Cloudflare,
    Netlify,
    GitHubPages,
    Nginx,
    /// Any other, or one that doesn't say.
    Other,
}

impl Host {
    /// The host that gave `answer`.
    pub fn of(answer: &Answer) -> Host {
        let server = answer.header("Server").unwrap_or_default().to_ascii_lowercase();
        let says = |header: &str| answer.header(header).is_some();
        // Before a site on GitHub Pages may stand Cloudflare, which can set its headers.
        if server.contains("cloudflare") || says("CF-Ray") {
            Host::Cloudflare
        } else if server.contains("netlify") || says("X-NF-Request-ID") {
            Host::Netlify
        } else if server.contains("github.com") || says("X-GitHub-Request-ID") {
            Host::GitHubPages
        } else if server.contains("nginx") {
            Host::Nginx
        } else {
            Host::Other
        }
    }

    /// Whether it lets nobody choose headers.
    pub fn has_its_own_headers(self) -> bool {
        self == Host::GitHubPages
    }

    /// Where one says what is said of files.
    pub fn where_headers_are_set(self) -> &'static str {
        match self {
            Host::Cloudflare | Host::Netlify => {
                "dist/ の _headers が、公開するフォルダーのいちばん上にあること。別の設定（Cloudflare の Rules → Transform \
                 Rules、Netlify の netlify.toml）が上書きしていないこと"
            }
            Host::GitHubPages => "このホストでは変えられません",
            Host::Nginx => {
                "dist/nginx.conf の server の中身を使い、置いたら nginx を読み込み直します（nginx -s reload）"
            }
            Host::Other => "ホストのヘッダーの設定に、dist/_headers に書いてあるとおりに入れます",
        }
    }

    /// Where one says for how long browsers keep files.
    pub fn where_keeping_is_set(self) -> String {
        let own = match self {
            Host::Cloudflare => {
                "。Cloudflare の Caching → Configuration → Browser Cache TTL は Respect Existing Headers に"
            }
            _ => "",
        };
        format!("{}{own}", self.where_headers_are_set())
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Host::Cloudflare => "Cloudflare",
            Host::Netlify => "Netlify",
            Host::GitHubPages => "GitHub Pages",
            Host::Nginx => "nginx",
            Host::Other => "名乗らないホスト",
        })
    }
}
