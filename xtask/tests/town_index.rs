//! What the search for a town weighs on the wire.

use std::fs;
use std::path::Path;

use sango_navi::towns;

/// In bytes after brotli: it is fetched when she looks for a town that is not on the first page.
const BUDGET: usize = 60_000;

#[test]
fn the_town_index_is_light() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("municipalities");
    let read = |file| fs::read_to_string(folder.join(file)).expect("the list is committed");
    let bytes = towns::encode(&read("municipalities.tsv"), &read("postal_codes.tsv")).expect("the list is sound");
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &parameters).expect("it can be compressed");
    println!("the town index: {} bytes, {} after brotli", bytes.len(), compressed.len());
    assert!(compressed.len() <= BUDGET, "{} bytes", compressed.len());
}
