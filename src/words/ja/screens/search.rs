//! The search and the page for other municipalities in Japanese.

use crate::words::ja::Ja;
use crate::words::screens::SearchWords;

impl SearchWords for Ja {
    fn search_link(&self) -> &'static str {
        "ほかの市区町村をさがす"
    }

    fn search_hint(&self) -> &'static str {
        "名前、よみ、郵便番号で"
    }

    fn search_heading(&self) -> &'static str {
        "住民票のある市区町村"
    }

    fn search_field(&self) -> &'static str {
        "名前、よみ、または郵便番号"
    }

    fn towns_found(&self, count: usize) -> String {
        match count {
            0 => "見つかりません。漢字、ひらがな、ローマ字、郵便番号のどれでもさがせます。".to_owned(),
            count => [&count.to_string(), "件"].concat(),
        }
    }

    fn many_towns_found(&self, shown: usize) -> String {
        ["はじめの", &shown.to_string(), "件です。もう少し入れると、しぼれます。"].concat()
    }

    fn towns_coming(&self) -> &'static str {
        "一覧を読みこんでいます。"
    }

    fn towns_missing(&self) -> &'static str {
        "一覧を読みこめませんでした。電波のよいところで、もう一度お試しください。"
    }

    fn try_again(&self) -> &'static str {
        "もう一度"
    }

    fn here(&self) -> &'static str {
        "くわしく案内できます"
    }

    fn not_here(&self) -> &'static str {
        "まだ、くわしい案内はありません"
    }

    fn elsewhere_heading(&self, town: &str) -> String {
        [town, "は、まだこのアプリにありません"].concat()
    }

    fn elsewhere_unknown(&self) -> &'static str {
        "この市区町村は、まだこのアプリにありません"
    }

    fn elsewhere_lead(&self) -> &'static str {
        "料金や期限を、ここではお伝えできません。ごめんなさい。住んでいるところの役所に聞けば、使えるものがわかります。"
    }

    fn law_heading(&self) -> &'static str {
        "産後ケアとは"
    }

    fn law(&self) -> &'static [&'static str] {
        &[
            "市区町村が行うよう、法律が求めている支援です。",
            "出産のあと1年になるまでの母親と赤ちゃんのためのものです。使える期間は、市区町村がもっと短くしていることがあります。",
            "泊まる、日帰りで行く、家に来てもらう、の3つがあります。体を休め、授乳や赤ちゃんの世話を助産師などに相談できます。",
        ]
    }

    fn law_source(&self) -> [&'static str; 2] {
        ["母子保健法 第17条の2。こども家庭庁の案内：", "https://www.cfa.go.jp/policies/boshihoken/sango-care"]
    }

    fn ask_heading(&self) -> &'static str {
        "役所に聞く5つのこと"
    }

    fn ask_lead(&self) -> &'static str {
        "役所の代表電話で「産後ケアを使いたい」と言うと、担当につながります。"
    }

    fn ask_questions(&self) -> [&'static str; 5] {
        [
            "泊まり、日帰り、訪問のうち、どれがありますか。何回使えますか。",
            "うちの赤ちゃんは、何月何日まで使えますか。",
            "わたしの場合、1回いくらですか。ふたご、住民税非課税、生活保護のときは変わりますか。ほかにかかるお金はありますか。",
            "申し込みは、いつからできますか。どこへ、何を出しますか。使えるまで何日かかりますか。",
            "どこで使えますか。予約とキャンセルは、だれに、いつまでにしますか。",
        ]
    }

    fn find_page(&self, town: &str) -> String {
        [town, "の産後ケアのページをさがす"].concat()
    }

    fn find_page_query(&self, prefecture: &str, town: &str) -> String {
        [prefecture, town, " 産後ケア"].concat()
    }

    fn groups_heading(&self) -> &'static str {
        "役所と一緒に、助けてくれるかもしれない団体"
    }
}
