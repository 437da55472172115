//! What she takes along in Japanese.

use chrono::{Datelike, NaiveDate};

use crate::domain::deadlines::BookingFrom;
use crate::domain::plan::{Plan, What};
use crate::domain::programme::{Contact, Facility, Item, NeededBy, Programme, Service};
use crate::domain::situation::{Applied, Baby, Length, PlannedUse, Situation};
use crate::interview::record::RecordError;
use crate::interview::{AppliedHow, Wish};
use crate::planner::Pregnancy;
use crate::words::PlanWords;
use crate::words::ja::{Ja, notes};
use crate::words::screens::{KeepingWords, QuestionWords};

impl KeepingWords for Ja {
    fn pregnancy(&self, pregnancy: &Pregnancy, today: NaiveDate) -> Vec<String> {
        let (weeks, days) = pregnancy.so_far;
        let so_far = ["今日は妊娠", &weeks.to_string(), "週", &days.to_string(), "日です。"].concat();
        let apply = match pregnancy.apply_from {
            Some((week, from)) => {
                let week = ["（妊娠", &week.get().to_string(), "週）"].concat();
                let now = if pregnancy.may_apply {
                    "から申し込めます。もう申し込めます。"
                } else {
                    "から申し込めます。"
                };
                [&self.day(from, today), week.as_str(), now].concat()
            }
            None => "いつから申し込めるかは資料に書かれていません。窓口に聞いてください。".to_owned(),
        };
        let booking = match pregnancy.booking {
            BookingFrom::Birth => "施設の予約は、生まれてからです。",
            BookingFrom::Approval => "施設の予約は、承認が届いてからです。",
            BookingFrom::Unprinted => "いつから予約できるかは、施設に聞いてください。",
        };
        vec![so_far, apply, booking.to_owned()]
    }

