//! Why a price is not known, and where each use costs the same.
#![cfg(not(target_arch = "wasm32"))]

use rules::domain::household::{Babies, Household};
use rules::domain::money::{Percent, Yen};
use rules::domain::tariff::{
    Charge, ClassFee, Cost, Fee, MultiplesFee, Price, PriceList, Priced, Step, Tariff, Units, Unknown,
};
use rules::domain::uses::Length;

const PRINTED: Price = Price::Exact(Yen(1_000));
const OF_FACILITY: Price = Price::Less { subsidy: Yen(500), of: Cost::Facility };

fn per_use(price: Price) -> Charge {
    Charge::PerUse(PriceList::flat(price))
}

/// The first at one price, all later ones at another.
fn then(first: Price, later: Price) -> PriceList {
    PriceList::stepped(first, vec![Step { from: 2, price: later }]).expect("rising steps")
}

fn tariff(one: Charge) -> Tariff {
    Tariff {
        general: Fee { one, multiples: MultiplesFee::Same },
        tax_exempt: ClassFee::Same,
        public_assistance: ClassFee::Same,
        holiday_surcharge: None,
    }
}

fn twins(one: Charge, multiples: MultiplesFee) -> Tariff {
    Tariff { general: Fee { one, multiples }, ..tariff(per_use(PRINTED)) }
}

fn nights(nights: u16) -> Length {
    Length::Nights { nights, hours: None }
}

fn hours(hours: Option<u16>) -> Length {
    Length::Visit { hours }
}

/// One child in a household that pays in full, at a facility that prints no price.
fn why(tariff: &Tariff, length: Length) -> Option<Unknown> {
    why_for(tariff, Household::General, 1, length, None)
}

fn why_for(
    tariff: &Tariff,
    household: Household,
    babies: u8,
    length: Length,
    facility: Option<Yen>,
) -> Option<Unknown> {
    let babies = Babies::new(babies).expect("1 to 9 babies");
    let priced = Priced { length, before: Units { uses: 1, days: 1, nights: 1 }, facility, date: None };
    tariff.price(household, babies, &priced).1
}

#[test]
fn an_unknown_price_says_what_to_ask_for() {
    let first_night = |first, further| tariff(Charge::FirstNight { first, further });
    for (tariff, length, expected) in [
        (tariff(per_use(PRINTED)), hours(None), None),
        (tariff(per_use(Price::Unprinted)), hours(None), Some(Unknown::Part)),
        (tariff(Charge::PerHour(PRINTED)), hours(None), Some(Unknown::Hours)),
        (tariff(Charge::PerHour(PRINTED)), hours(Some(2)), None),
        // The hours are given; it is something else that is not printed.
        (tariff(Charge::PerHour(Price::Unprinted)), hours(Some(2)), Some(Unknown::Part)),
        (tariff(Charge::PerHour(OF_FACILITY)), hours(Some(2)), Some(Unknown::FacilityPrice)),
        (tariff(Charge::Per24Hours(OF_FACILITY)), nights(1), Some(Unknown::FacilityPrice)),
        (tariff(per_use(OF_FACILITY)), hours(None), Some(Unknown::FacilityPrice)),
        (tariff(Charge::PerDay(PriceList::flat(OF_FACILITY))), nights(1), Some(Unknown::FacilityPrice)),
        (tariff(Charge::PerNight(PriceList::flat(OF_FACILITY))), nights(3), Some(Unknown::FacilityPrice)),
        // Only the later ones go by the facility's price.
        (tariff(Charge::PerUse(then(PRINTED, OF_FACILITY))), hours(None), Some(Unknown::FacilityPrice)),
        (first_night(OF_FACILITY, PRINTED), nights(1), Some(Unknown::FacilityPrice)),
        (first_night(PRINTED, OF_FACILITY), nights(2), Some(Unknown::FacilityPrice)),
        (first_night(PRINTED, Price::Unprinted), nights(1), None),
        (first_night(PRINTED, Price::Unprinted), nights(2), Some(Unknown::LongerStay)),
        (first_night(PRINTED, Price::Unprinted), nights(3), Some(Unknown::LongerStay)),
        (first_night(Price::Unprinted, PRINTED), nights(1), Some(Unknown::Part)),
    ] {
        assert_eq!(why(&tariff, length), expected, "{tariff:?} {length:?}");
    }
    // The facility's price is known; what is added for the second child is not.
    let added = twins(per_use(OF_FACILITY), MultiplesFee::AddOnPerChild(per_use(Price::Unprinted)));
    assert_eq!(why_for(&added, Household::General, 2, hours(None), Some(Yen(3_000))), Some(Unknown::Part));
    assert_eq!(why_for(&added, Household::General, 1, hours(None), Some(Yen(3_000))), None);
}

