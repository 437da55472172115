//! What is new, in Japanese.

use chrono::NaiveDate;

use crate::interview::seen::Change;
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::{NewsWords, ResultWords};

impl NewsWords for Ja {
    fn newer(&self) -> &'static str {
        "新しい情報があります"
    }

    fn show_newer(&self) -> &'static str {
        "新しくする"
    }

    fn changes_heading(&self) -> &'static str {
        "前回から変わったこと"
    }

    fn changed(&self, change: Change, today: NaiveDate) -> String {
        let (service, now, before) = match change {
            Change::New(service) => return [self.service(service), "が増えました"].concat(),
            Change::Gone(service) => return [self.service(service), "は、なくなりました"].concat(),
            Change::Status(service, [before, now]) => {
                (service, self.status(now).to_owned(), self.status(before).to_owned())
            }
            Change::LastDays(service, before, now) => {
                let before = before.map_or_else(|| "要確認".to_owned(), |day| [&self.day(day, today), "まで"].concat());
                (service, self.until(now, None, today), before)
            }
            Change::Price(service, [before, now]) => {
                let once = [self.smallest_use(service), " "].concat();
                (service, [once.as_str(), &self.amount(now)].concat(), self.amount(before))
            }
        };
        [self.service(service), "：", &now, "（前回は", &before, "）"].concat()
    }

    fn lost(&self) -> &'static str {
        "このブラウザには、こたえがありません。前にこたえた方は、お手数ですが、もう一度お願いします。"
    }

    fn has_link(&self) -> &'static str {
        "こたえの入ったリンクがあるとき"
    }

    fn offers_link(&self) -> &'static str {
        "ブラウザのデータが消えると、こたえも消えます。いまのこたえをリンクにしてとっておくと、開くだけで戻せます。"
    }

    fn take_link(&self) -> &'static str {
        "リンクをとっておく"
    }

    fn leave_link(&self) -> &'static str {
        "いまはしない"
    }
}
