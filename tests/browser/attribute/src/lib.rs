//! The attribute that makes tests of a function that drives a browser. A crate of its own, as an attribute must be.

use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// Makes tests of an `async fn … -> Result<()>`, each begun again where a driver falls silent (`browser_tests::begin`).
///
/// `#[browser_test]` makes the function itself the test; `#[browser_test(Chromium, Firefox)]` makes a test of it for each
/// of these engines, which it takes as its argument: `a_tap` becomes `a_tap_in_chromium` and `a_tap_in_firefox`.
#[proc_macro_attribute]
pub fn browser_test(engines: TokenStream, function: TokenStream) -> TokenStream {
    let Some(name) = name(function.clone()) else {
        return tokens("compile_error!(\"browser_test makes tests of functions alone\");");
    };
    let engines: Vec<String> = engines
        .into_iter()
        .filter(|token| matches!(token, TokenTree::Ident(_)))
        .map(|token| token.to_string())
        .collect();
    if engines.is_empty() {
        return test(&name, function, &name);
    }
    let tests = engines.iter().flat_map(|engine| {
        let call = format!("|| {name}(::browser_tests::Engine::{engine})");
        test(&format!("{name}_in_{}", engine.to_lowercase()), TokenStream::new(), &call)
    });
    function.into_iter().chain(tests).collect()
}

/// A test of this name: what stands in it, then what it begins.
fn test(name: &str, inside: TokenStream, begun: &str) -> TokenStream {
    let body = inside.into_iter().chain(tokens(&format!("::browser_tests::begin({begun})"))).collect();
    let body = TokenTree::Group(Group::new(Delimiter::Brace, body));
    tokens(&format!("#[test] fn {name}() -> ::anyhow::Result<()>")).into_iter().chain([body]).collect()
}

/// The name of a function.
fn name(function: TokenStream) -> Option<String> {
    let mut tokens = function.into_iter().map(|token| token.to_string()).skip_while(|token| token != "fn");
    tokens.nth(1)
}

/// Code that is written here.
fn tokens(code: &str) -> TokenStream {
    code.parse().unwrap_or_default()
}
