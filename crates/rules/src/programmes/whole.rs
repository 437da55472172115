//! Reads the compiled form where its checksum has told that it is whole.
//!
//! The format is postcard's. A reader that may fail at each value carries, for each, the way out and the taking apart of what
//! was read before: that is a quarter of what the rules cost in the program. Here nothing can fail but a compiler of rules
//! that wrote what no rules are, with a right checksum over it, and then the program ends.

use core::fmt;

use serde::de::{
    self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor,
};

/// The value of these bytes, and how many bytes follow it.
pub fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> (T, usize) {
    let mut reader = Reader(bytes);
    let Ok(value) = T::deserialize(&mut reader);
    (value, reader.0.len())
}

/// What is left to read.
struct Reader<'de>(&'de [u8]);

/// The error that does not happen.
#[derive(Debug)]
enum Never {}

#[cold]
#[allow(
    clippy::panic,
    reason = "bytes with a right checksum that are no rules: a fault of the build, not of the network"
)]
fn broken() -> ! {
    panic!("these rules were compiled wrongly")
}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl core::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Never {
        broken()
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Never {
        broken()
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Never {
        broken()
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Never {
        broken()
    }
}

impl<'de> Reader<'de> {
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.0.split_first() else { broken() };
        self.0 = rest;
        *byte
    }

    /// A number, seven bits a byte, the lowest first.
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0u64, 0u32);
        loop {
            let byte = self.byte();
            let Some(bits) = u64::from(byte & 0x7f).checked_shl(shift) else { broken() };
            number |= bits;
            if byte < 0x80 {
                return number;
            }
            shift = shift.saturating_add(7);
        }
    }

    /// A number with a sign, which stands in its lowest bit.
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ (number & 1).cast_signed().wrapping_neg()
    }

    fn text(&mut self) -> &'de str {
        let split = usize::try_from(self.number()).ok().and_then(|length| self.0.split_at_checked(length));
        let Some((text, rest)) = split else { broken() };
        self.0 = rest;
        let Ok(text) = str::from_utf8(text) else { broken() };
        text
    }

    fn items<V: Visitor<'de>>(&mut self, count: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Items { reader: self, left: count })
    }
}

/// Items of known number.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

macro_rules! numbers {
    ($($name:ident $visit:ident $read:ident)*) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
            visitor.$visit(self.$read())
        })*
    };
}

macro_rules! not_written {
    ($($name:ident)*) => {
        $(fn $name<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
            broken()
        })*
    };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    numbers! {
        deserialize_u8 visit_u8 byte
        deserialize_u16 visit_u64 number
        deserialize_u32 visit_u64 number
        deserialize_u64 visit_u64 number
        deserialize_i16 visit_i64 signed
        deserialize_i32 visit_i64 signed
        deserialize_i64 visit_i64 signed
        deserialize_str visit_borrowed_str text
        deserialize_string visit_borrowed_str text
    }

    // None of the rules' types is written so.
    not_written! {
        deserialize_any deserialize_i8 deserialize_f32 deserialize_f64 deserialize_char deserialize_bytes deserialize_byte_buf
        deserialize_map deserialize_identifier deserialize_ignored_any
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() != 0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let Ok(count) = usize::try_from(self.number()) else { broken() };
        self.items(count, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, count: usize, visitor: V) -> Result<V::Value, Never> {
        self.items(count, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        count: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.items(count, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        self.items(fields.len(), visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let Ok(variant) = u32::try_from(self.number()) else { broken() };
        let Ok(value) = seed.deserialize(IntoDeserializer::<Never>::into_deserializer(variant));
        Ok((value, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, count: usize, visitor: V) -> Result<V::Value, Never> {
        self.items(count, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        self.items(fields.len(), visitor)
    }
}

// Rule files are read on the host alone.
#[cfg(all(test, not(target_arch = "wasm32")))]
#[expect(clippy::expect_used, reason = "tests may fail loudly")]
mod tests {
    use super::*;
    use crate::domain::Programme;
    use crate::programmes::load;
    use std::fs;
    use std::path::Path;

    #[test]
    fn every_programme_is_read_as_it_was_written() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut read_so_far = 0;
        for folder in ["../../src/programmes", "../../tests/fixture_towns"] {
            let folder = root.join(folder);
            for entry in fs::read_dir(&folder).expect("a folder") {
                let name = entry.expect("an entry").file_name().into_string().expect("a name");
                let Some(id) = name.strip_suffix(".toml") else { continue };
                let programme = load(&folder, id).expect("a rule file");
                let bytes = postcard::to_allocvec(&programme).expect("bytes");
                assert_eq!(read::<Programme>(&bytes), (programme, 0), "{name}");
                read_so_far += 1;
            }
        }
        assert!(read_so_far > 15, "{read_so_far} programmes");
    }
}
