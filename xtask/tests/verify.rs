//! What is said of a site that is published: nothing of one as it was built, and what changed of any other.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::base::Base;
use xtask::digest;
use xtask::headers::SECURITY;
use xtask::serve::{Fault, Server, Settings};
use xtask::site::hosting;
use xtask::verify;

const LETTER: &str = "mailto:keeper@navi.example?subject=北区";

/// A small site, as a build leaves it.
struct Site {
    root: PathBuf,
    base: Base,
    program: String,
}

impl Site {
    fn build(name: &str, base: &str) -> Site {
        let root = xtask::workspace::scratch().join("tests").join(format!("verify-{name}"));
        let _ = fs::remove_dir_all(&root);
        let mut site = Site { root, base: base.parse().unwrap(), program: String::new() };
        site.program = site.named("sango-navi", "wasm", &"\0asm産後ケア".repeat(200));
        let script = site.named("sango-navi", "js", "import('x')");
        site.named("data/kita", "bin", "rules");
        let page = format!(
            "<!doctype html>\n<html lang=\"ja\">\n<body>\n<!--email_off-->\n<h1>北区の産後ケア</h1>\n\
             <p><a class=\"wrong-here\" href=\"{LETTER}\">ここが違う</a></p>\n<!--/email_off-->\n\
             <script data-cfasync=\"false\" type=\"module\">import(\"{script}\")</script>\n</body>\n</html>\n"
        );
        site.save("index.html", "<!doctype html>\n<h1>産後ケアナビ</h1>\n");
        site.save("kita/index.html", &page);
        site.save("kita/flyer/index.html", "<!doctype html>\n<h1>ちらし</h1>\n");
        site.save("404.html", "<!doctype html>\n<h1>ページが見つかりません</h1>\n");
        site.save("robots.txt", "User-agent: *\nDisallow:\n");
        site.work();
        hosting::write(&site.root, &site.base).unwrap();
        site
    }

    /// The worker, which knows the pages by their digests.
    fn work(&self) {
        let page = |path: &str| digest::short(&fs::read(self.root.join(path)).unwrap());
        let (home, kita) = (page("index.html"), page("kita/index.html"));
        self.save(
            "worker.js",
            &format!(
                "const BASE = \"{}\";\nconst DIGESTS = {{\"\":\"{home}\",\"kita/\":\"{kita}\"}};\nconst RELEASE = \"{}\";\n",
                self.base,
                digest::short(format!("{home}{kita}").as_bytes())
            ),
        );
    }

    fn named(&self, name: &str, end: &str, content: &str) -> String {
        let path = format!("{name}-{}.{end}", digest::short(content.as_bytes()));
        self.save(&path, content);
        path
    }

    fn save(&self, path: &str, content: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    fn serve(&self) -> Server {
        Server::open(&self.root, Settings { base: self.base.clone(), ..Settings::default() }).unwrap()
    }
}

/// What is said of the site at `server`, and whether it is as built.
fn said(dist: &Path, server: &Server) -> (String, bool) {
    let report = verify::against(dist, &server.url()).unwrap();
    (report.to_string(), report.is_as_built())
}

/// What is said where the file asked for as `path` goes wrong so.
fn said_of(site: &Site, path: &str, fault: Fault) -> String {
    let server = site.serve();
    let path = site.base.link(path);
    server.fail(move |asked| (asked == path).then(|| fault.clone()));
    let (text, as_built) = said(&site.root, &server);
    assert!(!as_built, "{text}");
    text
}

fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "「{part}」 in\n{text}");
    }
}

#[test]
fn a_site_as_built_is_one_line() {
    for base in ["/", "/sango/"] {
        let site = Site::build(&format!("same{}", base.replace('/', "-")), base);
        let server = site.serve();
        let (text, as_built) = said(&site.root, &server);
        assert_eq!(text, format!("{}: 9個のファイルは、すべて組み立てたとおりです\n", server.url()));
        assert!(as_built);
        let asked = server.take_requests();
        for hidden in ["_headers", ".nojekyll", "nginx.conf"] {
            assert!(site.root.join(hidden).is_file() && !asked.contains(&site.base.link(hidden)), "{asked:?}");
        }
    }
}

