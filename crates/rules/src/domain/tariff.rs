//! What one use costs: how it is charged, for how many children, in which household.
//!
//! The model holds what municipalities print: a fee per use, day, night, 24 hours or hour; a list of prices by n-th use;
//! a first night and further ones; a range; a share of the cost with a cap; a facility's price less a subsidy; an add-on
//! per child or a price of its own for multiples; free, reduced or unprinted classes; a surcharge on holidays.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::holidays::is_public_holiday;
use super::household::{Babies, Household};
use super::money::{Amount, Percent, Yen};
use super::uses::Length;

/// The fees of one service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tariff {
    /// 一般世帯.
    pub general: Fee,
    /// 住民税非課税世帯.
    pub tax_exempt: ClassFee,
    /// 生活保護世帯.
    pub public_assistance: ClassFee,
    /// Added to each day of use that is a public holiday.
    pub holiday_surcharge: Option<Yen>,
}

/// A fee for one child and for multiples.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    /// For one child.
    pub one: Charge,
    /// For two and more.
    pub multiples: MultiplesFee,
}

/// What multiples (多胎) pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MultiplesFee {
    /// The same as one child, by the source's word.
    Same,
    /// An add-on for each child after the first.
    AddOnPerChild(Charge),
    /// A whole price of their own, for two and more alike.
    Whole(Charge),
    /// Not printed.
    Unprinted,
}

/// What a reduced class pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClassFee {
    /// The general fee, by the source's word.
    Same,
    /// Nothing.
    Free,
    /// A share of the general fee.
    Share(Percent),
    /// A fee of its own.
    Own(Fee),
    /// Reduced by an amount that is not printed.
    Unprinted,
}

/// How a use is measured, and the price of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Charge {
    /// Per use, however long.
    PerUse(PriceList),
    /// Per day: a stay of n nights is n + 1 days.
    PerDay(PriceList),
    /// Per night of a stay.
    PerNight(PriceList),
    /// Per begun 24 hours; a stay whose hours are not given counts its nights.
    Per24Hours(Price),
    /// Per begun hour; unknown where the hours are not given.
    PerHour(Price),
    /// 「1泊2日」 and each further night.
    FirstNight { first: Price, further: Price },
}

/// Prices by the n-th unit (use, day or night) of a service: each step holds from its unit to the next step's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceList {
    first: Price,
    later: Vec<Step>,
}

/// A price from the n-th unit on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The unit from which it holds, 2 or more.
    pub from: u16,
    /// The price from there.
    pub price: Price,
}

/// The price of a unit as a source prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Price {
    /// One amount.
    Exact(Yen),
    /// 「…円から…円」, both included.
    Between(Yen, Yen),
    /// A share of the cost, perhaps with a cap.
    Share { percent: Percent, of: Cost, cap: Option<Yen> },
    /// The cost less a subsidy.
    Less { subsidy: Yen, of: Cost },
    /// Not printed.
    Unprinted,
}

/// The cost that a price is reckoned from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cost {
    /// The same for every facility.
    Printed(Yen),
    /// What the facility asks for a unit.
    Facility,
}

/// One use to be priced.
#[derive(Clone, Copy, Debug)]
pub struct Priced {
    /// How long it is.
    pub length: Length,
    /// Units of this service used before it: uses, days and nights.
    pub before: Units,
    /// The facility's own price for a unit, where it prints one.
    pub facility: Option<Yen>,
    /// Its first day, where it is known.
    pub date: Option<NaiveDate>,
}

/// How much of a service has been used, in each measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// Uses.
    pub uses: u16,
    /// Days: a stay of n nights has n + 1.
    pub days: u16,
    /// Nights.
    pub nights: u16,
}

impl Units {
    /// With one more use.
    pub fn and(self, length: Length) -> Units {
        Units {
            uses: self.uses.saturating_add(1),
            days: self.days.saturating_add(length.days()),
            nights: self.nights.saturating_add(length.nights()),
        }
    }
}

/// Why a price is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// No fee is printed for the service.
    Tariff,
    /// The class is reduced by an unprinted amount.
    Reduction,
    /// No price is printed for multiples.
    Multiples,
    /// No price is printed for a stay as long as this.
    LongerStay,
    /// The fee goes by hours, which are not given.
    Hours,
    /// The fee builds on the facility's own price, which is not printed.
    FacilityPrice,
    /// Another part is not printed.
    Part,
}

