//! How a part of the program that is a file of its own is asked for: what the code that `wasm_split` makes calls.
//!
//! The script between the browser and the program fetches and starts the file, once, and again where that failed before.

use core::ffi::c_void;

/// That a file did not arrive whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SplitLoaderError;

/// Named so by `wasm_split`.
pub mod rt {
    use core::cell::Cell;
    use core::future::poll_fn;
    use core::pin::Pin;
    use core::task::{Poll, Waker};
    use std::rc::Rc;

    use super::{SplitLoaderError, c_void};

    /// Says whether the file is here.
    pub type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);
    /// Asks the script for a file, with whom to answer, and what to hand along with the answer.
    type Load = unsafe extern "C" fn(LoadCallbackFn, *const c_void);

    /// What asks for one file.
    pub struct LazySplitLoader(Load);

    impl LazySplitLoader {
        /// # Safety
        /// `load` must call its answer exactly once, with what it was handed.
        pub const unsafe fn new(load: Load) -> LazySplitLoader {
            LazySplitLoader(load)
        }
    }

    /// One who waits for a file.
    struct Waiting {
        came: Cell<Option<bool>>,
        waker: Cell<Option<Waker>>,
    }

    unsafe extern "C" fn answer(waiting: *const c_void, came: bool) {
        // SAFETY: it is what `ensure_loaded` made by `Rc::into_raw`, and the script answers once.
        let waiting = unsafe { Rc::from_raw(waiting.cast::<Waiting>()) };
        waiting.came.set(Some(came));
        if let Some(waker) = waiting.waker.take() {
            waker.wake();
        }
    }

    /// Waits until a file is here.
    ///
    /// # Errors
    /// When it did not arrive whole.
    pub async fn ensure_loaded(loader: Pin<&LazySplitLoader>) -> Result<(), SplitLoaderError> {
        let waiting = Rc::new(Waiting { came: Cell::new(None), waker: Cell::new(None) });
        // SAFETY: `answer` takes back what is handed over here.
        unsafe { (loader.0)(answer, Rc::into_raw(waiting.clone()).cast()) };
        poll_fn(|context| match waiting.came.get() {
            Some(true) => Poll::Ready(Ok(())),
            Some(false) => Poll::Ready(Err(SplitLoaderError)),
            None => {
                waiting.waker.set(Some(context.waker().clone()));
                Poll::Pending
            }
        })
        .await
    }
}
