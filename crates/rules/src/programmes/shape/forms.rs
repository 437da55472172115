//! Values that may be written in two ways: a word or something else, a number or a table.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, de::IntoDeserializer};

/// What a value may be beside a word, for a sentence: "a number", "a table".
pub trait Form {
    /// Its name.
    const NAME: &'static str;
}

impl Form for u16 {
    const NAME: &'static str = "a number";
}

impl Form for u32 {
    const NAME: &'static str = "a number of yen";
}

impl<T> Form for NumberOr<T> {
    const NAME: &'static str = "a number of yen or a table";
}

/// A word like `"unprinted"`, or a number or a table.
#[derive(Debug)]
pub enum WordOr<W, T> {
    /// The word.
    Word(W),
    /// The other form.
    Other(T),
}

/// A number, or a table.
#[derive(Debug)]
pub enum NumberOr<T> {
    /// The number.
    Number(u32),
    /// The table.
    Table(T),
}

impl<'de, W: Deserialize<'de>, T: Deserialize<'de> + Form> Deserialize<'de> for WordOr<W, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Forms<W, T>(PhantomData<(W, T)>);
        impl<'de, W: Deserialize<'de>, T: Deserialize<'de> + Form> Visitor<'de> for Forms<W, T> {
            type Value = WordOr<W, T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a word or {}", T::NAME)
            }
            fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
                let known = W::deserialize(word.into_deserializer());
                known
                    .map(WordOr::Word)
                    .map_err(|error: E| E::custom(format_args!("{}, or {}", error.to_string().trim_end(), T::NAME)))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                T::deserialize(number.into_deserializer()).map(WordOr::Other)
            }
            fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(table)).map(WordOr::Other)
            }
        }
        deserializer.deserialize_any(Forms(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for NumberOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Forms<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Forms<T> {
            type Value = NumberOr<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a table")
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                u32::deserialize(number.into_deserializer()).map(NumberOr::Number)
            }
            fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(table)).map(NumberOr::Table)
            }
        }
        deserializer.deserialize_any(Forms(PhantomData))
    }
}

impl<W: JsonSchema, T: JsonSchema> JsonSchema for WordOr<W, T> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("{}Or{}", W::schema_name(), T::schema_name()))
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (word, other) = (generator.subschema_for::<W>(), generator.subschema_for::<T>());
        json_schema!({ "anyOf": [word, other] })
    }
}

impl<T: JsonSchema> JsonSchema for NumberOr<T> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("NumberOr{}", T::schema_name()))
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (number, table) = (generator.subschema_for::<u32>(), generator.subschema_for::<T>());
        json_schema!({ "anyOf": [number, table] })
    }
}
