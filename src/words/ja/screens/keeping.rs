//! What she takes along in Japanese.

use chrono::{Datelike, NaiveDate};

use crate::domain::deadlines::BookingFrom;
use crate::domain::plan::What;
use crate::domain::programme::{Contact, Facility, Item, NeededBy, Programme};
use crate::domain::service::Service;
use crate::domain::uses::Length;
use crate::interview::AppliedHow;
use crate::interview::record::RecordError;
use crate::planner::{Aim, Fixed, FixedDate, Pregnancy};
use crate::words::PlanWords;
use crate::words::ja::{Ja, notes};
use crate::words::screens::{KeepingWords, ResultWords};

impl KeepingWords for Ja {
    fn pregnancy(&self, pregnancy: &Pregnancy, today: NaiveDate) -> Vec<String> {
        let (weeks, days) = pregnancy.so_far;
        let so_far = ["今日は妊娠", &weeks.to_string(), "週", &days.to_string(), "日です。"].concat();
        let mut apply = self.apply_from_told(pregnancy, &|day| self.day(day, today));
        if pregnancy.apply_from.is_some() && pregnancy.may_apply {
            apply.push_str(self.may_apply_now());
        }
        vec![so_far, apply, self.booking_from(pregnancy.booking).to_owned()]
    }

    fn applied_how_question(&self) -> &'static str {
        "どう申し込みましたか（使う日に見せるものが変わります）"
    }

    fn applied_how(&self, how: AppliedHow, day: NaiveDate) -> String {
        match how {
            AppliedHow::OnlineSince => ["オンラインで、", &self.short(day), "以降"].concat(),
            AppliedHow::PaperOrBefore => ["紙で、または", &self.short(day), "より前"].concat(),
        }
    }

    fn item(&self, item: &Item, settled: bool) -> String {
        let of_application =
            matches!(item.needed_by, NeededBy::AppliedOnlineSince(_) | NeededBy::AppliedOnPaperOrBefore(_));
        if settled && of_application { item.text.clone() } else { notes::item(self, item) }
    }

    fn to_calendar(&self) -> &'static str {
        "この予定をカレンダーに入れる"
    }

    fn all_to_calendar(&self) -> &'static str {
        "えらんだ日も全部カレンダーに入れる"
    }

    fn these_to_calendar(&self) -> &'static str {
        "上の日にちを全部カレンダーに入れる"
    }

    fn put_in_calendar(&self) -> &'static str {
        "カレンダーに入れる"
    }

    fn puts_in_calendar(&self, title: &str) -> String {
        [title, "をカレンダーに入れる"].concat()
    }

    fn fixed_term(&self, what: Fixed) -> &'static str {
        match what {
            Fixed::ApplyFrom => self.what(What::ApplyFrom),
            Fixed::ApplyBy(..) => self.what(What::ApplyBy),
            Fixed::LastDay(Service::Stay, _) => "宿泊型の最後の日",
            Fixed::LastDay(Service::DayCare, _) => "日帰り型の最後の日",
            Fixed::LastDay(Service::HomeVisit, _) => "訪問型の最後の日",
        }
    }

    fn fixed_date(&self, date: &FixedDate, today: NaiveDate) -> String {
        self.fixed_told(date, today, &|day| self.day(day, today))
    }

    fn fixed_with_year(&self, date: &FixedDate, today: NaiveDate) -> String {
        self.fixed_told(date, today, &|day| self.date_with_year(day))
    }

    fn fixed_title(&self, date: &FixedDate) -> String {
        match date.what {
            Fixed::ApplyFrom => self.calendar_title(What::ApplyFrom, "産後ケア"),
            Fixed::ApplyBy(Aim::Day(_), _) => self.calendar_title(What::ApplyBy, "産後ケア"),
            Fixed::ApplyBy(Aim::LastDay(service), _) => {
                self.calendar_title(What::ApplyBy, &["産後ケア ", self.service(service)].concat())
            }
            Fixed::LastDay(service, days) => {
                let doubt = if days.sure() == Some(date.day) { "" } else { "（要確認）" };
                ["産後ケア ", self.service(service), "を使える最後の日", doubt].concat()
            }
        }
    }

    fn so_many_dates(&self, label: &str, count: usize) -> String {
        [label, "（", &count.to_string(), "件）"].concat()
    }

    fn copy_date(&self) -> &'static str {
        "コピー"
    }

    fn copies_date(&self, title: &str) -> String {
        [title, "をコピー"].concat()
    }

    fn copy_its_dates(&self) -> &'static str {
        "この予定をコピーする"
    }

    fn copy_all_dates(&self) -> &'static str {
        "えらんだ日も全部コピーする"
    }

    fn copy_these_dates(&self) -> &'static str {
        "上の日にちを全部コピーする"
    }

    fn calendar_title(&self, what: What, use_of: &str) -> String {
        let what = match what {
            What::ApplyFrom => "申し込みがはじまる日",
            What::ApplyBy => "申し込みはこの日まで",
            What::CancelBy => "キャンセルはここまで",
            What::ApplyCallBy => "申し込みの電話はここまで",
            What::CancelCallBy => "キャンセルの電話はここまで",
            What::ReadyAbout => "承認されるころ",
            What::EarliestUse => "使えるのは早くてこの日",
        };
        [what, "（", use_of, "）"].concat()
    }

    fn days_of_use(&self, first: NaiveDate, last: NaiveDate) -> String {
        match last.year().saturating_sub(first.year()) {
            _ if first == last => self.date_with_year(first),
            0 => [self.date_with_year(first), self.without_year(last)].join("〜"),
            _ => [self.date_with_year(first), self.date_with_year(last)].join("〜"),
        }
    }

    fn calendar_line(&self, when: &str, title: &str, whom: &str) -> String {
        [when, title, whom].join("　").trim_end().to_owned()
    }

    fn dates_as_text(&self) -> &'static str {
        "1件ずつ見る・入れる"
    }

    fn planned_use_of(&self, service: Service, length: Length) -> String {
        ["産後ケア ", self.service(service), " ", &self.length(service, length)].concat()
    }

    fn office_and_phone(&self, programme: &Programme) -> String {
        let offices: Vec<String> = programme.offices_to_ask().map(|office| self.office(office)).collect();
        offices.join("、")
    }

    fn facility_and_phone(&self, facility: &Facility) -> String {
        let number = facility.tel.as_ref().map_or("", |tel| tel.as_str());
        [&facility.name, " ", number].concat().trim_end().to_owned()
    }

    fn copied(&self) -> &'static str {
        "コピーしました。"
    }

    fn not_copied(&self) -> &'static str {
        "コピーできませんでした。文字を長押しして、コピーしてください。"
    }

    fn sharing_heading(&self) -> &'static str {
        "のこす・送る"
    }

    fn print(&self) -> &'static str {
        "この案内を印刷する"
    }

    fn send_heading(&self) -> &'static str {
        "まちの案内を送る"
    }

    fn send_page(&self) -> &'static str {
        "まちの案内を家族や友だちに送る"
    }

    fn send_by_line(&self) -> &'static str {
        "まちの案内をLINEで送る"
    }

    fn sends_no_answers(&self) -> &'static str {
        "送るのは、まちのページの場所だけです。あなたのこたえは入りません。"
    }

    fn copy_address(&self) -> &'static str {
        "リンクをコピーする"
    }

    fn office(&self, office: &Contact) -> String {
        match &office.tel {
            Some(tel) => [&office.name, " ", tel.as_str()].concat(),
            None => office.name.clone(),
        }
    }

    fn moving_heading(&self) -> &'static str {
        "こたえを、ほかのスマホやブラウザに移す"
    }

    fn moving_warning(&self) -> &'static str {
        "リンクとQRコードには、赤ちゃんの日付、人数、税金の区分など、あなたのこたえが入ります。見せたい人にだけ渡してください。"
    }

    fn show_moving(&self) -> &'static str {
        "リンクとQRコードを出す"
    }

    fn moving_code(&self) -> &'static str {
        "こたえの入ったQRコード"
    }

    fn not_all_moved(&self) -> &'static str {
        "予定が多いので、終わりのほうは入りません。"
    }

    fn moving_here_heading(&self) -> &'static str {
        "届いたこたえ"
    }

    fn brought(&self) -> &'static str {
        "ほかのスマホやブラウザで答えたものです。このスマホに入れると、つづきから使えます。"
    }

    fn replaces_answers(&self) -> &'static str {
        "このスマホにある今のこたえは、置きかわります。"
    }

    fn take_over(&self) -> &'static str {
        "このスマホに入れる"
    }

    fn leave_as_it_is(&self) -> &'static str {
        "入れない"
    }

    fn nothing_brought(&self) -> &'static str {
        "前のスマホやブラウザでコピーしたリンクを、ここに貼ってください。"
    }

    fn paste_label(&self) -> &'static str {
        "こたえの入ったリンク"
    }

    fn read_pasted(&self) -> &'static str {
        "このこたえを見る"
    }

    fn of_another_town(&self) -> &'static str {
        "別のまちのこたえです。"
    }

    fn other_towns_page(&self) -> &'static str {
        "そのまちのページで開く"
    }

    fn record_problem(&self, problem: RecordError) -> &'static str {
        match problem {
            RecordError::Foreign => "このリンクは、産後ケアナビのものではありません。",
            RecordError::Damaged => "リンクが途中で切れているか、変わっています。もう一度コピーして、開いてください。",
            RecordError::Newer => "新しい版で作ったリンクです。このページを開き直してから、もう一度開いてください。",
            RecordError::Impossible => "リンクの中に、ありえない値があります。もう一度作ってください。",
        }
    }
}

