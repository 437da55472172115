//! Under which names this copy of the app keeps what it keeps: several may stand on one origin, which has one store.

/// What every name begins with.
const APP: &str = "sango-navi";
/// What the names of earlier releases begin with: all copies on one origin shared them.
const EARLIER: &str = "sango-navi/";

/// The beginning of every name of the copy that stands under `base`, a path with a slash at both ends; its caches are named
/// so too.
pub fn of_copy(base: &str) -> String {
    [APP, ":", base, ":"].concat()
}

/// The base under which a page stands, from its path: the first page itself, or a town's page in a folder of its own.
pub fn base_of(path: &str, is_towns: bool) -> &str {
    let folder = |path: &str| path.bytes().rposition(|byte| byte == b'/').unwrap_or(0);
    let page = path.get(..folder(path)).unwrap_or_default();
    let base = if is_towns { page.get(..folder(page)).unwrap_or_default() } else { page };
    path.get(..base.len().saturating_add(1)).unwrap_or("/")
}

/// What follows the beginning in a name of an earlier release; `None` where the name is no such one.
pub fn of_earlier(name: &str) -> Option<&str> {
    name.strip_prefix(EARLIER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_copy_has_names_of_its_own() {
        for (path, is_towns, base) in [
            ("/", false, "/"),
            ("/index.html", false, "/"),
            ("/kita/", true, "/"),
            ("/kita/index.html", true, "/"),
            ("/sango/", false, "/sango/"),
            ("/sango/kita/", true, "/sango/"),
            ("/a/b-c/nerima/", true, "/a/b-c/"),
            // No page of ours stands there, and no path does without a slash.
            ("/kita", true, "/"),
            ("", false, "/"),
            ("", true, "/"),
        ] {
            assert_eq!(base_of(path, is_towns), base, "{path}");
        }
        let copies = ["/", "/a/", "/b/", "/a/b/"].map(of_copy);
        for (place, copy) in copies.iter().enumerate() {
            for (other, of_other) in copies.iter().enumerate() {
                assert_eq!(of_other.starts_with(copy.as_str()), place == other, "{copy} {of_other}");
            }
            assert_eq!(of_earlier(copy), None, "{copy}");
        }
        assert_eq!(of_earlier("sango-navi/town/kita"), Some("town/kita"));
        assert_eq!(of_earlier("another/town/kita"), None);
    }
}
