//! Choices read from bytes, so that whatever makes bytes (a fuzzer, proptest) makes towns and mothers.

/// A tape of choices. At its end every choice is the first, so that what is made of it has an end too.
pub struct Tape<'a> {
    rest: &'a [u8],
}

impl<'a> Tape<'a> {
    /// A tape of these bytes.
    pub fn new(bytes: &'a [u8]) -> Tape<'a> {
        Tape { rest: bytes }
    }

    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.rest.split_first() else { return 0 };
        self.rest = rest;
        *first
    }

    /// A number from 0 to below `end`; 0 where there is none.
    pub fn below(&mut self, end: u32) -> u32 {
        let more = if end > 0x100 { u32::from(self.byte()) << 8 } else { 0 };
        let wide = if end > 0x1_0000 { u32::from(self.byte()) << 16 | u32::from(self.byte()) << 24 } else { 0 };
        (wide | more | u32::from(self.byte())).checked_rem(end).unwrap_or(0)
    }

    /// A number from `least` to `most`.
    pub fn within(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }

    /// Whether; rarely where `of` is large, never at the tape's end.
    pub fn once_in(&mut self, of: u32) -> bool {
        self.below(of) == of - 1
    }

    /// One of several; the first at the tape's end.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u32) as usize]
    }

    /// Some of several, each at most once, in their order; at least one where `at_least_one`.
    pub fn some<T: Copy>(&mut self, of: &[T], at_least_one: bool) -> Vec<T> {
        let bits = self.below(1 << of.len());
        let mut chosen: Vec<T> =
            of.iter().enumerate().filter(|(place, _)| bits & (1 << place) != 0).map(|(_, one)| *one).collect();
        if chosen.is_empty() && at_least_one {
            chosen.push(self.one(of));
        }
        chosen
    }
}
