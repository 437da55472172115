//! Who writes in a page on its way, by what stands in it.

use std::collections::BTreeSet;

use crate::headers;
use crate::site::worker;

/// What changes a text between the build and a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rewriter {
    /// Cloudflare's Email Address Obfuscation.
    MailHiding,
    /// Cloudflare's Rocket Loader.
    RocketLoader,
    /// What Cloudflare adds to know people from machines, and to count them.
    CloudflareScript,
    /// Netlify's snippet injection, and what else it adds.
    NetlifySnippet,
    /// A text mode of a file transfer.
    LineEnds,
    /// A script of someone's.
    Script,
    /// Words of someone's.
    Banner,
    /// A tool that takes out what seems to mean nothing.
    Minifier,
    /// Nobody: it is another release.
    Release,
    /// Nobody knows.
    Unknown,
}

/// How one recognises those who leave a mark.
const MARKS: &[(Rewriter, &[&str])] = &[
    (Rewriter::MailHiding, &["/cdn-cgi/l/email-protection", "data-cfemail", "email-decode.min.js"]),
    (Rewriter::RocketLoader, &["rocket-loader", "-text/javascript\"", "-module\""]),
    (Rewriter::CloudflareScript, &["/cdn-cgi/challenge-platform/", "static.cloudflareinsights.com"]),
    (Rewriter::NetlifySnippet, &["/.netlify/", "netlify-"]),
];

/// Who made `found` of `built`: all who left a mark, or else the one who does such things. `names` are the names of the
/// files of the site.
pub(super) fn guess(built: &str, found: &str, names: &BTreeSet<&str>) -> Vec<Rewriter> {
    let left = |mark: &&str| found.contains(*mark) && !built.contains(*mark);
    let marked: Vec<Rewriter> = MARKS.iter().filter(|(_, marks)| marks.iter().any(left)).map(|(who, _)| *who).collect();
    if !marked.is_empty() {
        return marked;
    }
    let scripts = |text: &str| text.to_ascii_lowercase().matches("<script").count();
    vec![if found.replace("\r\n", "\n") == built {
        Rewriter::LineEnds
    } else if is_earlier(built, found, names) {
        Rewriter::Release
    } else if scripts(found) > scripts(built) {
        Rewriter::Script
    } else if found.len() < built.len() && squeezed(found) == squeezed(built) {
        Rewriter::Minifier
    } else if is_inserted(built, found) {
        Rewriter::Banner
    } else {
        Rewriter::Unknown
    }]
}

/// Whether `found` names files, or a release, that this site doesn't have.
fn is_earlier(built: &str, found: &str, names: &BTreeSet<&str>) -> bool {
    let release = |text: &str| worker::list::<String>(text, "RELEASE").ok();
    let words = found.split(|c: char| !(c.is_ascii_alphanumeric() || "-._".contains(c)));
    let stranger = words.filter(|word| word.contains('.') && headers::has_hash(word)).any(|word| !names.contains(word));
    stranger || release(found).is_some_and(|found| release(built).is_some_and(|built| built != found))
}

/// Whether `found` is `built` with something put in.
fn is_inserted(built: &str, found: &str) -> bool {
    let (built, found) = (built.as_bytes(), found.as_bytes());
    let before = first_difference(built, found);
    let after = built.iter().rev().zip(found.iter().rev()).take_while(|(a, b)| a == b).count();
    found.len() > built.len() && before + after >= built.len()
}

/// The first byte at which the two differ.
pub(super) fn first_difference(built: &[u8], found: &[u8]) -> usize {
    built.iter().zip(found).take_while(|(a, b)| a == b).count()
}

