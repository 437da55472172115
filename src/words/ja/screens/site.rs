//! Cards, the page where nothing is and flyers in Japanese.

use crate::words::ja::Ja;
use crate::words::screens::SiteWords;

impl SiteWords for Ja {
    fn card_line(&self) -> &'static str {
        "使える種類・料金・施設と電話番号の案内"
    }
}