#[test]
fn an_unprinted_price_for_multiples_is_asked_for_by_them_alone() {
    let unprinted = twins(Charge::PerHour(PRINTED), MultiplesFee::Unprinted);
    let whole = twins(per_use(Price::Unprinted), MultiplesFee::Whole(Charge::PerHour(PRINTED)));
    for (tariff, babies, expected) in [
        (&unprinted, 1, Unknown::Hours),
        (&unprinted, 2, Unknown::Multiples),
        (&unprinted, 3, Unknown::Multiples),
        (&whole, 1, Unknown::Part),
        (&whole, 2, Unknown::Hours),
    ] {
        let found = why_for(tariff, Household::General, babies, hours(None), None);
        assert_eq!(found, Some(expected), "{tariff:?} {babies}");
    }
}

/// By the hour, whose number is not given: unknown for all, for the reason of each household's own.
#[test]
fn an_unprinted_reduction_is_asked_for_by_its_own_household() {
    use Household::{General, PublicAssistance, TaxExempt, Unknown as NotKnown};
    let of =
        |tax_exempt, public_assistance| Tariff { tax_exempt, public_assistance, ..tariff(Charge::PerHour(PRINTED)) };
    let unprinted = || ClassFee::Unprinted;
    for (tariff, household, expected) in [
        (of(ClassFee::Same, ClassFee::Same), TaxExempt, Unknown::Hours),
        (of(unprinted(), ClassFee::Same), General, Unknown::Hours),
        (of(unprinted(), ClassFee::Same), TaxExempt, Unknown::Reduction),
        (of(unprinted(), ClassFee::Same), PublicAssistance, Unknown::Hours),
        (of(unprinted(), ClassFee::Same), NotKnown, Unknown::Reduction),
        (of(ClassFee::Same, unprinted()), General, Unknown::Hours),
        (of(ClassFee::Same, unprinted()), TaxExempt, Unknown::Hours),
        (of(ClassFee::Same, unprinted()), PublicAssistance, Unknown::Reduction),
        (of(ClassFee::Same, unprinted()), NotKnown, Unknown::Reduction),
        (of(ClassFee::Same, ClassFee::Same), NotKnown, Unknown::Hours),
    ] {
        let found = why_for(&tariff, household, 1, hours(None), None);
        assert_eq!(found, Some(expected), "{household:?} under {tariff:?}");
    }
}

#[test]
fn a_tariff_is_linear_where_no_step_stands_in_it() {
    let stepped = || Charge::PerUse(then(PRINTED, Price::Exact(Yen(800))));
    let own = |one| ClassFee::Own(Fee { one, multiples: MultiplesFee::Same });
    let flat = || tariff(per_use(PRINTED));
    let share = || ClassFee::Share(Percent::new(50).expect("1 to 100 percent"));
    for (tariff, is_linear) in [
        (flat(), true),
        (tariff(Charge::FirstNight { first: PRINTED, further: Price::Unprinted }), true),
        (tariff(Charge::Per24Hours(PRINTED)), true),
        (tariff(stepped()), false),
        (tariff(Charge::PerDay(then(PRINTED, PRINTED))), false),
        (Tariff { tax_exempt: share(), public_assistance: ClassFee::Free, ..flat() }, true),
        (Tariff { tax_exempt: own(per_use(PRINTED)), ..flat() }, true),
        (Tariff { tax_exempt: own(stepped()), ..flat() }, false),
        (Tariff { public_assistance: own(stepped()), ..flat() }, false),
        (twins(per_use(PRINTED), MultiplesFee::AddOnPerChild(per_use(PRINTED))), true),
        (twins(per_use(PRINTED), MultiplesFee::AddOnPerChild(stepped())), false),
        (twins(per_use(PRINTED), MultiplesFee::Whole(stepped())), false),
        (twins(stepped(), MultiplesFee::Whole(per_use(PRINTED))), false),
    ] {
        assert_eq!(tariff.is_linear(), is_linear, "{tariff:?}");
    }
}

#[test]
fn steps_rise_from_the_second_unit_on() {
    for (steps, are_right) in [
        (vec![], true),
        (vec![2], true),
        (vec![2, 3, 7], true),
        (vec![0], false),
        (vec![1], false),
        (vec![2, 2], false),
        (vec![3, 2], false),
    ] {
        let later = steps.iter().map(|from| Step { from: *from, price: PRINTED }).collect();
        assert_eq!(PriceList::stepped(PRINTED, later).is_ok(), are_right, "{steps:?}");
    }
}
