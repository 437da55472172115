//! `cargo xtask COMMAND --help`: what goes into a command and what comes out. In Japanese for those that the staff of a
//! town use, in English for those of programmers.

/// What is said of one command.
pub(crate) struct Help {
    /// Its name.
    pub name: &'static str,
    /// What goes in and what comes out.
    pub text: &'static str,
}

/// Whether these arguments ask for help.
pub(crate) fn is_asked_for(arguments: &[String]) -> bool {
    arguments.iter().any(|argument| matches!(argument.as_str(), "--help" | "-h"))
}

/// Of every command.
pub(crate) const HELP: &[Help] = &[
    Help {
        name: "serve",
        text: "\
入れるもの  --port 番号（ふつうは 8080）、--base /場所/（ふつうは /）。どちらも、なくてかまいません
出るもの    アプリを作り、この機械で開くアドレスを出します（例 http://localhost:8080/）
終わり方    Ctrl+C を押すまで動きます、1 アプリを作れないか、そのポートが使われている
",
    },
    Help {
        name: "check",
        text: "\
入れるもの  FILE  決まりのファイル（いくつでも）。書かなければ src/programmes の全部
            --today 年-月-日  この日から見て、見直す資料を出します。書かなければ今日
出るもの    間違い1つに1行: ファイル:行: キー: 今あるもの。正しくは 書くもの
            間違いがなければ、見直す資料を古い順に。確かめるところがあれば、そのあとに
終わり方    0 間違いなし、1 間違いあり
",
    },
    Help {
        name: "plan",
        text: "\
入れるもの  FILE  1行に1つの状況（JSON Lines）。書かなければ標準入力から読みます
            例 {\"municipality\": \"kita\", \"now\": \"2026-11-24T10:30\", \"birth\": \"2026-08-01\"}
            ほかに due babies household medical_care applied postal used planned
出るもの    1行に1つの答え（JSON）を、同じ順で: services facilities cost quota dates notes
            答えられない行は {\"error\": {\"where\": \"birth\", \"why\": \"…\"}}
終わり方    0 全部に答えた、1 ファイルが読めない、2 答えられない行がある
",
    },
    Help {
        name: "export",
        text: "\
入れるもの  何もありません。src/programmes の決まりのファイルを全部読みます
出るもの    決まりの全部を1つの JSON で: {\"programmes\": [{\"municipality\": \"kita\", …}]}
終わり方    0 出した、1 決まりのファイルに間違いがある（間違いを出します）
",
    },
    Help {
        name: "verify",
        text: "\
入れるもの  URL  公開したサイトのアドレス（https://…）。先に cargo xtask build
出るもの    dist/ と同じかどうか。ちがえば、どのファイルがどうちがい、何を直すか
終わり方    0 同じ、1 ちがう
",
    },
    Help {
        name: "test",
        text: "in:   nothing\nout:  every test of the repository with its result, browsers included, and a count at the end\nexit: 0 all passed, 1 some failed\n",
    },
    Help {
        name: "build",
        text: "in:   --base /PATH/, where the site will stand on its host; / if absent\nout:  the deployable site in dist/\nexit: 0 built, 1 not\n",
    },
    Help {
        name: "setup",
        text: "in:   nothing\nout:  every missing tool in the user's cache directory, in pinned versions; a line for each\nexit: 0 all is there, 1 something could not be installed\n",
    },
    Help {
        name: "schema",
        text: "in:   nothing; the types of crates/rules/src/programmes/shape\nout:  src/programmes/schema.json and docs/rule-reference.md, written anew\nexit: 0 written, 1 not\n",
    },
    Help {
        name: "scale",
        text: "in:   nothing; builds a site in which each of 1,741 municipalities has a rule file\nout:  what the site and the first result weigh\nexit: 0 within the ceilings, 1 not\n",
    },
    Help {
        name: "shots",
        text: "in:   SCREEN…, names of screens; all if absent\nout:  a picture of each, in shots/\nexit: 0 taken, 1 not\n",
    },
    Help {
        name: "audit",
        text: "in:   nothing; builds the site first\nout:  a table of what Lighthouse says of every page\nexit: 0 all above the ceilings, 1 not\n",
    },
    Help {
        name: "deny",
        text: "in:   nothing; Cargo.lock and deny.toml\nout:  licences, sources and advisories that are not allowed\nexit: 0 none, 1 some\n",
    },
    Help {
        name: "taps",
        text: "in:   nothing; builds the site first\nout:  how soon each tap shows its effect on a slow phone, in milliseconds\nexit: 0 within the ceilings, 1 not\n",
    },
    Help {
        name: "fuzz",
        text: "in:   --executions N, how many inputs for each target; --keep true, to keep those that show something new in tests/corpus\nout:  a line of figures for each target\nexit: 0 nothing broke, 1 something did, with the input that breaks it\n",
    },
    Help {
        name: "bench",
        text: "in:   nothing\nout:  the rules' speed, each beside its ceiling\nexit: 0 within the ceilings, 1 not\n",
    },
    Help {
        name: "throughput",
        text: "in:   --lines N, how many situations\nout:  lines a second that `plan` answers, and the memory it holds at most\nexit: 0 within the ceilings, 1 not\n",
    },
    Help {
        name: "mutants",
        text: "in:   --shard K/N, a part of them; --file PATH, those of one file; --resume true, to go on where it was ended\nout:  the changes to the rules' code that no test notices\nexit: 0 none that tests/mutants/survivors.txt does not name, 1 some\n",
    },
    Help {
        name: "site",
        text: "in:   Trunk's variables (TRUNK_STAGING_DIR and others); it is run by `build`, not by hand\nout:  pages, style sheet and data files in Trunk's staging directory\nexit: 0 written, 1 not\n",
    },
];

/// What goes into a command and what comes out.
pub(crate) fn of(name: &str) -> &'static str {
    HELP.iter().find(|help| help.name == name).map_or("", |help| help.text)
}
