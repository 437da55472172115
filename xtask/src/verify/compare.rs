//! One file, as it was built and as it comes.

use std::collections::BTreeSet;

use super::ask::{Answer, Silence};
use super::built::{File, MISSING};
use super::count;
use super::host::Host;
use super::report::{Difference, label};
use super::rewriter::{self, Rewriter, first_difference};
use crate::headers::{self, SECURITY};

/// How many characters are shown before and after the first that differs.
const AROUND: (usize, usize) = (32, 56);
/// A year, in seconds.
const YEAR: u64 = 31_536_000;
/// What is smaller than this comes as it is, in bytes.
const SMALL: usize = 1024;

/// In what `answer`, which came for `file` from `url`, is another than it was built.
pub(super) fn differences(
    url: &str,
    file: &File,
    answer: &Answer,
    host: Host,
    names: &BTreeSet<&str>,
) -> Vec<Difference> {
    let right = if file.path == MISSING { 404 } else { 200 };
    if answer.status != right {
        return vec![status(url, file, answer, right)];
    }
    let mut all = Vec::new();
    all.extend((answer.body != file.content).then(|| content(url, file, &answer.body, names)));
    all.extend(media_type(url, file, answer, host));
    // On most hosts no rule reaches what is not there.
    if file.path != MISSING {
        all.extend(keeping(url, file, answer, host));
        all.extend(security(url, answer, host));
    }
    all
}

/// Nothing came of `url`, or not all.
pub(super) fn broken_off(url: String, error: &Silence) -> Difference {
    Difference {
        found: format!("最後まで届きません（{error}）"),
        right: "ファイルが全部届くこと。もう一度試して、同じなら dist/ を全部公開し直します".to_owned(),
        ..Difference::at(url)
    }
}

/// Whether `file` came as large as it is, though it needn't.
pub(super) fn could_be_smaller(file: &File, answer: &Answer) -> bool {
    let small = answer.header("Content-Encoding").is_some_and(|encoding| encoding != "identity");
    answer.status == 200 && !small && file.content.len() > SMALL && headers::shrinks(&file.path)
}

fn status(url: &str, file: &File, answer: &Answer, right: u16) -> Difference {
    let elsewhere = answer.leads_to().map_or_else(String::new, |to| format!("、{to} へ移されます"));
    let challenged = answer.header("CF-Mitigated").is_some()
        || String::from_utf8_lossy(&answer.body).contains("/cdn-cgi/challenge-platform/");
    let remedy = match answer.status {
        _ if file.path == MISSING => {
            "ないはずの住所です。どの住所にも最初のページを出す設定（SPA、フォールバック）をやめ、404.html を 404 で出します"
        }
        403 | 429 | 503 if challenged => {
            "Cloudflare がこの確認を機械と見て止めました。Security → Bots → Bot Fight Mode をオフにして、もう一度"
        }
        401 | 403 => "誰でも見られるように、ホストの閲覧の制限を外します",
        404 => "公開されていません。dist/ をもう一度、全部公開します（名前の始めが _ や . のファイルも）",
        _ => "ホストの転送やエラーの設定を確かめ、dist/ をもう一度、全部公開します",
    };
    Difference {
        found: format!("状態 {}{elsewhere}", answer.status),
        right: format!("状態 {right} と、dist/{} の中身", file.path),
        more: vec![(label::REMEDY, remedy.to_owned())],
        ..Difference::at(url.to_owned())
    }
}

