//! The words that a rule file may use, and what each stands for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{deadlines, phone, programme, quota, service};

/// Declares a set of words of a rule file, each with its value in the rules.
macro_rules! words {
    ($(#[$of:meta])* $name:ident => $value:ty { $($(#[$meaning:meta])* $word:literal $variant:ident => $is:expr,)+ }) => {
        $(#[$of])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
        pub enum $name {
            $($(#[$meaning])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// What it stands for in the rules.
            pub fn value(self) -> $value {
                match self { $($name::$variant => $is,)+ }
            }

            /// The word for a value, where there is one.
            pub fn of(value: &$value) -> Option<$name> {
                [$($name::$variant),+].into_iter().find(|word| word.value() == *value)
            }
        }
    };
}

words! {
    /// A kind of care.
    Service => service::Service {
        /// 宿泊型 (ショートステイ).
        #[schemars(description = "宿泊型")]
        "stay" Stay => service::Service::Stay,
        /// 日帰り型 (デイケア).
        #[schemars(description = "日帰り型")]
        "day" Day => service::Service::DayCare,
        /// 訪問型 (アウトリーチ).
        #[schemars(description = "訪問型")]
        "visit" Visit => service::Service::HomeVisit,
    }
}

words! {
    /// How a booking can be made.
    Booking => programme::Booking {
        /// 電話.
        #[schemars(description = "電話")]
        "phone" Phone => programme::Booking::Phone,
        /// WEB, a form or booking page.
        #[schemars(description = "ウェブの予約サイトやフォーム")]
        "web" Web => programme::Booking::Web,
        /// LINE.
        #[schemars(description = "LINEのメッセージ")]
        "line" Line => programme::Booking::Line,
        /// メール.
        #[schemars(description = "メール")]
        "mail" Mail => programme::Booking::Mail,
        /// SMS.
        #[schemars(description = "SMSのメッセージ")]
        "sms" Sms => programme::Booking::Sms,
        /// 来所.
        #[schemars(description = "行って予約する")]
        "in_person" InPerson => programme::Booking::InPerson,
    }
}

words! {
    /// Whether the phone is answered on public holidays.
    Holidays => phone::OnHolidays {
        /// 「祝日を除く」「平日」.
        #[schemars(description = "「祝日を除く」「平日」。つながりません")]
        "closed" Closed => phone::OnHolidays::Closed,
        /// Printed as answered on holidays too.
        #[schemars(description = "祝日もつながる、と書いてあります")]
        "open" Open => phone::OnHolidays::Open,
        /// Nothing is said.
        #[schemars(description = "書いてありません。祝日は要確認です")]
        "unstated" Unstated => phone::OnHolidays::Unstated,
    }
}

words! {
    /// What is said of a phone without hours.
    Phone => phone::PhoneLine {
        /// A number without printed hours.
        #[schemars(description = "番号だけで、時間は書いてありません（書かないのと同じ）")]
        "hours_unprinted" HoursUnprinted => phone::PhoneLine::HoursUnprinted,
        /// 「電話予約不可」.
        #[schemars(description = "「電話予約不可」。`booking` に `\"phone\"` を書けません")]
        "no_bookings" NoBookings => phone::PhoneLine::NoBookings,
    }
}

words! {
    /// Whether a printed name can be trusted.
    NameReading => programme::NameReading {
        /// It reads well.
        #[schemars(description = "見えません（書かないのと同じ）")]
        "clear" Clear => programme::NameReading::Clear,
        /// It looks misread: kept as printed, to be confirmed.
        #[schemars(description = "見えます")]
        "doubtful" Doubtful => programme::NameReading::Doubtful,
    }
}

words! {
    /// Who settles what lies past a programme's limit.
    PastIt => programme::PastLimit {
        /// Nobody in particular.
        #[schemars(description = "書いてありません（キーを書かないのと同じ）")]
        "unstated" Unstated => programme::PastLimit::Unstated,
        /// 「各施設へお問合せ」.
        #[schemars(description = "「各施設へお問い合わせください」。施設の時期は、サービスの時期を過ぎてもかまいません")]
        "ask_facility" AskFacility => programme::PastLimit::AskFacility,
    }
}

words! {
    /// By how much preterm birth lengthens the time.
    Extension => programme::Extension {
        /// Counted from the due date, if the office agrees before booking.
        #[schemars(description = "予定日から数えます。予約の前に窓口が認めたときです")]
        "from_due_date" FromDueDate => programme::Extension::FromDueDate,
        /// Not printed.
        #[schemars(description = "延びますが、どれだけかは書いてありません")]
        "unprinted" Unprinted => programme::Extension::Unprinted,
    }
}

words! {
    /// What is printed of those who need treatment.
    Treatment => programme::Treatment {
        /// They can't use it.
        #[schemars(description = "使えません")]
        "excluded" Excluded => programme::Treatment::Excluded,
        /// They can't where it hinders use: to be asked.
        #[schemars(description = "使うのが難しいときは使えません。窓口に聞きます")]
        "ask_office" AskOffice => programme::Treatment::AskOffice,
    }
}

words! {
    /// What a limit counts.
    Unit => quota::Unit {
        /// 日.
        #[schemars(description = "日")]
        "day" Day => quota::Unit::Day,
        /// 回.
        #[schemars(description = "回")]
        "use" Use => quota::Unit::Use,
        /// 時間.
        #[schemars(description = "時間。使った時間がわからないときは要確認です")]
        "hour" Hour => quota::Unit::Hour,
    }
}

words! {
    /// How a stay of n nights counts.
    StayCounts => quota::StayCount {
        /// n + 1: each of its days.
        #[schemars(description = "使った日を数えます。1泊2日は2")]
        "days" Days => quota::StayCount::Days,
        /// n.
        #[schemars(description = "泊まった夜を数えます。1泊2日は1")]
        "nights" Nights => quota::StayCount::Nights,
        /// 1, however long.
        #[schemars(description = "何泊でも1")]
        "once" Once => quota::StayCount::Once,
        /// Not printed.
        #[schemars(description = "書いてありません。1泊2日は1か2で、残りは多いほうで数えます")]
        "unprinted" Unprinted => quota::StayCount::Unprinted,
    }
}

words! {
    /// What multiples (多胎) may use, where no number is printed.
    MultiplesLimit => quota::MultiplesLimit {
        /// Nothing else is printed for them.
        #[schemars(description = "多胎のことは書いていません（1人と同じ数）")]
        "same" Same => quota::MultiplesLimit::Same,
        /// More; how many is not printed.
        #[schemars(description = "多胎は増えますが、いくつかは書いてありません")]
        "more_unprinted" MoreUnprinted => quota::MultiplesLimit::MoreUnprinted,
    }
}

words! {
    /// How strictly a limit is meant.
    Firmness => quota::Firmness {
        /// Beyond it is no.
        #[schemars(description = "こえたら使えません")]
        "firm" Firm => quota::Firmness::Firm,
        /// 「原則」.
        #[schemars(description = "「原則」。こえるときは要確認です")]
        "in_principle" InPrinciple => quota::Firmness::InPrinciple,
    }
}

words! {
    /// What a late cancellation uses up.
    LateCancellation => quota::LateCancellation {
        /// 「1日（1回）利用したものとみなす」.
        #[schemars(description = "1回（1日）使ったことになります")]
        "one_unit" OneUnit => quota::LateCancellation::OneUnit,
        /// Nothing.
        #[schemars(description = "減りません")]
        "nothing" Nothing => quota::LateCancellation::Nothing,
        /// Not printed.
        #[schemars(description = "書いてありません")]
        "unprinted" Unprinted => quota::LateCancellation::Unprinted,
    }
}

words! {
    /// The way in which something is done.
    Via => deadlines::Via {
        /// オンライン.
        #[schemars(description = "オンライン")]
        "online" Online => deadlines::Via::Online,
        /// 窓口.
        #[schemars(description = "窓口")]
        "counter" Counter => deadlines::Via::Counter,
        /// At the facility.
        #[schemars(description = "施設")]
        "facility" Facility => deadlines::Via::Facility,
        /// 電話.
        #[schemars(description = "電話")]
        "phone" Phone => deadlines::Via::Phone,
    }
}

words! {
    /// From when a facility takes a booking.
    BookingFrom => deadlines::BookingFrom {
        /// Once she is approved.
        #[schemars(description = "承認されてから")]
        "approval" Approval => deadlines::BookingFrom::Approval,
        /// Once she is approved and the baby is born.
        #[schemars(description = "承認されて、赤ちゃんが生まれてから")]
        "birth" Birth => deadlines::BookingFrom::Birth,
        /// Not printed.
        #[schemars(description = "書いてありません")]
        "unprinted" Unprinted => deadlines::BookingFrom::Unprinted,
    }
}

words! {
    /// Whether a printed moment itself is in time.
    Boundary => deadlines::Boundary {
        /// 「10時まで」.
        #[schemars(description = "「10時まで」。10時ちょうどは間に合います")]
        "inclusive" Inclusive => deadlines::Boundary::Inclusive,
        /// 「11時以降は…」.
        #[schemars(description = "「11時以降は…」。11時ちょうどは間に合いません")]
        "exclusive" Exclusive => deadlines::Boundary::Exclusive,
    }
}

words! {
    /// What holds where the day before a use is a day off.
    DayOff => deadlines::DayOff {
        /// Nothing else is printed.
        #[schemars(description = "休みのことは書いていません")]
        "same_rule" SameRule => deadlines::DayOff::SameRule,
        /// 「前日が休みの場合は前々日まで」.
        #[schemars(description = "「前日が休みなら前々日まで」")]
        "day_before_that" DayBeforeThat => deadlines::DayOff::DayBeforeThat,
    }
}

words! {
    /// When an item is needed.
    Occasion => programme::Occasion {
        /// With the application.
        #[schemars(description = "申し込むとき")]
        "application" Application => programme::Occasion::Application,
        /// On each day of use.
        #[schemars(description = "使う日")]
        "use" Use => programme::Occasion::Use,
    }
}

words! {
    /// Who needs an item.
    NeededBy => programme::NeededBy {
        /// Everyone.
        #[schemars(description = "みんな")]
        "everyone" Everyone => programme::NeededBy::Everyone,
        /// 住民税非課税世帯.
        #[schemars(description = "住民税非課税世帯")]
        "tax_exempt" TaxExempt => programme::NeededBy::TaxExempt,
        /// 生活保護世帯.
        #[schemars(description = "生活保護世帯")]
        "public_assistance" PublicAssistance => programme::NeededBy::PublicAssistance,
    }
}

words! {
    /// What a postal code outside the named ones means.
    Elsewhere => programme::Elsewhere {
        /// To be asked.
        #[schemars(description = "要確認です")]
        "ask" Ask => programme::Elsewhere::Ask,
        /// No.
        #[schemars(description = "使えません")]
        "refused" Refused => programme::Elsewhere::Refused,
    }
}