impl Tariff {
    /// What one use costs this household with these babies, and why an end of it is unknown.
    ///
    /// Where the household is not known, the amount spans all three classes; an unprinted reduction leaves the lower end
    /// unknown and the upper at the general fee, for a reduction never adds.
    pub fn price(&self, household: Household, babies: Babies, priced: &Priced) -> (Amount, Option<Unknown>) {
        let general = self.general.price(babies, priced);
        let class = |fee: &ClassFee| match fee {
            ClassFee::Same => general,
            ClassFee::Free => Amount::ZERO,
            ClassFee::Share(percent) => general.percent(*percent),
            ClassFee::Own(fee) => fee.price(babies, priced),
            ClassFee::Unprinted => Amount::UNKNOWN,
        };
        let reduced = |fee: &ClassFee| match fee {
            ClassFee::Unprinted => general.high().map_or(Amount::UNKNOWN, Amount::at_most),
            printed => class(printed),
        };
        let fee = match household {
            Household::General => general,
            Household::TaxExempt => class(&self.tax_exempt),
            Household::PublicAssistance => class(&self.public_assistance),
            Household::Unknown => general.or(reduced(&self.tax_exempt)).or(reduced(&self.public_assistance)),
        };
        let amount = fee.plus(self.surcharge(priced));
        let why = (!amount.is_known()).then(|| self.why_unknown(household, babies, priced));
        (amount, why)
    }

    fn why_unknown(&self, household: Household, babies: Babies, priced: &Priced) -> Unknown {
        let unprinted_reduction = match household {
            Household::General => false,
            Household::TaxExempt => self.tax_exempt == ClassFee::Unprinted,
            Household::PublicAssistance => self.public_assistance == ClassFee::Unprinted,
            Household::Unknown => [&self.tax_exempt, &self.public_assistance].contains(&&ClassFee::Unprinted),
        };
        let charge = match (&self.general.multiples, babies.are_multiples()) {
            (MultiplesFee::Unprinted, true) => return Unknown::Multiples,
            (MultiplesFee::Whole(charge), true) => charge,
            _ => &self.general.one,
        };
        match charge {
            _ if unprinted_reduction => Unknown::Reduction,
            Charge::PerHour(_) if priced.length.hours().is_none() => Unknown::Hours,
            _ if charge.rests_on_facility() && priced.facility.is_none() => Unknown::FacilityPrice,
            _ if priced.length.nights() > 1 => Unknown::LongerStay,
            _ => Unknown::Part,
        }
    }

    fn surcharge(&self, priced: &Priced) -> Amount {
        let Some(surcharge) = self.holiday_surcharge else { return Amount::ZERO };
        let days = priced.length.days();
        match priced.date {
            Some(first) => {
                let holidays =
                    (0..days).filter(|day| is_public_holiday(super::calendar::days_after(first, *day))).count();
                Amount::exact(surcharge.times(u32::try_from(holidays).unwrap_or(u32::MAX)))
            }
            None => Amount::between(Yen(0), surcharge.times(u32::from(days))),
        }
    }

    /// Whether each further child costs something: the number of them is reckoned with, rather than that there are several.
    pub fn counts_children(&self) -> bool {
        let class = |fee: &ClassFee| match fee {
            ClassFee::Own(fee) => fee.counts_children(),
            ClassFee::Same | ClassFee::Free | ClassFee::Share(_) | ClassFee::Unprinted => false,
        };
        self.general.counts_children() || class(&self.tax_exempt) || class(&self.public_assistance)
    }

    /// Whether each use costs the same whatever came before it, so that a wish is the sum of its parts.
    pub fn is_linear(&self) -> bool {
        let class = |fee: &ClassFee| match fee {
            ClassFee::Own(fee) => fee.is_linear(),
            ClassFee::Same | ClassFee::Free | ClassFee::Share(_) | ClassFee::Unprinted => true,
        };
        self.general.is_linear() && class(&self.tax_exempt) && class(&self.public_assistance)
    }
}

impl Fee {
    fn price(&self, babies: Babies, priced: &Priced) -> Amount {
        let further = babies.after_the_first();
        if further == 0 {
            return self.one.price(priced);
        }
        match &self.multiples {
            MultiplesFee::Same => self.one.price(priced),
            MultiplesFee::AddOnPerChild(add_on) => {
                self.one.price(priced).plus(add_on.price(priced).times(u32::from(further)))
            }
            MultiplesFee::Whole(charge) => charge.price(priced),
            MultiplesFee::Unprinted => Amount::UNKNOWN,
        }
    }

