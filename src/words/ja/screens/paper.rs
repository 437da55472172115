//! The sheet on paper in Japanese.

use chrono::NaiveDate;

use crate::domain::age::LastDays;
use crate::domain::deadlines::Deadline;
use crate::domain::plan::What;
use crate::planner::{Aim, DayDoubt, Pregnancy};
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::PaperWords;

impl PaperWords for Ja {
    fn until_with_year(&self, days: LastDays, corrected: Option<NaiveDate>, today: NaiveDate) -> String {
        self.until_told(days, corrected, today, &|day| self.date_with_year(day))
    }

    fn corrected_with_year(&self, until: NaiveDate) -> String {
        ["予定日から数えると", &self.date_with_year(until), "まで（要確認）"].concat()
    }

    fn pregnancy_with_year(&self, pregnancy: &Pregnancy) -> Vec<String> {
        let apply = self.apply_from_told(pregnancy, &|day| self.date_with_year(day));
        vec![apply, self.booking_from(pregnancy.booking).to_owned()]
    }

    fn application_with_year(&self, what: What, deadline: &Deadline, today: NaiveDate) -> String {
        let through = match what {
            What::ReadyAbout => "に申し込むと、承認されるのは",
            What::EarliestUse => "に申し込むと、使えるのは早くて",
            What::ApplyFrom | What::ApplyBy | What::CancelBy | What::ApplyCallBy | What::CancelCallBy => {
                return String::new();
            }
        };
        [&self.date_with_year(today), through, &self.deadline_with_year(deadline), "です。"].concat()
    }

    fn apply_by_with_year(&self, deadline: &Deadline, aim: Aim) -> String {
        self.apply_by_told(deadline, aim, &|day| self.date_with_year(day))
    }

    fn day_doubt_with_year(&self, doubt: &DayDoubt<'_>, whom: &str, today: NaiveDate) -> String {
        let today = self.date_with_year(today);
        self.doubt_told(doubt, whom, [&today, &today], &|day| self.date_with_year(day))
    }

    fn lines_on_paper(&self, text: &str, width: usize) -> usize {
        super::lines::lines(text, width)
    }

    fn on_paper(&self, facts: &[&str]) -> String {
        let facts: Vec<&str> = facts.iter().copied().filter(|fact| !fact.is_empty()).collect();
        facts.join("　")
    }

    fn price_on_paper(&self, what: &str, price: &str) -> String {
        ["料金：", price, "（", what, "）"].concat()
    }

    fn booking_on_paper(&self, ways: &str) -> String {
        ["予約は", ways].concat()
    }

    fn passed(&self) -> &'static str {
        "（過ぎました）"
    }

    fn more_uses(&self, count: usize) -> String {
        ["ほかに、予定が", &count.to_string(), "つあります。スマホの案内に、ぜんぶ出ています。"].concat()
    }

    fn more_facilities(&self, count: usize) -> String {
        ["ほかに", &count.to_string(), "件あります。スマホの案内の「施設と電話」に、ぜんぶ出ています。"].concat()
    }

    fn code_caption(&self) -> &'static str {
        "読み取ると、あなたのこたえの入ったページが開きます。ほかの人に渡すときは、ここを切り取ってください。"
    }

    fn year_made(&self) -> &'static str {
        "作った日"
    }

    fn made_on(&self, day: NaiveDate) -> String {
        [&self.date_with_year(day), "に作りました。変わることがあるので、電話で確かめてください。"].concat()
    }
}
