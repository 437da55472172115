//! A town's rules, fetched from this site.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

use crate::domain::Programme;
use crate::programmes;

/// Why the personal part can't be had now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The page has no place for the app.
    Page,
    /// A part of the program did not arrive.
    Program,
    /// The rules did not arrive.
    Fetch,
    /// What arrived are no rules that this version reads.
    Decode,
}

/// Where the rules of the page's town are; `None` where the page is no town's.
pub fn address() -> Option<String> {
    super::page::document()?.get_element_by_id("rules")?.get_attribute("href")
}

/// Fetches and reads the rules at an address.
///
/// # Errors
/// [`Unavailable::Fetch`] and [`Unavailable::Decode`].
pub async fn fetch(address: &str) -> Result<Programme, Unavailable> {
    read(address, programmes::decode).await
}

/// Fetches and reads what is at an address of this site. What is damaged is fetched once more, past what the browser itself
/// keeps: that may be damaged for good.
///
/// # Errors
/// [`Unavailable::Fetch`] and [`Unavailable::Decode`].
pub(super) async fn read<T, E>(address: &str, decode: fn(&[u8]) -> Result<T, E>) -> Result<T, Unavailable> {
    let mut failed = Unavailable::Fetch;
    for cache in [RequestCache::Default, RequestCache::Reload] {
        if let Some(bytes) = bytes(address, cache).await {
            super::page::breath().await;
            match decode(&bytes) {
                Ok(content) => return Ok(content),
                Err(_) => failed = Unavailable::Decode,
            }
        }
    }
    Err(failed)
}

/// The bytes at an address of this site; `None` where they did not arrive.
async fn bytes(address: &str, cache: RequestCache) -> Option<Vec<u8>> {
    let how = RequestInit::new();
    how.set_cache(cache);
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str_and_init(address, &how)).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    let buffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
