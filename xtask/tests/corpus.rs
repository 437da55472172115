//! The inputs that once showed something, fed again: the seeds of each kind, and those kept that show what the seeds don't.

use xtask::fuzz::corpora;
use xtask::fuzz::corpus::read;
use xtask::fuzz::seeds::seeds;
use xtask::fuzz::target::{Target, World};
use xtask::workspace;

/// The towns with which these inputs were found: with another one beside them an input may show something else.
const FOUND_WITH: &[&str] = &["hokkaido", "asahikawa", "nakano", "kita", "nerima"];

#[test]
fn seeds_and_kept_inputs_do_no_harm() {
    let mut towns = xtask::rule_files::load().expect("the rule files load");
    towns.retain(|town| FOUND_WITH.contains(&town.id.as_str()));
    let world = World::new(towns);
    for target in Target::ALL {
        let kept = read(&corpora().join(format!("{}.txt", target.name()))).expect("a kept corpus");
        assert!(!kept.is_empty(), "{} has inputs", target.name());
        let mut seen = Vec::new();
        for input in seeds(target, &world, &workspace::root()).expect("seeds") {
            target.feed(&world, &input, &mut seen);
        }
        let shown = |seen: &mut Vec<u64>| {
            seen.sort_unstable();
            seen.dedup();
            seen.len()
        };
        let by_seeds = shown(&mut seen);
        for input in &kept {
            target.feed(&world, input, &mut seen);
        }
        let by_kept = shown(&mut seen) - by_seeds;
        assert!(by_kept >= kept.len(), "each input of {} shows something of its own", target.name());
    }
}
