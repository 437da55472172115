//! What a price is for: how many babies, and of which fee class.

/// How many babies, 1 to 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Babies(u8);

impl Babies {
    /// One baby.
    pub const ONE: Babies = Babies(1);

    /// # Errors
    /// Where `babies` is 0 or above 9.
    pub fn new(babies: u8) -> Result<Babies, &'static str> {
        if (1..=9).contains(&babies) { Ok(Babies(babies)) } else { Err("1 to 9 babies") }
    }

    /// The number, 1 to 9.
    pub fn get(self) -> u8 {
        self.0
    }

    /// Whether they are multiples (多胎).
    pub fn are_multiples(self) -> bool {
        self.0 > 1
    }

    /// How many come after the first, 0 to 8.
    pub fn after_the_first(self) -> u8 {
        self.0.saturating_sub(1)
    }
}

/// The fee class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Household {
    /// 課税世帯.
    General,
    /// 住民税非課税世帯.
    TaxExempt,
    /// 生活保護世帯.
    PublicAssistance,
    /// She does not know.
    Unknown,
}
