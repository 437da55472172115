//! Whether this machine can have what the tests need. Only Debian has every browser and driver as a package that `apt-get`
//! installs, and only for root; elsewhere one hears so when nothing but xtask itself is compiled, and nothing but what that
//! needs downloaded.

/// A machine, as far as it matters here.
pub(super) struct Machine<'a> {
    /// What the compiler calls its system: `linux`, `macos`.
    pub system: &'a str,
    /// The text of `/etc/os-release`; empty where there is none.
    pub release: &'a str,
    /// The packages, by Debian's names, that are not there.
    pub missing: &'a [&'a str],
    /// Of them, those that `apt-get` has to install; a program that is only unpacked is none.
    pub for_root: &'a [&'a str],
    /// What stands before a command that needs root; `None` where there is neither root nor sudo.
    pub privilege: Option<&'a [&'a str]>,
    /// What `apt-cache show` says of them, together.
    pub offered: &'a str,
}

/// What Ubuntu has as snaps, which our drivers can't start, or not at all.
const SNAPS: &[&str] = &["chromium", "chromium-driver", "firefox-esr"];

impl Machine<'_> {
    /// Why the tests can't be set up here, in one sentence; `None` where they can.
    pub fn refusal(&self) -> Option<String> {
        self.foreign().or_else(|| self.powerless())
    }

    /// The same where apt has not all of it.
    fn foreign(&self) -> Option<String> {
        let (why, lacking): (&str, Vec<&str>) = if self.is_like("ubuntu") {
            let lacking = self.missing.iter().filter(|name| SNAPS.contains(name) && !self.offers(name));
            ("has only as snaps, or not at all,", lacking.copied().collect())
        } else if self.is_like("debian") {
            return None;
        } else {
            ("has not by Debian's names", self.missing.to_vec())
        };
        (!lacking.is_empty()).then(|| {
            format!(
                "the tests are for Debian 12, and {} {why} what they need: {}; install that by hand and run this again, or \
                 use Debian (`cargo xtask serve` and `build` need none of it)",
                self.name(),
                lacking.join(", ")
            )
        })
    }

    /// The same where apt has it, and nobody may install it.
    fn powerless(&self) -> Option<String> {
        let is_in_vain = self.privilege.is_none() && !self.for_root.is_empty();
        is_in_vain.then(|| {
            let names = self.for_root.join(" ");
            format!(
                "there is neither root nor sudo here to install what the tests need; have root run `apt-get update` and \
                 `apt-get install --no-install-recommends {names}`, and run this again (`cargo xtask serve` and `build` need \
                 none of it)"
            )
        })
    }

    /// Whether it is the distribution `id`, or made after it.
    fn is_like(&self, id: &str) -> bool {
        let words = |key| self.value(key).unwrap_or_default().split(' ');
        self.system == "linux" && words("ID").chain(words("ID_LIKE")).any(|word| word == id)
    }

    fn name(&self) -> &str {
        match self.system {
            "macos" => "macOS",
            "linux" => self.value("PRETTY_NAME").unwrap_or("this Linux"),
            other => other,
        }
    }

    fn value(&self, key: &str) -> Option<&str> {
        let mut values = self.release.lines().filter_map(|line| line.split_once('='));
        values.find(|(found, _)| *found == key).map(|(_, value)| value.trim_matches(['"', '\'']))
    }

    /// Whether apt has the package `name` itself, and not one that only leads to a snap.
    fn offers(&self, name: &str) -> bool {
        let is_it = |package: &&str| package.lines().any(|line| line.strip_prefix("Package: ") == Some(name));
        let leads_on = |package: &str| package.contains("ransitional") || package.contains("snapd");
        self.offered.split("\n\n").find(is_it).is_some_and(|package| !leads_on(package))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEBIAN: &str = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nNAME=\"Debian GNU/Linux\"\nID=debian\n";
    const RASPBIAN: &str = "PRETTY_NAME=\"Raspbian GNU/Linux 12\"\nID=raspbian\nID_LIKE=debian\n";
    const UBUNTU: &str = "PRETTY_NAME=\"Ubuntu 24.04.3 LTS\"\nID=ubuntu\nID_LIKE=debian\n";
    const MINT: &str = "PRETTY_NAME=\"Linux Mint 22\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n";
    const FEDORA: &str = "PRETTY_NAME='Fedora Linux 42'\nID=fedora\n";
    const ALL: &[&str] = &["chromium", "chromium-driver", "firefox-esr", "xvfb"];
    const REAL: &str = "Package: chromium\nDepends: libc6\n\nPackage: chromium-driver\nDepends: chromium\n\n\
        Package: firefox-esr\nDepends: libc6\n";
    const SNAP: &str = "Package: chromium\nDescription-en: Transitional package - chromium -> chromium snap\n\n\
        Package: chromium-driver\nDepends: chromium\n\nPackage: firefox-esr\nPre-Depends: snapd\n";

    #[test]
    fn where_the_tests_cannot_be_set_up_it_is_told_with_what_is_missing() {
        for (system, release, missing, offered, said) in [
            ("linux", DEBIAN, ALL, "", None),
            ("linux", RASPBIAN, ALL, "", None),
            ("linux", UBUNTU, ALL, "", Some("and Ubuntu 24.04.3 LTS has only as snaps")),
            ("linux", UBUNTU, ALL, SNAP, Some("what they need: chromium, firefox-esr; install")),
            ("linux", UBUNTU, &["firefox-esr"], SNAP, Some("what they need: firefox-esr; install")),
            ("linux", UBUNTU, ALL, REAL, None),
            ("linux", UBUNTU, &["xvfb"], "", None),
            ("linux", UBUNTU, &[], "", None),
            ("linux", MINT, ALL, REAL, None),
            ("linux", MINT, ALL, "", Some("and Linux Mint 22 has only as snaps")),
            ("linux", FEDORA, ALL, "", Some("and Fedora Linux 42 has not by Debian's names what they need: chromium,")),
            ("linux", FEDORA, &["xvfb"], "", Some("what they need: xvfb;")),
            ("linux", FEDORA, &[], "", None),
            ("linux", "", ALL, "", Some("and this Linux has not")),
            ("macos", "", ALL, "", Some("and macOS has not")),
            ("macos", "", &[], "", None),
            ("freebsd", "", ALL, "", Some("and freebsd has not")),
        ] {
            let (for_root, privilege) = (missing, Some(&["sudo"][..]));
            let refusal = Machine { system, release, missing, for_root, privilege, offered }.refusal();
            match said {
                None => assert_eq!(refusal, None, "{release} {missing:?}"),
                Some(said) => {
                    let refusal = refusal.unwrap_or_default();
                    assert!(refusal.contains(said) && !refusal.contains('\n'), "「{said}」 in 「{refusal}」");
                    assert!(refusal.ends_with("(`cargo xtask serve` and `build` need none of it)"), "{refusal}");
                }
            }
        }
    }

    #[test]
    fn where_nobody_may_install_it_is_told_with_what_root_has_to_run() {
        const SUDO: Option<&[&str]> = Some(&["sudo"]);
        const ROOT: Option<&[&str]> = Some(&[]);
        for (release, missing, for_root, privilege, said) in [
            (
                DEBIAN,
                ALL,
                ALL,
                None,
                Some("--no-install-recommends chromium chromium-driver firefox-esr xvfb`, and run this"),
            ),
            (DEBIAN, &["xvfb", "nginx"], &["xvfb"], None, Some("--no-install-recommends xvfb`, and run this again")),
            // What is only unpacked, and what is all there, need no root.
            (DEBIAN, &["nginx"], &[], None, None),
            (DEBIAN, &[], &[], None, None),
            (DEBIAN, ALL, ALL, SUDO, None),
            (DEBIAN, ALL, ALL, ROOT, None),
            (
                UBUNTU,
                ALL,
                ALL,
                None,
                Some("--no-install-recommends chromium chromium-driver firefox-esr xvfb`, and run this"),
            ),
            (FEDORA, ALL, ALL, None, Some("has not by Debian's names what they need: chromium,")),
        ] {
            let machine = Machine { system: "linux", release, missing, for_root, privilege, offered: REAL };
            let refusal = machine.refusal();
            let is_as_said = match (&refusal, said) {
                (Some(refusal), Some(said)) => refusal.contains(said) && !refusal.contains('\n'),
                (refusal, said) => refusal.is_none() && said.is_none(),
            };
            assert!(is_as_said, "{release} {missing:?}: {said:?} in {refusal:?}");
        }
    }
}
