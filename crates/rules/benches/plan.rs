//! How long one plan takes, for each bundled town with all its facilities, and loading the largest.

/// Measured on the host; in the browser there is nothing to build here.
fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    host::main();
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::{hint::black_box, path::Path};

    use criterion::{Criterion, criterion_group};
    use rules::domain::household::{Babies, Household};
    use rules::domain::situation::{Applied, Baby, MedicalCare};
    use rules::domain::uses::{PlannedUse, Use};
    use rules::domain::{Service, Situation, plan};
    use rules::programmes;

    /// Twins of nearly four months, a stay and a visit planned: most rows still need an answer.
    fn situation(today: chrono::NaiveDate) -> Situation {
        let birth = "2026-08-01".parse().ok();
        let planned =
            |service| PlannedUse { wanted: Use::smallest(service), facility: None, date: "2026-11-30".parse().ok() };
        Situation {
            baby: Baby::new(birth, None, today).expect("a baby"),
            babies: Babies::new(2).expect("twins"),
            household: Household::Unknown,
            medical_care: MedicalCare::No,
            applied: Applied::No,
            postal: None,
            used: vec![Use::smallest(Service::DayCare)],
            planned: vec![planned(Service::Stay), planned(Service::HomeVisit)],
        }
    }

    fn plans(criterion: &mut Criterion) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/programmes");
        let towns = programmes::load_all(&folder).expect("the rule files load");
        let now = "2026-11-24T10:30:00".parse::<chrono::NaiveDateTime>().expect("a moment");
        let situation = situation(now.date());
        for town in &towns {
            criterion.bench_function(&format!("plan/{}", town.id), |bencher| {
                bencher.iter(|| plan(black_box(&situation), black_box(town), now));
            });
        }
        if let Some(town) = towns.iter().max_by_key(|town| programmes::encode(town).len()) {
            let bytes = programmes::encode(town);
            criterion.bench_function(&format!("load/{}", town.id), |bencher| {
                bencher.iter(|| programmes::decode(black_box(&bytes)));
            });
        }
    }

    criterion_group!(benches, plans);

    pub fn main() {
        benches();
        Criterion::default().configure_from_args().final_summary();
    }
}
