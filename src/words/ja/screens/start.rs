//! The first page and the start of a town's page in Japanese.

use crate::domain::programme::{Body, Programme};
use crate::words::ja::Ja;
use crate::words::screens::StartWords;

impl StartWords for Ja {
    fn home_heading(&self) -> &'static str {
        "産後ケアを、今日の電話1本まで"
    }

    fn home_lead(&self) -> &'static str {
        "あなたと赤ちゃんが使えるケア、いつまで使えるか、いくらか、今つながる電話がわかります。"
    }

    fn residence_question(&self) -> &'static str {
        "住民票は、どこにありますか"
    }

    fn residence_hint(&self) -> &'static str {
        "里帰り先ではなく、住民票のある市区町村です。"
    }

    fn away_from_home(&self) -> &'static str {
        "里帰り中のときも、まず住民票のある市区町村に聞いてください。里帰り先と助け合うよう、国の指針が求めています。"
    }

    fn other_towns_heading(&self) -> &'static str {
        "ここにない市区町村のとき"
    }

    fn town_hint(&self, programme: &Programme) -> String {
        match &programme.body {
            Body::Scheme(_) => programme.reading.clone(),
            Body::Association(_) => programme.title.clone(),
        }
    }

    fn start_heading(&self, programme: &Programme) -> String {
        [&programme.name, "の産後ケア"].concat()
    }

    fn town_description(&self, programme: &Programme) -> String {
        [&programme.name, "の産後ケア。使える種類、いつまで、料金、施設と電話番号。"].concat()
    }

    fn start_lead(&self) -> &'static str {
        "あなたが使えるケア、いつまで、いくら、今つながる電話を、1分でお伝えします。"
    }

    fn baby_question(&self) -> &'static str {
        "赤ちゃんは、生まれましたか"
    }

    fn born(&self) -> &'static str {
        "はい、生まれました"
    }

    fn expected(&self) -> &'static str {
        "いいえ、これからです"
    }

    fn loss_link(&self) -> &'static str {
        "赤ちゃんを亡くされた方へ"
    }

    fn another_town(&self, programme: &Programme) -> String {
        ["住民票が", &programme.name, "にない方"].concat()
    }

    fn go_on(&self) -> &'static str {
        "つづきから"
    }

    fn begin_anew(&self) -> &'static str {
        "はじめから"
    }

    fn begin_anew_question(&self) -> &'static str {
        "こたえと一緒に、使った分、考えた予定、持ち物の印も消えます。"
    }

    fn begin_anew_really(&self) -> &'static str {
        "消して、はじめから"
    }

    fn welcome_back(&self) -> &'static str {
        "前のこたえが残っています。"
    }

    fn association(&self) -> &'static str {
        "ここは、申し込む制度ではありません。まず、住民票のある市町村の窓口に聞いてください。"
    }
}