fn content(url: &str, file: &File, found: &[u8], names: &BTreeSet<&str>) -> Difference {
    let mut difference = Difference {
        right: format!("dist/{} と1バイトも違わないこと", file.path),
        ..Difference::at(url.to_owned())
    };
    if is_kept(&file.path) {
        difference.right += "。違うあいだは、スマホがこの版を残せず、ネットワークなしで開けません";
    }
    let at = first_difference(&file.content, found);
    let (Ok(built), Ok(text)) = (str::from_utf8(&file.content), str::from_utf8(found)) else {
        let (built, found) = (count(file.content.len()), count(found.len()));
        difference.found =
            format!("中身が違います（{}バイト目から。{built}バイトのはずが{found}バイト）", count(at + 1));
        difference.more = vec![(
            label::REMEDY,
            "dist/ をもう一度、全部公開します。FTP ならバイナリーモードで。CDN に残った前のものは消します".to_owned(),
        )];
        return difference;
    };
    // Two characters may share their first bytes.
    let at = (0..=at).rev().find(|at| built.is_char_boundary(*at)).unwrap_or(0);
    let line = built[..at].matches('\n').count() + 1;
    difference.found = format!("中身が書き換えられています（{}行目から）", count(line));
    difference.more = vec![(label::BUILT, around(built, at)), (label::CAME, around(text, at))];
    let who = rewriter::guess(built, text, names);
    if file.path == MISSING && who == [Rewriter::Unknown] {
        difference.more.push((
            label::REMEDY,
            "ホストの 404 のページを dist/404.html にします（nginx は error_page、ほかはホストの画面）".to_owned(),
        ));
        return difference;
    }
    for who in who {
        difference.more.push((label::WHO, who.name().to_owned()));
        difference.more.push((label::REMEDY, who.remedy().to_owned()));
    }
    difference
}

/// A few characters before and after the byte `at`, in one line.
fn around(text: &str, at: usize) -> String {
    let (before, after) = text.split_at(at);
    let start = before.char_indices().rev().nth(AROUND.0 - 1).map_or(0, |(start, _)| start);
    let end = after.char_indices().nth(AROUND.1).map_or(text.len(), |(end, _)| at + end);
    let left = if start > 0 { "…" } else { "" };
    let right = if end < text.len() { "…" } else { "（ここで終わり）" };
    format!("{left}{}{right}", text[start..end].replace("\r\n", "⏎").replace('\n', "⏎"))
}

/// Whether a phone keeps the file, and checks it by its digest.
fn is_kept(path: &str) -> bool {
    headers::has_hash(path) && !path.ends_with(".png")
        || path.ends_with("index.html") && !path.ends_with("flyer/index.html")
}

fn media_type(url: &str, file: &File, answer: &Answer, host: Host) -> Option<Difference> {
    let right = headers::media_type(&file.path);
    let found = answer.header("Content-Type");
    if found.as_deref().is_some_and(|found| is_the_same_type(found, right)) {
        return None;
    }
    let why = match right {
        "application/wasm" => "違うと、ブラウザーがプログラムを動かしません",
        _ => "違うと、ブラウザーが読まないことがあります",
    };
    Some(Difference {
        found: format!("Content-Type: {}", found.as_deref().unwrap_or("（ありません）")),
        right: format!("Content-Type: {right}。{why}"),
        more: vec![(
            label::REMEDY,
            match host {
                Host::Nginx => host.where_headers_are_set().to_owned(),
                _ => format!("ホストの設定（MIME タイプ）で、.{} を {right} にします", end(&file.path)),
            },
        )],
        ..Difference::at(url.to_owned())
    })
}

fn end(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(_, end)| end)
}

/// Whether browsers take `found` for `right`. A page, a script and a style sheet say by themselves that they are UTF-8.
fn is_the_same_type(found: &str, right: &str) -> bool {
    const SAME: &[&[&str]] = &[
        &["text/javascript", "application/javascript", "application/x-javascript"],
        &["application/xml", "text/xml"],
        &["application/manifest+json", "application/json"],
        &["application/octet-stream", "binary/octet-stream"],
        &["image/vnd.microsoft.icon", "image/x-icon"],
    ];
    let read = |text: &str| {
        let text = text.to_ascii_lowercase();
        let (kind, rest) = text.split_once(';').unwrap_or((&text, ""));
        let charset =
            rest.split(';').find_map(|part| Some(part.trim().strip_prefix("charset=")?.trim_matches('"').to_owned()));
        (kind.trim().to_owned(), charset)
    };
    let ((found, charset), (right, _)) = (read(found), read(right));
    let same = found == right || SAME.iter().any(|all| all.contains(&found.as_str()) && all.contains(&right.as_str()));
    same && charset.is_none_or(|charset| charset == "utf-8")
}

