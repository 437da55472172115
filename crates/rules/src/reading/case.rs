//! A plan and what it answers.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::business_days::CountedDay;
use crate::domain::plan::{FacilityAnswer, Plan, ServiceAnswer, Status, plan, too_late};
use crate::domain::programme::Programme;
use crate::domain::service::{Service, Services};
use crate::domain::situation::{Applied, Situation};
use crate::interview::Wish;
use crate::planner::{is_spent, service_rank};

/// A plan and what it answers.
pub struct Case<'p> {
    /// What the sources say.
    pub plan: Plan<'p>,
    /// To whom.
    pub situation: Situation,
    /// What she wants most.
    pub wish: Option<Wish>,
    /// When, JST wall clock.
    pub now: NaiveDateTime,
}

impl<'p> Case<'p> {
    /// The case of this situation now.
    pub fn new(situation: Situation, programme: &'p Programme, wish: Option<Wish>, now: NaiveDateTime) -> Case<'p> {
        Case { plan: plan(&situation, programme, now), situation, wish, now }
    }
}

impl Case<'_> {
    /// The day, in Japan.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// The services of which what she has used leaves nothing.
    pub fn spent(&self) -> Services {
        let all = self.plan.services.iter().map(ServiceAnswer::service);
        Services::of(&all.filter(|service| self.is_spent(*service)).collect::<Vec<Service>>())
    }

    /// The day of birth, or the due date of a baby that is not born yet.
    pub fn birth_or_due(&self) -> Option<NaiveDate> {
        self.situation.baby.born_by(self.today()).or(self.situation.baby.due())
    }

    /// What is said of each service, the nearest to what she wants first; there are three at most.
    pub fn services(&self) -> impl Iterator<Item = &ServiceAnswer<'_>> {
        (0..=2).flat_map(move |rank| {
            let of_rank = move |service: &&ServiceAnswer<'_>| service_rank(self.wish, service.service()) == rank;
            self.plan.services.iter().filter(of_rank)
        })
    }

    /// Whether what she has used leaves nothing of a service.
    pub fn is_spent(&self, service: Service) -> bool {
        self.plan.rules.is_some_and(|rules| is_spent(&self.situation, rules, service))
    }

    /// Whether nothing of a service is left for her: its time has passed, or its uses are used up.
    pub fn is_over(&self, service: &ServiceAnswer<'_>) -> bool {
        service.status == Status::Outside || self.is_spent(service.service())
    }

    /// Whether any service is not ruled out.
    pub fn in_reach(&self) -> bool {
        self.plan.services.iter().any(|service| service.status != Status::Outside)
    }

    /// Whether one who applies now may come too late for a service: that is to be asked.
    pub fn comes_too_late(&self, service: &ServiceAnswer<'_>) -> bool {
        self.too_late_for(service).is_some()
    }

    /// Where one who applies now may use a service only after its last day: the earliest day of use, and that last day.
    pub fn too_late_for(&self, service: &ServiceAnswer<'_>) -> Option<(CountedDay, NaiveDate)> {
        too_late(service.usable_from, service.last_days, service.corrected_until, self.today())
    }

    /// The same at a facility. `None` where it is over.
    pub fn too_late_there(&self, row: &FacilityAnswer<'_>) -> Option<(CountedDay, NaiveDate)> {
        let is_over = row.status == Status::Outside || self.is_spent(row.offer.service);
        too_late(row.usable_from, row.last_days, row.corrected_until, self.today()).filter(|_| !is_over)
    }

    /// Whether she begins at the office: it approves her first, or no facility is known to ring.
    pub fn begins_at_office(&self) -> bool {
        let approves_first = self.plan.rules.is_some_and(|rules| rules.application.value.approves_first());
        (approves_first && self.situation.applied != Applied::Yes) || self.plan.facilities.is_empty()
    }
}
