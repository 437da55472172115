//! The inputs that once showed something, fed again.

use xtask::fuzz::corpora;
use xtask::fuzz::corpus::read;
use xtask::fuzz::target::{Target, World};

#[test]
fn the_kept_inputs_do_no_harm() {
    let world = World::new(xtask::rules::load().expect("the rule files load"));
    for target in Target::ALL {
        let inputs = read(&corpora().join(format!("{}.txt", target.name()))).expect("a kept corpus");
        assert!(!inputs.is_empty(), "{} has inputs", target.name());
        let mut seen = Vec::new();
        for input in &inputs {
            target.feed(&world, input, &mut seen);
        }
        seen.sort_unstable();
        seen.dedup();
        assert!(seen.len() >= inputs.len(), "each input of {} shows something of its own", target.name());
    }
}
