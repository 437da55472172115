//! What is left, and why a combination does not fit.

use sango_navi::domain::household::Household;
use sango_navi::domain::quota::Fit;
use sango_navi::domain::service::Service;
use sango_navi::domain::situation::Situation;
use sango_navi::planner::{Doubt, is_spent, limits, totals};
use sango_navi::words::japanese;

use super::case::{babies, plans, rules, situation, town, uses};

/// What is left under each limit, and what is said where it does not fit.
#[test]
fn what_is_left_and_why_it_does_not_fit() {
    for (id, used, planned, left, said) in [
        ("kita", "", "", "4 6 3", ""),
        ("kita", "", "stay, stay", "0 6 3", ""),
        ("kita", "", "stay, stay 2", "0 6 3", "1泊2日と2泊3日は合わせて5日になり、上限の4日を超えます。"),
        ("kita", "", "stay 4", "0 6 3", "4泊5日は5日になり、上限の4日を超えます。"),
        ("kita", "", "stay, stay, stay", "0 6 3", "1泊2日3回は合わせて6日になり、上限の4日を超えます。"),
        ("kita", "stay", "stay 2", "0 6 3", "使った2日と2泊3日を合わせると5日になり、上限の4日を超えます。"),
        ("kita", "stay late", "stay", "0 6 3", ""),
        // What a late cancellation of a stay loses is not printed: one day or two.
        (
            "kita",
            "stay, stay late",
            "stay",
            "0 6 3",
            "使った2日とキャンセルの1〜2日と1泊2日を合わせると5〜6日になり、上限の4日を超えます。",
        ),
        (
            "kita",
            "visit, visit, visit, visit late",
            "",
            "4 6 0",
            "使った3回とキャンセルの1回を合わせると4回になり、上限の3回を超えます。",
        ),
        ("kita", "visit, visit, visit, visit", "", "4 6 0", "使った4回は、上限の3回を超えます。"),
        ("kita", "day, day, visit late", "day", "4 3 2", ""),
        ("kita", "", "visit, visit, visit, visit", "4 6 0", "訪問型4回は、上限の3回を超えます。"),
        ("nerima", "", "stay 3, stay 2", "0 12 6", ""),
        // One limit for the three together; how a stay counts is not printed, and the limit holds in principle.
        ("asahikawa", "", "stay, day, visit", "3", ""),
        (
            "asahikawa",
            "",
            "stay 3, day, visit, visit, visit",
            "0",
            "数え方によっては、原則の7日を超えます。旭川市子ども総合相談センター（0166-26-5503）に聞いてください。",
        ),
        (
            "asahikawa",
            "stay",
            "day, day, day, visit, visit, visit, visit",
            "0",
            "使った1〜2日と日帰り型3日と訪問型4回を合わせると8〜9日になり、原則の7日を超えます。旭川市子ども総合相談センター（0166-26-5503）に相談してください。",
        ),
        ("asahikawa", "", "visit, visit, visit, visit, visit, visit, visit", "0", ""),
        (
            "asahikawa",
            "",
            "visit, visit, visit, visit, visit, visit, visit, visit",
            "0",
            "訪問型8回は、原則の7日を超えます。旭川市子ども総合相談センター（0166-26-5503）に相談してください。",
        ),
        // Shared, with a limit of its own for stays.
        ("nakano", "", "stay", "13 5", ""),
    ] {
        let situation = Situation { used: uses(used), planned: plans(planned), ..situation() };
        let programme = town(id);
        let (plan, rules) = rules(&situation, &programme);
        let answers = limits(&situation, rules);
        let units: Vec<String> = answers.iter().map(|limit| limit.left().to_string()).collect();
        assert_eq!(units.join(" "), left, "{id} {used} + {planned}");
        let beyond = answers.iter().filter(|limit| limit.fit != Fit::Within);
        let reasons: Vec<String> = beyond.map(|limit| japanese().does_not_fit(limit, &plan)).collect();
        assert_eq!(reasons.join(""), said, "{id} {used} + {planned}");
        assert_eq!(answers.iter().all(|limit| limit.fit == Fit::Within), plan.quota.fit == Fit::Within, "{id}");
    }
}

/// A service is used up where not even its smallest use fits for sure any more.
#[test]
fn what_is_used_up() {
    for (id, used, spent) in [
        ("kita", "", ""),
        ("kita", "stay", ""),
        ("kita", "stay, stay", "stay"),
        // 3 of 4 days: 1泊2日 would be one too many.
        ("kita", "stay 2", "stay"),
        ("kita", "day, day, day, day, day", ""),
        ("kita", "stay, stay, day, day, day, day, day, day, visit, visit, visit", "stay day visit"),
        ("kita", "visit, visit, visit late", "visit"),
        // In principle: more may be granted.
        ("asahikawa", "day, day, day, day, day, day, day", ""),
    ] {
        let situation = Situation { used: uses(used), ..situation() };
        let programme = town(id);
        let (_, rules) = rules(&situation, &programme);
        let services = [(Service::Stay, "stay"), (Service::DayCare, "day"), (Service::HomeVisit, "visit")];
        let is_spent = services.into_iter().filter(|(service, _)| is_spent(&situation, rules, *service));
        assert_eq!(is_spent.map(|(_, name)| name).collect::<Vec<_>>().join(" "), spent, "{id} {used}");
    }
}

