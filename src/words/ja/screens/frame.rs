//! Every screen, help and privacy in Japanese.

use core::ops::Range;

use crate::domain::programme::Programme;
use crate::words::ja::Ja;
use crate::words::screens::FrameWords;

impl FrameWords for Ja {
    fn unbroken(&self, text: &str) -> Vec<Range<usize>> {
        super::unbroken::runs(text)
    }

    fn phrase_ends(&self, text: &str) -> Vec<usize> {
        super::unbroken::phrase_ends(text)
    }

    fn app_name(&self) -> &'static str {
        "産後ケアナビ"
    }

    fn page_title(&self, heading: &str) -> String {
        [heading, "｜", self.app_name()].concat()
    }

    fn help_link(&self) -> &'static str {
        "いま、つらい"
    }

    fn back(&self) -> &'static str {
        "もどる"
    }

    fn names(&self, names: &[&str]) -> String {
        names.join("・")
    }

    fn kept_here(&self) -> &'static str {
        "こたえは、このスマホの中だけに残ります。"
    }

    fn privacy_link(&self) -> &'static str {
        "こたえの置き場所・消し方"
    }

    fn not_kept(&self) -> &'static str {
        "このブラウザでは、こたえを残せません。この画面を閉じると消えます。"
    }

    fn store_full(&self) -> &'static str {
        "スマホの保存場所がいっぱいで、最後のこたえを残せませんでした。この画面を閉じると消えます。"
    }

    fn kept_by_newer(&self) -> &'static str {
        "新しい版で残したこたえがあります。そのままにしておくため、今のこたえは残しません。ページを開き直してください。"
    }

    fn help_heading(&self) -> &'static str {
        "いま、つらいとき"
    }

    fn help_lead(&self) -> &'static str {
        "話すだけでも、かまいません。"
    }

    fn office_heading(&self, programme: &Programme) -> String {
        [&programme.name, "の窓口"].concat()
    }

    fn loss_heading(&self) -> &'static str {
        "赤ちゃんを亡くされたお母さんへ"
    }

    fn office_after_loss(&self) -> &'static str {
        "産後ケアは、あなたのためのものでもあります。国の指針では、流産や死産のあとのお母さんも対象です。体とこころのことを、窓口に話せます。"
    }

    fn any_office_after_loss(&self) -> &'static str {
        "住民票のある市区町村の役所に電話して、母子保健の窓口につないでもらってください。くわしく話さなくても、かまいません。"
    }

    fn puts_away(&self) -> &'static str {
        "前に入れたこたえが、このスマホに残っています。しまうと、日にちや月齢が、ひとりでに出てくることはありません。しまったこたえは、もとに戻せません。"
    }

    fn put_away(&self) -> &'static str {
        "こたえをしまう"
    }

    fn is_put_away(&self) -> &'static str {
        "しまいました。このスマホには、もう残っていません。"
    }

    fn help_lines(&self) -> &'static [[&'static str; 4]] {
        &[
            [
                "0120-279-338",
                "よりそいホットライン",
                "24時間・無料。外国語は案内のあと。岩手・宮城・福島からは0120-279-226、IP電話は050-3655-0279",
                "厚生労働省「まもろうよ こころ」を示す公的なお知らせ（自殺予防週間・月間）",
            ],
            [
                "0120-061-338",
                "#いのちSOS（自殺対策支援センターライフリンク）",
                "受付時間は要確認",
                "厚生労働省「まもろうよ こころ」を示す公的なお知らせ（自殺予防週間・月間）",
            ],
            [
                "0570-064-556",
                "こころの健康相談統一ダイヤル",
                "時間は都道府県でちがいます。平日18:30〜22:30は全国の窓口が出ることがあります（受付は22:00まで）",
                "厚生労働省のお知らせ（2021年1月）",
            ],
            ["#8000", "こども医療電話相談", "夜間と休日。時間は都道府県でちがいます", "厚生労働省"],
            ["189", "児童相談所虐待対応ダイヤル", "24時間・無料", "こども家庭庁"],
            ["119", "救急車", "いつでも", ""],
        ]
    }

    fn press_short_number(&self) -> &'static str {
        "タップしてもかからないときは、電話のアプリのキーパッドで「#8000」と押します。"
    }

    fn children_numbers(&self) -> &'static [[&'static str; 3]] {
        &[
            ["東京都", "03-5285-8898", "西東京市の健康ポータル「子ども医療電話相談」"],
            ["北海道", "011-232-1599", "上士幌町「北海道小児救急電話相談」、2020年7月3日更新"],
        ]
    }

    fn children_number_source(&self, source: &str) -> String {
        ["#8000のかわりの番号です。ほかのまちのページ（", source, "）で、2026年11月30日に読みました。"].concat()
    }

    fn tel_unprinted_office(&self) -> &'static str {
        "電話番号は資料に書かれていません。役所の代表電話から、つないでもらってください。"
    }

    fn help_source(&self) -> [&'static str; 2] {
        [
            "2026年11月21日に確かめました。最新の窓口は、厚生労働省「まもろうよ こころ」にあります。",
            "https://www.mhlw.go.jp/mamorouyokokoro/",
        ]
    }

    fn privacy_heading(&self) -> &'static str {
        "こたえの置き場所"
    }

    fn privacy(&self) -> [&'static str; 4] {
        [
            "こたえは、このスマホのこのブラウザの中だけにあります。どこにも送りません。",
            "見た人を数えるしくみも、広告も、ほかの会社の部品も入っていません。",
            "iPhoneでは、7日間開かないと、こたえが消えることがあります。",
            "地図や外のページを開くと、その先の決まりになります。",
        ]
    }

    fn install_heading(&self) -> &'static str {
        "ホーム画面に置く"
    }

    fn install_lead(&self) -> &'static str {
        "アイコンから開けて、電波がなくても使えます。iPhoneでは、アイコンから開くとこたえは空から始まります。こたえの入ったリンクを、そこに貼ると戻せます。"
    }

    fn on_iphone(&self) -> &'static str {
        "iPhone（Safari）"
    }

    fn install_on_iphone(&self) -> &'static [&'static str; 3] {
        &[
            "四角から矢印が上に出た「共有」を押します。見えないときは「…」の中にあります",
            "「ホーム画面に追加」を選びます。見えないときは、一覧を指で送って探します。「もっと見る」があれば、それも押します",
            "「追加」を押します",
        ]
    }

    fn on_others(&self) -> &'static str {
        "Android（Chrome）"
    }

    fn install_on_others(&self) -> &'static [&'static str; 3] {
        &[
            "点が3つ並んだメニューを押します",
            "「ホーム画面に追加」か「アプリをインストール」を選びます",
            "「追加」か「インストール」を押します",
        ]
    }

    fn delete(&self) -> &'static str {
        "こたえをすべて消す"
    }

    fn delete_question(&self) -> &'static str {
        "本当に消しますか。もとには戻せません。"
    }

    fn delete_really(&self) -> &'static str {
        "はい、消す"
    }
}
