//! The screens in Japanese.

use super::Ja;
use crate::words::ScreenWords;

impl ScreenWords for Ja {}