#[test]
fn multiples_have_their_own_limits_and_doubts_their_reasons() {
    let twins = Situation { babies: babies(2), planned: plans("day"), ..situation() };
    let programme = town("nerima");
    let (_, of_nerima) = rules(&twins, &programme);
    let answers = limits(&twins, of_nerima);
    assert_eq!(answers.iter().map(|limit| limit.limit).collect::<Vec<_>>(), [7, 18, 10]);
    assert_eq!(answers[1].left(), 17);
    assert!(answers[0].parts.is_empty());

    let seven = Situation { used: uses("day, day, day, day, day, day"), planned: plans("stay"), ..situation() };
    let programme = town("asahikawa");
    let (_, of_asahikawa) = rules(&seven, &programme);
    // 6 days and 1泊2日: 7 or 8.
    assert_eq!(limits(&seven, of_asahikawa)[0].doubt, Some(Doubt::Counting));
    let eight = Situation { planned: plans("visit, visit"), ..seven };
    assert_eq!(limits(&eight, of_asahikawa)[0].doubt, Some(Doubt::InPrinciple));
}

#[test]
fn a_total_for_each_class_that_she_may_be_of() {
    use Household::{General, PublicAssistance, TaxExempt};
    for (id, household, count, planned, expected) in [
        ("kita", General, 1, "stay", &[(&[General][..], "6,600円")][..]),
        ("kita", General, 2, "stay, stay", &[(&[General], "17,600円")]),
        ("kita", TaxExempt, 2, "stay, stay", &[(&[TaxExempt], "0円")]),
        (
            "kita",
            Household::Unknown,
            1,
            "stay, day, visit",
            &[(&[General], "10,100円"), (&[TaxExempt, PublicAssistance], "0円")],
        ),
        (
            "asahikawa",
            Household::Unknown,
            2,
            "day, visit",
            &[(&[General], "2,200円"), (&[TaxExempt, PublicAssistance], "1,100円")],
        ),
        (
            "nerima",
            Household::Unknown,
            1,
            "stay 2",
            &[(&[General], "10,500円"), (&[TaxExempt, PublicAssistance], "要確認")],
        ),
        ("asahikawa", PublicAssistance, 1, "visit, visit", &[(&[PublicAssistance], "1,000円")]),
        (
            "asahikawa",
            PublicAssistance,
            1,
            "visit, visit, visit, visit, visit, visit, visit, visit",
            &[(&[PublicAssistance], "4,000円")],
        ),
        (
            "asahikawa",
            Household::Unknown,
            1,
            "visit",
            &[(&[General], "1,000円"), (&[TaxExempt, PublicAssistance], "500円")],
        ),
        ("kita", General, 1, "", &[]),
    ] {
        let situation = Situation { household, babies: babies(count), planned: plans(planned), ..situation() };
        let programme = town(id);
        let (plan, rules) = rules(&situation, &programme);
        let found: Vec<(Vec<Household>, String)> = totals(&situation, rules, &plan.facilities)
            .into_iter()
            .map(|total| (total.households, japanese().amount(total.price.amount)))
            .collect();
        let expected: Vec<(Vec<Household>, String)> =
            expected.iter().map(|(households, yen)| (households.to_vec(), (*yen).to_owned())).collect();
        assert_eq!(found, expected, "{id} {household:?} {planned}");
    }
}

/// Whatever is used and planned: what is left is never more than before, and the three answers agree with the plan's.
#[test]
fn one_more_use_never_leaves_more() {
    for id in ["kita", "nerima", "nakano", "asahikawa"] {
        let programme = town(id);
        for base in ["", "stay", "stay 2, day", "day, day, visit", "visit, visit, visit"] {
            for more in ["stay", "stay 3", "day", "visit"] {
                for count in [1, 2, 3] {
                    let before = Situation { babies: babies(count), planned: plans(base), ..situation() };
                    let (_, of_town) = rules(&before, &programme);
                    let mut after = before.clone();
                    after.planned.extend(plans(more));
                    let lefts = limits(&before, of_town).into_iter().zip(limits(&after, of_town));
                    for (before, after) in lefts {
                        assert!(after.left() <= before.left(), "{id} {base} + {more}");
                        assert!(after.left() <= after.limit);
                        let drawn = after.services.contains(plans(more)[0].wanted.service);
                        assert_eq!(after.planned != before.planned, drawn, "{id} {base} + {more}");
                    }
                }
            }
        }
    }
}