#[test]
fn who_writes_in_a_page_is_told_with_the_place_and_the_switch() {
    let site = Site::build("written-in", "/");
    let page = site.read("kita/index.html");
    let mail = page.replace(LETTER, "/cdn-cgi/l/email-protection#8ee5ebebfeebfc").replace(
        "</body>",
        "<script src=\"/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js\"></script></body>",
    );
    let rocket = page.replace(
        "<script data-cfasync=\"false\" type=\"module\">",
        "<script type=\"5b3c2d1e0f9a8b7c6d5e4f3a-module\">",
    );
    let script = page.replace("</body>", "<script src=\"https://count.example/a.js\"></script></body>");
    let netlify = page.replace("</body>", "<script src=\"/.netlify/scripts/rum\"></script></body>");
    let small = page.replace('\n', "").replace("<!--email_off-->", "").replace("<!--/email_off-->", "");
    let banner = page.replace("<body>\n", "<body>\n<div>この通信は記録されています</div>\n");
    let transfer = page.replace('\n', "\r\n");
    for (found, parts) in [
        (
            mail,
            [
                "（6行目から）",
                "組み立てた文: …⏎<p><a class=\"wrong-here\" href=\"mailto:keeper@navi.example",
                "届いた文: …⏎<p><a class=\"wrong-here\" href=\"/cdn-cgi/l/email-protection#8ee5",
                "Email Address Obfuscation をオフ。オンのままだと「ここが違う」が開きません",
            ],
        ),
        (rocket, ["（8行目から）", "届いた文: ", "type=\"5b3c2d1e", "Rocket Loader をオフ"]),
        (script, ["（9行目から）", "<script src=\"https://count.example/a.js\">", "スクリプトを足すもの", "別の回線"]),
        (netlify, ["（9行目から）", "/.netlify/scripts/rum", "Netlify が足すもの", "Snippet injection を消し"]),
        (small, ["（1行目から）", "届いた文: <!doctype html><html lang=", "HTML を縮めるもの", "Auto Minify"]),
        (banner, ["（4行目から）", "<div>この通信は記録されています</div>", "帯", "別の回線"]),
        (transfer, ["（1行目から）", "届いた文: <!doctype html>⏎<html", "FTP", "バイナリーモード"]),
    ] {
        let text = said_of(&site, "kita/", Fault::Rewritten(found.into_bytes()));
        assert_says(&text, &parts);
        assert_says(
            &text,
            &[
                "/kita/\n  届いたのは: 中身が書き換えられています",
                "正しいのは: dist/kita/index.html と1バイトも違わないこと。違うあいだは、スマホがこの版を残せず",
                ": 9個のファイルのうち 1個が、組み立てたとおりではありません\n",
            ],
        );
        assert_eq!(text.matches("書き換えたのは: ").count(), 1, "{text}");
    }
}

#[test]
fn a_page_that_may_be_written_in_is_told() {
    let site = Site::build("transform", "/");
    let text = said_of(&site, "kita/", Fault::Headers(vec![("Cache-Control", Some("no-cache"))]));
    assert_says(
        &text,
        &[
            "/kita/\n  届いたのは: Cache-Control: no-cache\n  正しいのは: Cache-Control: no-cache, no-transform。no-transform がないと",
            "直し方: ホストのヘッダーの設定に、dist/_headers に書いてあるとおりに",
        ],
    );
    // Hosts write it in their own words.
    let server = site.serve();
    server.fail(|path| {
        (path == "/kita/")
            .then(|| Fault::Headers(vec![("Cache-Control", Some("No-Transform,public, max-age=0, must-revalidate"))]))
    });
    assert!(said(&site.root, &server).1);
    let text =
        said_of(&site, "worker.js", Fault::Headers(vec![("Cache-Control", Some("max-age=14400, no-transform"))]));
    assert_says(&text, &["/worker.js\n", "違うと、新しい版がすぐには届きません"]);
    let text = said_of(&site, &site.program, Fault::Headers(vec![("Cache-Control", Some("no-cache"))]));
    assert_says(&text, &["正しいのは: Cache-Control: public, max-age=31536000, immutable。"]);
}

