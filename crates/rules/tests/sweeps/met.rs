//! The invariants, and how often each was put to the test.

use std::cell::Cell;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

/// What must hold whatever the case.
#[derive(Clone, Copy, Debug)]
pub enum Invariant {
    SureNotAfterPossible,
    BornIsNotToldToWait,
    StatusNeverGoesBack,
    LastDaysNeverMove,
    UnknownDayStaysUnknown,
    SureDayIsWithin,
    DayAfterSureIsNot,
    PastPossibleIsOutside,
    NoFacilityOutlastsItsProgramme,
    PretermNeverShortens,
    CorrectedNotBeforePossible,
    UnknownIsNoNumberAndSaysWhy,
    UnknownPartLeavesNoNumber,
    UnknownHouseholdSpansAllOthers,
    UnknownLimitStaysUnknown,
    MoreBabiesNeverCostLess,
    LinearWishIsTheSumOfItsParts,
    MoreUseNeverLeavesMore,
    NeitherBirthNorMomentChangesASum,
}

const COUNT: usize = Invariant::NeitherBirthNorMomentChangesASum as usize + 1;

/// How often each could have failed: a sweep that never meets a case proves nothing of it. What is compared is known on
/// both sides, unless the name speaks of what is not.
#[derive(Default)]
pub struct Met([AtomicU64; COUNT]);

impl Met {
    /// Prints how often each of these was met, and fails where that is rarely.
    pub fn all_of(&self, invariants: &[Invariant]) {
        for invariant in invariants {
            let met = self.0[*invariant as usize].load(Relaxed);
            println!("{invariant:?}: {met} times");
            assert!(met > 1000, "{invariant:?} was met {met} times");
        }
    }
}

/// One thread's part of it, added when it ends.
pub struct Checks<'m> {
    met: &'m Met,
    here: [Cell<u64>; COUNT],
}

impl<'m> Checks<'m> {
    pub fn new(met: &'m Met) -> Checks<'m> {
        Checks { met, here: Default::default() }
    }

    pub fn check(&self, invariant: Invariant, holds: bool, case: impl FnOnce() -> String) {
        let here = &self.here[invariant as usize];
        here.set(here.get() + 1);
        assert!(holds, "{invariant:?}: {}", case());
    }
}

impl Drop for Checks<'_> {
    fn drop(&mut self) {
        for (met, here) in self.met.0.iter().zip(&self.here) {
            met.fetch_add(here.get(), Relaxed);
        }
    }
}
