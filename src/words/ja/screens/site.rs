//! Cards, the page where nothing is and flyers in Japanese.

use crate::domain::programme::Programme;
use crate::domain::service::Service;
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::{KeepingWords, SiteWords};

impl SiteWords for Ja {
    fn card_line(&self) -> &'static str {
        "使える種類・料金・施設と電話番号の案内"
    }
    fn unavailable(&self, programme: &Programme) -> String {
        let offices: Vec<String> = programme.offices_to_ask().map(|office| self.office(office)).collect();
        let whom = if offices.is_empty() { programme.name.clone() } else { offices.join("か、") };
        [
            "質問にこたえて調べる部分は、この端末では動きません。下の案内はすべて読めます。わからないときは",
            &whom,
            " に聞いてください。",
        ]
        .concat()
    }

    fn unavailable_home(&self) -> &'static str {
        "質問にこたえて調べる部分は、この端末では動きません。まちのページの案内は、すべて読めます。"
    }

    fn missing_heading(&self) -> &'static str {
        "ページが見つかりません"
    }

    fn missing_lead(&self) -> &'static str {
        "アドレスが少しちがうか、ページが移ったのかもしれません。下から選んでください。"
    }

    fn missing_home(&self) -> &'static str {
        "はじめのページへ"
    }

    fn flyer_link(&self) -> &'static str {
        "印刷できるちらし（A4・1枚）"
    }

    fn flyer_heading(&self, programme: &Programme) -> String {
        [&programme.name, "の産後ケアのちらし"].concat()
    }

    fn flyer_lead(&self) -> &'static str {
        "出産のあと、眠りたいとき。授乳や赤ちゃんのお世話を教わりたいとき。話を聞いてほしいとき。"
    }

    fn flyer_price_of(&self, service: Service) -> String {
        [self.smallest_use(service), "の料金（赤ちゃんひとり）"].concat()
    }

    fn flyer_scan(&self) -> &'static str {
        "スマホのカメラで読みとってください"
    }

    fn flyer_promise(&self) -> &'static str {
        "質問にこたえると、あなたの料金、いつまで使えるか、今つながる電話がわかります。登録はいりません。こたえは、あなたのスマホの中だけに残ります。"
    }

    fn flyer_ask(&self) -> &'static str {
        "聞くところ"
    }

    fn flyer_may_change(&self) -> &'static str {
        "料金や決まりは変わることがあります。使う前に確かめてください。"
    }
}
