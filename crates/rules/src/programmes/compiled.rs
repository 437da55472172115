//! A programme in compiled form: a header that foreign, truncated and older bytes do not have, then postcard.

use core::fmt;

use crate::domain::Programme;

/// What every compiled programme begins with.
const MAGIC: [u8; 4] = *b"SNPR";
/// Raised with every change of the rules' types.
const VERSION: u16 = 1;
/// The magic, the version, the checksum.
const HEADER: usize = 4 + 2 + 8;

/// Why bytes are no compiled programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They begin with something else.
    Foreign,
    /// Another version of the program made them.
    OtherVersion,
    /// They are cut off or changed.
    Damaged,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DecodeError::Foreign => "these bytes are no compiled programme",
            DecodeError::OtherVersion => "another version of the program compiled this programme",
            DecodeError::Damaged => "this compiled programme is cut off or changed",
        })
    }
}

impl core::error::Error for DecodeError {}

/// The compiled form of a programme.
pub fn encode(programme: &Programme) -> Vec<u8> {
    // Writing to memory fails for no value of these types; were it to, nothing would be left that `decode` takes.
    let body = postcard::to_allocvec(programme).unwrap_or_default();
    let mut bytes = Vec::with_capacity(HEADER.saturating_add(body.len()));
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend(checksum(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// The programme of these bytes. Any bytes are taken; memory stays within a small multiple of their length.
///
/// # Errors
/// Each [`DecodeError`] as it says.
pub fn decode(bytes: &[u8]) -> Result<Programme, DecodeError> {
    let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(DecodeError::Foreign)?;
    if *magic != MAGIC {
        return Err(DecodeError::Foreign);
    }
    let (version, rest) = rest.split_first_chunk::<2>().ok_or(DecodeError::Damaged)?;
    if u16::from_le_bytes(*version) != VERSION {
        return Err(DecodeError::OtherVersion);
    }
    let (sum, body) = rest.split_first_chunk::<8>().ok_or(DecodeError::Damaged)?;
    if u64::from_le_bytes(*sum) != checksum(body) {
        return Err(DecodeError::Damaged);
    }
    read(body).ok_or(DecodeError::Damaged)
}

/// The programme of a whole body.
#[cfg(target_arch = "wasm32")]
fn read(body: &[u8]) -> Option<Programme> {
    let (programme, left) = super::whole::read(body);
    (left == 0).then_some(programme)
}

/// The programme of a whole body; on the host whoever makes one may have made it wrongly.
#[cfg(not(target_arch = "wasm32"))]
fn read(body: &[u8]) -> Option<Programme> {
    postcard::take_from_bytes(body).ok().and_then(|(programme, left)| left.is_empty().then_some(programme))
}

/// FNV-1a, 64 bits: enough to tell accident, which is all that it is for.
fn checksum(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |sum: u64, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
