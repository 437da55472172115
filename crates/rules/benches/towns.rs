//! How long it takes to make the town index ready, and to search it after a keystroke.

/// Measured on the host; in the browser there is nothing to build here.
fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    host::main();
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::{fs, hint::black_box, path::Path};

    use criterion::{Criterion, criterion_group};
    use rules::towns::{Index, encode};

    /// One of each kind; the last finds nothing by any step.
    const QUERIES: [&str; 8] =
        ["横浜", "東京都北区", "さっぽろ", "o", "yokohama", "060-0001", "札幌市中央区北1条西2丁目", "nowhereatall"];

    fn searches(criterion: &mut Criterion) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../xtask/municipalities");
        let read = |file| fs::read_to_string(folder.join(file)).expect("the list is committed");
        let bytes = encode(&read("municipalities.tsv"), &read("postal_codes.tsv")).expect("the list is sound");
        criterion.bench_function("towns/decode", |bencher| bencher.iter(|| Index::decode(black_box(bytes.clone()))));
        let index = Index::decode(bytes).expect("the index of the list");
        for query in QUERIES {
            criterion.bench_function(&format!("towns/search/{query}"), |bencher| {
                bencher.iter(|| index.search(black_box(query), 20).len());
            });
        }
    }

    criterion_group!(benches, searches);

    pub fn main() {
        benches();
        Criterion::default().configure_from_args().final_summary();
    }
}