    fn memo_heading(&self) -> &'static str {
        "電話メモ"
    }

    fn memo_lead(&self) -> &'static str {
        "電話がつながったら、このまま読めば伝わります。"
    }

    fn memo(&self, plan: &Plan<'_>, situation: &Situation, wish: Option<Wish>, today: NaiveDate) -> Vec<String> {
        let mut lines = vec![["もしもし。", &plan.programme.name, "の産後ケアのことで電話しました。"].concat()];
        let twins = situation.babies.are_multiples();
        let many = self.babies(situation.babies);
        lines.push(match situation.baby {
            Baby::Born { birth, .. } => {
                let many = if twins { [many, "で、"].concat() } else { String::new() };
                [&self.date(birth), "に生まれた赤ちゃんがいます。", &many, "今日で", &self.age(birth, today), "です。"]
                    .concat()
            }
            Baby::Expected { due } => {
                let many = if twins { [many, "です。"].concat() } else { String::new() };
                ["妊娠中で、予定日は", &self.day(due, today), "です。", &many].concat()
            }
        });
        lines.extend(wish.map(|wish| self.wish_said(wish).to_owned()).filter(|said| !said.is_empty()));
        let wanted: Vec<String> = situation.planned.iter().map(|planned| self.wanted(planned, today)).collect();
        lines.push(match wanted.as_slice() {
            [] => "どんなふうに使えるか、教えてください。".to_owned(),
            wanted => [&wanted.join("と、"), "を使いたいです。"].concat(),
        });
        let dated = !wanted.is_empty() && situation.planned.iter().all(|planned| planned.date.is_some());
        lines.push(if dated { "その日は空いていますか。" } else { "いつなら空いていますか。" }.to_owned());
        let chosen = |row: &&crate::domain::plan::FacilityAnswer<'_>| {
            situation.planned.iter().any(|planned| {
                planned.wanted.service == row.offer.service
                    && planned.facility.as_deref().is_some_and(|named| row.facility.is_called(named))
            })
        };
        let conditions = plan.facilities.iter().filter(chosen).flat_map(|row| &row.unsettled);
        lines.extend(
            conditions.map(|condition| ["「", &condition.text, "」と読みましたが、わたしも使えますか。"].concat()),
        );
        lines.extend(match situation.applied {
            Applied::Yes => Some("申し込みは、済んでいます。".to_owned()),
            Applied::No => Some("申し込みは、これからです。".to_owned()),
            Applied::Unknown => None,
        });
        lines
    }

    fn copy_memo(&self) -> &'static str {
        "メモをコピーする"
    }

    fn memo_questions_heading(&self) -> &'static str {
        "聞かれること・聞くこと"
    }

    fn memo_questions(&self, plan: &Plan<'_>) -> Vec<String> {
        let approval = plan.rules.map(|rules| rules.application.value.booking_from);
        let number = match approval {
            Some(BookingFrom::Approval | BookingFrom::Birth) => "、承認の番号",
            Some(BookingFrom::Unprinted) | None => "",
        };
        vec![
            ["お母さんの名前、住所、電話番号、赤ちゃんの名前", number, "を聞かれます。"].concat(),
            "母乳かミルクか、お母さんの体調も聞かれることがあります。".to_owned(),
            "持ち物と、別にかかるお金を聞いておきます。".to_owned(),
            "上の子を連れて行けるか、聞いておきます。".to_owned(),
        ]
    }

    fn applied_how_question(&self) -> &'static str {
        "どう申し込みましたか（使う日に見せるものが変わります）"
    }

    fn applied_how(&self, how: AppliedHow, day: NaiveDate) -> String {
        match how {
            AppliedHow::OnlineSince => ["オンラインで、", &self.short(day), "から後"].concat(),
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
        "日にちを全部カレンダーに入れる"
    }

    fn copy_dates(&self) -> &'static str {
        "日にちを文字でコピーする"
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
            0 => [self.date_with_year(first), self.date(last)].join("〜"),
            _ => [self.date_with_year(first), self.date_with_year(last)].join("〜"),
        }
    }

    fn calendar_line(&self, when: &str, title: &str, whom: &str) -> String {
        [when, title, whom].join("　").trim_end().to_owned()
    }

    fn dates_as_text(&self) -> &'static str {
        "日にちを文字で見る"
    }

    fn planned_use_of(&self, service: Service, length: Length) -> String {
        ["産後ケア ", self.service(service), " ", &self.length(service, length)].concat()
    }

    fn office_and_phone(&self, programme: &Programme) -> String {
        let first = programme.contacts.first();
        // Where the first prints no number, the next that does is rung in its place.
        let rung = programme.contacts.iter().find(|office| office.tel.is_some());
        let rung = rung.filter(|_| first.is_none_or(|first| first.tel.is_none()));
        let offices: Vec<String> = first.into_iter().chain(rung).map(|office| self.office(office)).collect();
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
        "届いたこたえはありません。リンクをもう一度開いてください。"
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
    /// What she wants most, as she would say it.
    fn wish_said(&self, wish: Wish) -> &'static str {
        match wish {
            Wish::Sleep => "ゆっくり眠れるところを、さがしています。",
            Wish::Feeding => "授乳やおっぱいのことで、相談したいです。",
            Wish::Learning => "赤ちゃんのお世話を、教えてほしいです。",
            Wish::AtHome => "家に来ていただきたいです。",
            Wish::Talking => "話を聞いていただきたいです。",
            Wish::Nothing => "",
        }
    }

    /// 「12月2日（水）から宿泊型1泊2日」.
    fn wanted(&self, planned: &PlannedUse, today: NaiveDate) -> String {
        let service = planned.wanted.service;
        let from = match (planned.date, service) {
            (None, _) => String::new(),
            (Some(day), Service::Stay) => [&self.day(day, today), "から"].concat(),
            (Some(day), _) => [&self.day(day, today), "に"].concat(),
        };
        [&from, self.service(service), &self.length(service, planned.wanted.length)].concat()
    }
}
