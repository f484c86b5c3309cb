//! The sentences that hold on every engine; each takes a fresh database.

pub mod appending;

use ledger::{Draft, SigningKey, Store};
use serde_json::json;

/// The key of every test.
pub fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

/// Opens the database a test was given.
pub fn open(url: &str) -> Store {
    Store::open(url, key()).unwrap()
}

/// An act at so many seconds past a fixed moment.
pub fn draft(second: i64, says: &str) -> Draft {
    let at = jiff::Timestamp::from_second(1_692_957_600 + second).unwrap();
    Draft::new(at, "u7", "idea.write", &json!({ "says": says })).unwrap()
}

/// A ledger of `size` entries, one append each.
pub fn filled(url: &str, tenant: &str, size: u64) -> Store {
    let mut store = open(url);
    for seq in 0..size {
        store.append(tenant, seq, &[draft(seq as i64, &format!("number {seq}"))]).unwrap();
    }
    store
}

/// Names every sentence once, so that each engine runs all of them.
#[macro_export]
macro_rules! sentences {
    ($on:ident) => {
        sentences! { $on mod appending {
                what_is_appended_is_read_back_in_order_with_its_payload
                a_reader_may_stop_and_its_reason_comes_back
                the_head_is_signed_and_covers_the_newest_entry
                whoever_has_not_seen_the_newest_entry_is_told_how_far_it_is
                a_form_sent_twice_is_recognised_even_by_one_who_is_behind
                time_never_runs_backwards_within_a_ledger
                a_batch_that_can_never_be_right_is_refused_whole
                tenants_have_ledgers_of_their_own
                one_head_a_day_remains_as_history_and_the_newest_always
                after_a_change_of_key_the_old_heads_hold_and_the_new_key_signs
                nothing_is_signed_on_top_of_a_tail_that_another_key_signed
                a_batch_of_any_width_gives_the_same_tree_as_one_by_one
                an_acknowledged_append_is_seen_by_every_other_connection
                payloads_say_exactly_what_was_written
            }
        }
    };
    ($on:ident $(mod $file:ident { $($sentence:ident)+ })+) => {
        $(mod $file { $(#[test] fn $sentence() { super::$on(super::suite::$file::$sentence) })+ })+
    };
}