fn keeping(url: &str, file: &File, answer: &Answer, host: Host) -> Option<Difference> {
    let right = headers::cache_control(&file.path);
    let found = answer.header("Cache-Control");
    let said = found.as_deref().unwrap_or_default().to_ascii_lowercase();
    let said: Vec<&str> = said.split(',').map(str::trim).collect();
    let age = said.iter().find_map(|word| word.strip_prefix("max-age=")?.parse::<u64>().ok());
    let asked = said.contains(&"no-cache") || age == Some(0);
    let (is_right, why) = if headers::has_hash(&file.path) {
        let kept = said.contains(&"immutable") && age.is_some_and(|age| age >= YEAR);
        (kept && !said.contains(&"no-cache") && !said.contains(&"no-store"), "違うと、同じものを何度も読みに行きます")
    } else if asked {
        (said.contains(&"no-transform"), "no-transform がないと、あいだの機械がページを書き換えることがあります")
    } else {
        (false, "違うと、新しい版がすぐには届きません")
    };
    (!is_right).then(|| Difference {
        found: format!("Cache-Control: {}", found.as_deref().unwrap_or("（ありません）")),
        right: format!("Cache-Control: {right}。{why}"),
        more: vec![(label::REMEDY, host.where_keeping_is_set())],
        of_the_host: host.has_its_own_headers(),
        ..Difference::at(url.to_owned())
    })
}

/// All of the security headers that are not as they should be, as one difference.
fn security(url: &str, answer: &Answer, host: Host) -> Option<Difference> {
    // A host may add a header of its own: browsers then hold to both.
    let holds =
        |name: &str, right: &str| answer.header(name).is_some_and(|found| found.to_ascii_lowercase().contains(right));
    let wrong: Vec<_> = SECURITY.iter().filter(|(name, right)| !holds(name, right)).collect();
    let found = |name: &str| answer.header(name).unwrap_or_else(|| "（ありません）".to_owned());
    let lines = |lines: Vec<String>| lines.join("\n    ");
    (!wrong.is_empty()).then(|| Difference {
        found: lines(wrong.iter().map(|(name, _)| format!("{name}: {}", found(name))).collect()),
        right: lines(wrong.iter().map(|(name, right)| format!("{name}: {right}")).collect()),
        more: vec![(label::REMEDY, host.where_headers_are_set().to_owned())],
        of_the_host: host.has_its_own_headers(),
        ..Difference::at(url.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_the_same_where_browsers_take_them_so() {
        for (found, right, same) in [
            ("text/html; charset=UTF-8", "text/html; charset=utf-8", true),
            ("text/html", "text/html; charset=utf-8", true),
            ("text/html;charset=\"utf-8\"", "text/html; charset=utf-8", true),
            ("text/html; charset=Shift_JIS", "text/html; charset=utf-8", false),
            ("application/javascript", "text/javascript; charset=utf-8", true),
            ("text/plain", "text/javascript; charset=utf-8", false),
            ("application/octet-stream", "application/wasm", false),
            ("APPLICATION/WASM", "application/wasm", true),
        ] {
            assert_eq!(is_the_same_type(found, right), same, "{found} for {right}");
        }
    }

    #[test]
    fn a_place_is_shown_with_what_stands_around_it() {
        let text = format!("{}\n北区{}", "あ".repeat(100), "い".repeat(100));
        let at = text.find('北').unwrap();
        assert_eq!(around(&text, at), format!("…{}⏎北区{}…", "あ".repeat(31), "い".repeat(54)));
        assert_eq!(around("北区", 3), "北区（ここで終わり）");
        assert_eq!(around("", 0), "（ここで終わり）");
    }
}
