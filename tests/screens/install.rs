//! How to keep the app among the phone's own.

use sango_navi::words::japanese;

/// They name what to look for, not where it is: that differs from phone to phone and from year to year.
#[test]
fn the_steps_name_signs_and_no_places() {
    let words = japanese();
    let steps = [words.install_on_iphone().concat(), words.install_on_others().concat()];
    for (steps, signs) in steps.iter().zip([
        &[
            "「共有」",
            "四角から矢印が上に出た",
            "「…」",
            "「ホーム画面に追加」",
            "指で送って",
            "「もっと見る」があれば",
        ][..],
        &["点が3つ並んだ", "「ホーム画面に追加」", "「アプリをインストール」"],
    ]) {
        for sign in signs {
            assert!(steps.contains(sign), "{sign} is not in {steps}");
        }
        // The sign itself has an arrow that goes up.
        let places = steps.replace("矢印が上に出た", "");
        for place in ["上", "下", "左", "右", "真ん中", "すみ"] {
            assert!(!places.contains(place), "{place} is in {steps}");
        }
    }
}