impl Ja {
    /// From when she can apply, that day told by `day`.
    pub(super) fn apply_from_told(&self, pregnancy: &Pregnancy, day: &dyn Fn(NaiveDate) -> String) -> String {
        match pregnancy.apply_from {
            Some((week, from)) => [&day(from), "（妊娠", &week.get().to_string(), "週）から申し込めます。"].concat(),
            None => "いつから申し込めるかは資料に書かれていません。窓口に聞いてください。".to_owned(),
        }
    }

    /// From when a facility takes a booking.
    pub(super) fn booking_from(&self, booking: BookingFrom) -> &'static str {
        match booking {
            BookingFrom::Birth => "施設の予約は、生まれてからです。",
            BookingFrom::Approval => "施設の予約は、承認が届いてからです。",
            BookingFrom::Unprinted => "いつから予約できるかは、資料に書かれていません。",
        }
    }

    /// A date that is of no single use, each day told by `day`.
    fn fixed_told(&self, date: &FixedDate, today: NaiveDate, day: &dyn Fn(NaiveDate) -> String) -> String {
        match date.what {
            Fixed::ApplyFrom => [&day(date.day), "から"].concat(),
            Fixed::ApplyBy(aim, deadline) => self.apply_by_told(&deadline, aim, day),
            Fixed::LastDay(_, days) => self.until_told(days, None, today, day),
        }
    }
}
