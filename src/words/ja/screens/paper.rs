//! The sheet on paper in Japanese.

use chrono::NaiveDate;

use crate::domain::age::LastDays;
use crate::planner::DayDoubt;
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::PaperWords;

impl PaperWords for Ja {
    fn until_with_year(&self, days: LastDays, today: NaiveDate) -> String {
        self.until_told(days, today, &|day| self.date_with_year(day))
    }

    fn corrected_with_year(&self, until: NaiveDate) -> String {
        ["予定日から数えると", &self.date_with_year(until), "まで（要確認）"].concat()
    }

    fn day_doubt_with_year(&self, doubt: &DayDoubt<'_>, today: NaiveDate) -> String {
        let today = self.date_with_year(today);
        self.doubt_told(doubt, &today, &today, &|day| self.date_with_year(day))
    }

    fn on_paper(&self, facts: &[&str]) -> String {
        let facts: Vec<&str> = facts.iter().copied().filter(|fact| !fact.is_empty()).collect();
        facts.join("　")
    }

    fn price_on_paper(&self, what: &str, price: &str) -> String {
        [what, "の料金：", price].concat()
    }

    fn passed(&self) -> &'static str {
        "（過ぎました）"
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