/// `text` without what a minifier takes out: comments, space, quotes, the slash that closes an element without content.
fn squeezed(text: &str) -> String {
    let mut rest = text;
    let mut all = String::with_capacity(text.len());
    while let Some((before, comment)) = rest.split_once("<!--") {
        all += before;
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    all += rest;
    all.retain(|c| !c.is_whitespace() && c != '"' && c != '\'');
    all.replace("/>", ">")
}

impl Rewriter {
    /// Who it is.
    pub fn name(self) -> &'static str {
        match self {
            Rewriter::MailHiding => "Cloudflare の Email Address Obfuscation（メールアドレスを隠す働き）でしょう",
            Rewriter::RocketLoader => "Cloudflare の Rocket Loader（スクリプトを遅らせる働き）でしょう",
            Rewriter::CloudflareScript => "Cloudflare が足すスクリプト（Bot Fight Mode、Web Analytics）でしょう",
            Rewriter::NetlifySnippet => "Netlify が足すもの（Snippet injection など）でしょう",
            Rewriter::LineEnds => "改行を書きかえるファイル転送（FTP のテキストモードなど）でしょう",
            Rewriter::Script => "スクリプトを足すもの（アクセス解析、ホストの広告、庁内のプロキシ）でしょう",
            Rewriter::Banner => "ページに文を足すもの（プロキシやフィルターの帯、ホストの広告）でしょう",
            Rewriter::Minifier => "HTML を縮めるもの（Auto Minify、Netlify の Post processing、pagespeed）でしょう",
            Rewriter::Release => "書き換えではなく、別の版（前に公開したもの）のようです",
            Rewriter::Unknown => "わかりません",
        }
    }

    /// How it is switched off.
    pub fn remedy(self) -> &'static str {
        match self {
            Rewriter::MailHiding => {
                "Cloudflare の画面 → サイト → Scrape Shield → Email Address Obfuscation をオフ。オンのままだと「ここが違う」が\
                 開きません"
            }
            Rewriter::RocketLoader => {
                "Cloudflare の画面 → サイト → Speed → Settings（Optimization）→ Rocket Loader をオフ。オンのままだと質問が\
                 始まりません"
            }
            Rewriter::CloudflareScript => {
                "Cloudflare の画面 → サイト → Security → Bots → Bot Fight Mode をオフ、Web Analytics の自動の組み込みもオフ"
            }
            Rewriter::NetlifySnippet => {
                "Netlify の画面 → Project configuration → Build & deploy → Post processing → Snippet injection を消し、\
                 Deploy Preview の帯や計測もオフ"
            }
            Rewriter::LineEnds => "転送ソフトをバイナリーモードにして、dist/ をもう一度、全部送ります",
            Rewriter::Script | Rewriter::Banner => {
                "まず別の回線（スマホの回線など）から、もう一度。そこで同じなら、違うのは庁内のプロキシです。そこでも違うなら \
                 Cloudflare は Apps と Web Analytics、Netlify は Snippet injection、nginx は sub_filter と addition、\
                 ほかのホストは広告や解析の設定をオフ"
            }
            Rewriter::Minifier => {
                "Cloudflare は Speed → Auto Minify、Netlify は Post processing → Asset optimization、nginx は pagespeed と \
                 sub_filter をオフ"
            }
            Rewriter::Release => {
                "dist/ をもう一度、全部公開します（worker.js は最後）。それでも同じなら、CDN に残った前の版を消します\
                 （Cloudflare は Caching → Purge Everything）"
            }
            Rewriter::Unknown => {
                "dist/ をもう一度、全部公開します。それでも違うなら、ホストと、あいだの CDN・プロキシの書き換えをすべてオフ"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html>\n<body>\n<!--email_off-->\n<a href=\"mailto:a@b.example\">x</a>\n\
        <script data-cfasync=\"false\" type=\"module\">go('a-0123456789abcdef.js')</script>\n</body>\n";

    #[test]
    fn each_leaves_its_trace() {
        let script = "<script data-cfasync=\"false\" type=\"module\">";
        for (who, found) in [
            (Rewriter::MailHiding, PAGE.replace("mailto:a@b.example", "/cdn-cgi/l/email-protection#6e04")),
            (Rewriter::RocketLoader, PAGE.replace(script, "<script type=\"0a1b2c3d4e5f-module\">")),
            (
                Rewriter::RocketLoader,
                PAGE.replace("</body>", "<script src=\"/x/rocket-loader.min.js\"></script></body>"),
            ),
            (
                Rewriter::CloudflareScript,
                PAGE.replace(
                    "</body>",
                    "<script>d.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'</script></body>",
                ),
            ),
            (
                Rewriter::NetlifySnippet,
                PAGE.replace("</body>", "<script src=\"/.netlify/scripts/rum\"></script></body>"),
            ),
            (Rewriter::LineEnds, PAGE.replace('\n', "\r\n")),
            (Rewriter::Script, PAGE.replace("</body>", "<SCRIPT src=\"//ads.example/a.js\"></SCRIPT></body>")),
            (Rewriter::Banner, PAGE.replace("<body>", "<body><div>この通信は記録されます</div>")),
            (
                Rewriter::Minifier,
                PAGE.replace('\n', "").replace("<!--email_off-->", "").replace("\"module\"", "module"),
            ),
            (Rewriter::Release, PAGE.replace("0123456789abcdef", "fedcba9876543210")),
            (Rewriter::Unknown, PAGE.replace(">x<", ">y<")),
        ] {
            let names = BTreeSet::from(["a-0123456789abcdef.js"]);
            assert_eq!(guess(PAGE, &found, &names), [who], "{found}");
        }
    }

    #[test]
    fn two_that_leave_marks_are_both_named() {
        let found =
            PAGE.replace("mailto:a@b.example", "/cdn-cgi/l/email-protection#6e04") + "<script src=rocket-loader>";
        assert_eq!(guess(PAGE, &found, &BTreeSet::new()), [Rewriter::MailHiding, Rewriter::RocketLoader]);
    }

    #[test]
    fn another_worker_is_another_release() {
        let worker = |release: &str| format!("const RELEASE = \"{release}\";\n");
        assert_eq!(guess(&worker("1"), &worker("2"), &BTreeSet::new()), [Rewriter::Release]);
    }
}
