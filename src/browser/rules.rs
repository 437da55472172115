//! A town's rules, fetched from this site.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::domain::Programme;
use crate::programmes;

/// Why the personal part can't be had now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unavailable {
    /// The page has no place for the app.
    Page,
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
    let bytes = bytes(address).await.ok_or(Unavailable::Fetch)?;
    super::page::breath().await;
    programmes::decode(&bytes).map_err(|_| Unavailable::Decode)
}

/// The bytes at an address of this site; `None` where they did not arrive.
pub(super) async fn bytes(address: &str) -> Option<Vec<u8>> {
    let answer = JsFuture::from(web_sys::window()?.fetch_with_str(address)).await.ok()?;
    let answer = answer.dyn_into::<Response>().ok().filter(Response::ok)?;
    let buffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}