    fn counts_children(&self) -> bool {
        matches!(self.multiples, MultiplesFee::AddOnPerChild(_))
    }

    fn is_linear(&self) -> bool {
        let multiples = match &self.multiples {
            MultiplesFee::AddOnPerChild(charge) | MultiplesFee::Whole(charge) => charge.is_linear(),
            MultiplesFee::Same | MultiplesFee::Unprinted => true,
        };
        self.one.is_linear() && multiples
    }
}

impl Charge {
    fn price(&self, priced: &Priced) -> Amount {
        let facility = priced.facility;
        let nights = priced.length.nights();
        match self {
            Charge::PerUse(list) => list.sum(priced.before.uses, 1, facility),
            Charge::PerDay(list) => list.sum(priced.before.days, priced.length.days(), facility),
            Charge::PerNight(list) => list.sum(priced.before.nights, nights, facility),
            Charge::Per24Hours(price) => {
                let units = priced.length.hours().map_or(nights.max(1), |hours| hours.div_ceil(24));
                price.amount(facility).times(u32::from(units))
            }
            Charge::PerHour(price) => match priced.length.hours() {
                Some(hours) => price.amount(facility).times(u32::from(hours)),
                None => Amount::UNKNOWN,
            },
            Charge::FirstNight { first, further } => {
                first.amount(facility).plus(further.amount(facility).times(u32::from(nights.saturating_sub(1))))
            }
        }
    }

    fn rests_on_facility(&self) -> bool {
        match self {
            Charge::PerUse(list) | Charge::PerDay(list) | Charge::PerNight(list) => {
                list.first.rests_on_facility() || list.later.iter().any(|step| step.price.rests_on_facility())
            }
            Charge::Per24Hours(price) | Charge::PerHour(price) => price.rests_on_facility(),
            Charge::FirstNight { first, further } => first.rests_on_facility() || further.rests_on_facility(),
        }
    }

    fn is_linear(&self) -> bool {
        match self {
            Charge::PerUse(list) | Charge::PerDay(list) | Charge::PerNight(list) => list.later.is_empty(),
            Charge::Per24Hours(_) | Charge::PerHour(_) | Charge::FirstNight { .. } => true,
        }
    }
}

impl PriceList {
    /// The same price for every unit.
    pub fn flat(price: Price) -> PriceList {
        PriceList { first: price, later: Vec::new() }
    }

    /// A price for the first unit and steps from later ones.
    ///
    /// # Errors
    /// Where a step does not begin after the one before it (the first unit is 1).
    pub fn stepped(first: Price, later: Vec<Step>) -> Result<PriceList, &'static str> {
        let rising = later.iter().try_fold(1, |before, step| (step.from > before).then_some(step.from)).is_some();
        if rising { Ok(PriceList { first, later }) } else { Err("steps in rising order, from the 2nd unit on") }
    }

    /// The price of the `nth` unit, counted from 1.
    fn nth(&self, nth: u16) -> &Price {
        self.later.iter().rev().find(|step| step.from <= nth).map_or(&self.first, |step| &step.price)
    }

    /// What `count` units cost after `before` others.
    fn sum(&self, before: u16, count: u16, facility: Option<Yen>) -> Amount {
        if self.later.is_empty() {
            return self.first.amount(facility).times(u32::from(count));
        }
        (1..=count).fold(Amount::ZERO, |sum, unit| sum.plus(self.nth(before.saturating_add(unit)).amount(facility)))
    }
}

impl Price {
    fn rests_on_facility(&self) -> bool {
        matches!(self, Price::Share { of: Cost::Facility, .. } | Price::Less { of: Cost::Facility, .. })
    }

    fn amount(&self, facility: Option<Yen>) -> Amount {
        let cost = |cost: &Cost| match cost {
            Cost::Printed(yen) => Amount::exact(*yen),
            Cost::Facility => facility.map_or(Amount::UNKNOWN, Amount::exact),
        };
        match self {
            Price::Exact(yen) => Amount::exact(*yen),
            Price::Between(from, to) => Amount::between(*from, *to),
            Price::Share { percent, of, cap } => {
                let share = cost(of).percent(*percent);
                cap.map_or(share, |cap| share.capped(cap))
            }
            Price::Less { subsidy, of } => cost(of).less(*subsidy),
            Price::Unprinted => Amount::UNKNOWN,
        }
    }
}
