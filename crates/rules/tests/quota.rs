//! How uses count against a limit where a part of them is not printed.
#![cfg(not(target_arch = "wasm32"))]

use rules::domain::Service;
use rules::domain::household::Babies;
use rules::domain::quota::{
    Firmness, Fit, LateCancellation, MultiplesLimit, Pool, StayCount, Unit, fit, remaining, sum,
};
use rules::domain::service::Services;
use rules::domain::source::{Source, Sourced};
use rules::domain::uses::{Cancellation, Length, Use};

/// A limit of 20, of visits in `unit`s and of stays that count as `stay` says.
fn pool(unit: Unit, stay: StayCount) -> Sourced<Pool> {
    let value = Pool {
        services: Services::of(&[Service::Stay, Service::HomeVisit]),
        single: 20,
        multiples: MultiplesLimit::Same,
        unit,
        stay,
        firmness: Firmness::Firm,
    };
    Sourced { value, source: Source { document: 0, place: "表".to_owned() } }
}

fn visit(hours: Option<u16>, cancelled: Cancellation) -> Use {
    Use { service: Service::HomeVisit, length: Length::Visit { hours }, cancelled }
}

fn stay(nights: u16, cancelled: Cancellation) -> Use {
    Use { service: Service::Stay, length: Length::Nights { nights, hours: None }, cancelled }
}

#[test]
fn what_may_be_lost_is_counted_the_careful_way() {
    use Cancellation::{Late, None as Kept};
    use LateCancellation::{Nothing, OneUnit, Unprinted};
    for (unit, stays, late, used, least, careful, most) in [
        (Unit::Hour, StayCount::Once, Unprinted, vec![visit(Some(3), Late)], 0, 3, Some(3)),
        // An unknown length beside it takes nothing away from what is counted already.
        (Unit::Hour, StayCount::Once, Unprinted, vec![visit(Some(3), Late), visit(None, Kept)], 1, 4, None),
        (Unit::Hour, StayCount::Once, OneUnit, vec![visit(Some(3), Late)], 1, 3, Some(3)),
        (Unit::Hour, StayCount::Once, OneUnit, vec![visit(None, Late)], 1, 1, None),
        (Unit::Hour, StayCount::Once, Nothing, vec![visit(Some(3), Late), visit(Some(2), Kept)], 2, 2, Some(2)),
        (Unit::Day, StayCount::Days, OneUnit, vec![stay(2, Late)], 1, 3, Some(3)),
        (Unit::Day, StayCount::Days, Unprinted, vec![stay(2, Late)], 0, 3, Some(3)),
        (Unit::Day, StayCount::Nights, Nothing, vec![stay(2, Kept)], 2, 2, Some(2)),
        (Unit::Day, StayCount::Unprinted, Nothing, vec![stay(2, Kept), stay(1, Kept)], 3, 5, Some(5)),
        (Unit::Use, StayCount::Once, Nothing, vec![stay(2, Kept), visit(None, Kept)], 2, 2, Some(2)),
    ] {
        let pool = pool(unit, stays);
        let count = sum(&pool.value, late, used.iter());
        assert_eq!((count.low, count.careful, count.high), (least, careful, most), "{unit:?} {late:?} {used:?}");
        let left = remaining(&[pool], late, Service::HomeVisit, Babies::ONE, &used).expect("a limit");
        assert_eq!(left.left, 20 - careful, "{unit:?} {late:?} {used:?}");
    }
}

/// A limit of 20 days, where it is not printed whether the last morning of a stay is one.
#[test]
fn what_may_be_the_last_unit_is_to_be_asked() {
    for (nights, expected) in [(18, Fit::Within), (19, Fit::Within), (20, Fit::Confirm), (21, Fit::Beyond)] {
        let pools = [pool(Unit::Day, StayCount::Unprinted)];
        let used = [stay(nights, Cancellation::None)];
        assert_eq!(fit(&pools, LateCancellation::Nothing, Babies::ONE, &used), expected, "{nights} nights");
    }
}
