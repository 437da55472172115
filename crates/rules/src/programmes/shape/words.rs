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
        "stay" Stay => service::Service::Stay,
        /// 日帰り型 (デイケア).
        "day" Day => service::Service::DayCare,
        /// 訪問型 (アウトリーチ).
        "visit" Visit => service::Service::HomeVisit,
    }
}

words! {
    /// How a booking can be made.
    Booking => programme::Booking {
        /// 電話.
        "phone" Phone => programme::Booking::Phone,
        /// WEB, a form or booking page.
        "web" Web => programme::Booking::Web,
        /// LINE.
        "line" Line => programme::Booking::Line,
        /// メール.
        "mail" Mail => programme::Booking::Mail,
        /// SMS.
        "sms" Sms => programme::Booking::Sms,
        /// 来所.
        "in_person" InPerson => programme::Booking::InPerson,
    }
}

words! {
    /// Whether the phone is answered on public holidays.
    Holidays => phone::OnHolidays {
        /// 「祝日を除く」「平日」.
        "closed" Closed => phone::OnHolidays::Closed,
        /// Printed as answered on holidays too.
        "open" Open => phone::OnHolidays::Open,
        /// Nothing is said.
        "unstated" Unstated => phone::OnHolidays::Unstated,
    }
}

words! {
    /// What is said of a phone without hours.
    Phone => phone::PhoneLine {
        /// A number without printed hours.
        "hours_unprinted" HoursUnprinted => phone::PhoneLine::HoursUnprinted,
        /// 「電話予約不可」.
        "no_bookings" NoBookings => phone::PhoneLine::NoBookings,
    }
}

words! {
    /// Whether a printed name can be trusted.
    NameReading => programme::NameReading {
        /// It reads well.
        "clear" Clear => programme::NameReading::Clear,
        /// It looks misread: kept as printed, to be confirmed.
        "doubtful" Doubtful => programme::NameReading::Doubtful,
    }
}

words! {
    /// Who settles what lies past a programme's limit.
    PastIt => programme::PastLimit {
        /// Nobody in particular.
        "unstated" Unstated => programme::PastLimit::Unstated,
        /// 「各施設へお問合せ」.
        "ask_facility" AskFacility => programme::PastLimit::AskFacility,
    }
}

words! {
    /// By how much preterm birth lengthens the time.
    Extension => programme::Extension {
        /// Counted from the due date, if the office agrees before booking.
        "from_due_date" FromDueDate => programme::Extension::FromDueDate,
        /// Not printed.
        "unprinted" Unprinted => programme::Extension::Unprinted,
    }
}

words! {
    /// What is printed of those who need treatment.
    Treatment => programme::Treatment {
        /// They can't use it.
        "excluded" Excluded => programme::Treatment::Excluded,
        /// They can't where it hinders use: to be asked.
        "ask_office" AskOffice => programme::Treatment::AskOffice,
    }
}

words! {
    /// What a limit counts.
    Unit => quota::Unit {
        /// 日.
        "day" Day => quota::Unit::Day,
        /// 回.
        "use" Use => quota::Unit::Use,
        /// 時間.
        "hour" Hour => quota::Unit::Hour,
    }
}

words! {
    /// How a stay of n nights counts.
    StayCounts => quota::StayCount {
        /// n + 1: each of its days.
        "days" Days => quota::StayCount::Days,
        /// n.
        "nights" Nights => quota::StayCount::Nights,
        /// 1, however long.
        "once" Once => quota::StayCount::Once,
        /// Not printed.
        "unprinted" Unprinted => quota::StayCount::Unprinted,
    }
}

words! {
    /// What multiples (多胎) may use, where no number is printed.
    MultiplesLimit => quota::MultiplesLimit {
        /// Nothing else is printed for them.
        "same" Same => quota::MultiplesLimit::Same,
        /// More; how many is not printed.
        "more_unprinted" MoreUnprinted => quota::MultiplesLimit::MoreUnprinted,
    }
}

words! {
    /// How strictly a limit is meant.
    Firmness => quota::Firmness {
        /// Beyond it is no.
        "firm" Firm => quota::Firmness::Firm,
        /// 「原則」.
        "in_principle" InPrinciple => quota::Firmness::InPrinciple,
    }
}

words! {
    /// What a late cancellation uses up.
    LateCancellation => quota::LateCancellation {
        /// 「1日（1回）利用したものとみなす」.
        "one_unit" OneUnit => quota::LateCancellation::OneUnit,
        /// Nothing.
        "nothing" Nothing => quota::LateCancellation::Nothing,
        /// Not printed.
        "unprinted" Unprinted => quota::LateCancellation::Unprinted,
    }
}

words! {
    /// The way in which something is done.
    Via => deadlines::Via {
        /// オンライン.
        "online" Online => deadlines::Via::Online,
        /// 窓口.
        "counter" Counter => deadlines::Via::Counter,
        /// At the facility.
        "facility" Facility => deadlines::Via::Facility,
        /// 電話.
        "phone" Phone => deadlines::Via::Phone,
    }
}

words! {
    /// From when a facility takes a booking.
    BookingFrom => deadlines::BookingFrom {
        /// Once she is approved.
        "approval" Approval => deadlines::BookingFrom::Approval,
        /// Once she is approved and the baby is born.
        "birth" Birth => deadlines::BookingFrom::Birth,
        /// Not printed.
        "unprinted" Unprinted => deadlines::BookingFrom::Unprinted,
    }
}

words! {
    /// Whether a printed moment itself is in time.
    Boundary => deadlines::Boundary {
        /// 「10時まで」.
        "inclusive" Inclusive => deadlines::Boundary::Inclusive,
        /// 「11時以降は…」.
        "exclusive" Exclusive => deadlines::Boundary::Exclusive,
    }
}

words! {
    /// What holds where the day before a use is a day off.
    DayOff => deadlines::DayOff {
        /// Nothing else is printed.
        "same_rule" SameRule => deadlines::DayOff::SameRule,
        /// 「前日が休みの場合は前々日まで」.
        "day_before_that" DayBeforeThat => deadlines::DayOff::DayBeforeThat,
    }
}

words! {
    /// When an item is needed.
    Occasion => programme::Occasion {
        /// With the application.
        "application" Application => programme::Occasion::Application,
        /// On each day of use.
        "use" Use => programme::Occasion::Use,
    }
}

words! {
    /// Who needs an item.
    NeededBy => programme::NeededBy {
        /// Everyone.
        "everyone" Everyone => programme::NeededBy::Everyone,
        /// 住民税非課税世帯.
        "tax_exempt" TaxExempt => programme::NeededBy::TaxExempt,
        /// 生活保護世帯.
        "public_assistance" PublicAssistance => programme::NeededBy::PublicAssistance,
    }
}

words! {
    /// What a postal code outside the named ones means.
    Elsewhere => programme::Elsewhere {
        /// To be asked.
        "ask" Ask => programme::Elsewhere::Ask,
        /// No.
        "refused" Refused => programme::Elsewhere::Refused,
    }
}