#[test]
fn a_host_is_told_by_its_answers_and_where_its_settings_are() {
    let site = Site::build("hosts", "/");
    for (header, value, place) in [
        ("Server", "cloudflare", "Browser Cache TTL は Respect Existing Headers に"),
        ("X-NF-Request-ID", "01J", "dist/ の _headers が、公開するフォルダーのいちばん上に"),
        ("Server", "nginx/1.22.1", "nginx -s reload"),
    ] {
        let text = said_of(&site, "", Fault::Headers(vec![(header, Some(value)), ("Cache-Control", None)]));
        assert_says(&text, &["届いたのは: Cache-Control: （ありません）", place]);
    }
}

#[test]
fn a_program_of_another_type_is_told() {
    let site = Site::build("type", "/");
    let text = said_of(&site, &site.program, Fault::Untyped);
    assert_says(
        &text,
        &[
            &format!("/{}\n  届いたのは: Content-Type: application/octet-stream\n", site.program),
            "正しいのは: Content-Type: application/wasm。",
            "直し方: ホストの設定（MIME タイプ）で、.wasm を application/wasm にします",
        ],
    );
}

#[test]
fn a_file_that_is_not_there_or_cut_or_damaged_is_told() {
    let site = Site::build("missing", "/");
    let program = site.program.as_str();
    for (fault, parts) in [
        (
            Fault::Status(404),
            ["届いたのは: 状態 404\n", "正しいのは: 状態 200 と、dist/sango-navi-", "公開されていません"],
        ),
        (Fault::Status(403), ["届いたのは: 状態 403\n", "正しいのは: 状態 200 と、dist/sango-navi-", "閲覧の制限"]),
        (Fault::Truncated(10), ["届いたのは: 最後まで届きません（", "ファイルが全部届くこと", "公開し直します"]),
        (
            Fault::Corrupted,
            ["届いたのは: 中身が違います（1,601バイト目から。", "バイトも違わないこと", "バイナリーモード"],
        ),
    ] {
        let text = said_of(&site, program, fault.clone());
        assert_says(&text, &parts);
        assert_says(&text, &[&format!("/{program}\n"), "1個が、組み立てたとおりではありません"]);
    }
}

#[test]
fn an_earlier_release_is_told_as_such() {
    let (old, new) = (Site::build("old", "/"), Site::build("new", "/"));
    let page = new.read("kita/index.html").replace("sango-navi-", "sango-navi-0123456789abcdef.");
    new.save("kita/index.html", &page);
    new.work();
    let server = old.serve();
    let (text, as_built) = said(&new.root, &server);
    assert!(!as_built);
    // The page names no file of another release, its worker does: so the page alone is anybody's work.
    assert_says(&text, &["/worker.js\n", "別の版（前に公開したもの）", "worker.js は最後", "Purge Everything"]);
    drop(server);
    let stale = old.read("kita/index.html").replace("sango-navi-", "sango-navi-fedcba9876543210.");
    let stale = stale.replace("fedcba9876543210.", "fedcba9876543210.js?");
    assert_says(
        &said_of(&old, "kita/", Fault::Rewritten(stale.into_bytes())),
        &["/kita/\n", "別の版（前に公開したもの）"],
    );
}

#[test]
fn what_stands_where_nothing_is_is_looked_at_too() {
    let site = Site::build("nowhere", "/");
    let nowhere = "sango-navi-verify-nothing-is-here/";
    let text = said_of(&site, nowhere, Fault::Rewritten(b"<h1>Not Found</h1>".to_vec()));
    assert_says(
        &text,
        &[
            "届いた文: <h1>Not Found</h1>",
            "正しいのは: dist/404.html と1バイトも違わないこと\n",
            "404 のページを dist/404.html に",
        ],
    );
    let text = said_of(&site, nowhere, Fault::Status(200));
    assert_says(&text, &["届いたのは: 状態 200\n", "正しいのは: 状態 404 と、dist/404.html の中身", "SPA"]);
}

#[test]
fn a_header_that_is_nowhere_is_one_difference() {
    let site = Site::build("headers", "/");
    let server = site.serve();
    server.fail(|_| Some(Fault::Headers(vec![("X-Content-Type-Options", None)])));
    let (text, as_built) = said(&site.root, &server);
    assert!(!as_built);
    assert_says(
        &text,
        &["ほか 5個\n  届いたのは: X-Content-Type-Options: （ありません）\n", "9個のファイルのうち 8個が"],
    );
    assert_eq!(text.matches("届いたのは: ").count(), 1, "{text}");
}

#[test]
fn what_github_pages_cannot_do_is_no_difference_but_what_it_can_is() {
    let site = Site::build("github", "/");
    let own: Vec<(&str, Option<&str>)> = [("Server", Some("GitHub.com")), ("Cache-Control", Some("max-age=600"))]
        .into_iter()
        .chain(SECURITY.iter().map(|(name, _)| (*name, None)))
        .collect();
    let server = site.serve();
    let fault = Fault::Headers(own);
    server.fail({
        let fault = fault.clone();
        move |_| Some(fault.clone())
    });
    let (text, as_built) = said(&site.root, &server);
    assert!(as_built, "{text}");
    assert_says(
        &text,
        &[
            "このホスト（GitHub Pages）では変えられません",
            "Cache-Control: max-age=600（8個）",
            "Permissions-Policy: （ありません）（8個）",
            "9個のファイルは、すべて組み立てたとおりです",
        ],
    );
    server.fail(move |path| Some(if path == "/robots.txt" { Fault::Status(404) } else { fault.clone() }));
    let (text, as_built) = said(&site.root, &server);
    assert!(!as_built, "{text}");
    assert_says(&text, &["/robots.txt\n  届いたのは: 状態 404", "1個が、組み立てたとおりではありません"]);
}

#[test]
fn what_comes_larger_than_it_need_is_said_and_no_difference() {
    let site = Site::build("plain", "/");
    let server = site.serve();
    let program = format!("/{}", site.program);
    let whole = fs::read(site.root.join(&site.program)).unwrap();
    let weight = whole.len();
    server.fail(move |path| (path == program).then(|| Fault::Rewritten(whole.clone())));
    let (text, as_built) = said(&site.root, &server);
    assert!(as_built, "{text}");
    assert_says(&text, &[&format!("圧縮されずに届いたもの: 1個、{},{:03}バイト", weight / 1000, weight % 1000)]);
}

#[test]
fn where_nothing_can_be_compared_it_says_what_to_do() {
    let site = Site::build("errors", "/sango/");
    let error = |dist: &Path, address: &str| format!("{:#}", verify::against(dist, address).unwrap_err());
    let server = site.serve();
    let there = server.url();
    let root = there.replace("/sango/", "/");
    for (said, parts) in [
        (error(&site.root.join("nothing"), &there), ["組み立てたサイトがありません", "cargo xtask build"]),
        (error(&site.root, &root), ["dist/ は /sango/ に置くように組み立ててあります", "cargo xtask build --base /`"]),
        (error(&site.root, "navi.example"), ["正しいのは https://", "https://navi.example/"]),
    ] {
        assert_says(&said, &parts);
    }
    drop(server);
    assert_says(&error(&site.root, &there), &["につながりません。確かめること: 住所のつづり", "HTTPS_PROXY"]);
    // Where the address leads to another, that one is to be asked.
    let moved = Site::build("moved", "/");
    let server = Server::open(&moved.root, Settings { base: site.base.clone(), ..Settings::default() }).unwrap();
    let root = server.url().replace("/sango/", "/");
    assert_says(&error(&moved.root, &root), &[&format!("{root} は /sango/ へ移されます。移った先の住所で")]);
    site.save("kita/index.html", "someone's");
    assert_says(&error(&site.root, &there), &["kita/index.html: 組み立てたあとで変わっています", "cargo xtask build"]);
}
