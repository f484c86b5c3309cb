//! The sentences that hold on every engine; each takes a fresh database.

pub mod appending;
pub mod crashing;
pub mod growing;
pub mod keeping;
pub mod racing;
pub mod tampering;

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

/// Chance that can be had again: SplitMix64.
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall alike for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number from 0 to below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

/// Names every sentence once, so that each engine runs all of them.
#[macro_export]
macro_rules! sentences {
    ($on:ident) => {
        sentences! { $on
            mod appending {
                what_is_appended_is_read_back_in_order_with_its_payload
                a_reader_may_stop_and_its_reason_comes_back
                the_head_is_signed_and_covers_the_newest_entry
                whoever_has_not_seen_the_newest_entry_is_told_how_far_it_is
                a_form_sent_twice_is_recognised_even_by_one_who_is_behind
                what_came_of_one_form_since_a_moment_is_found
                time_never_runs_backwards_within_a_ledger
                a_batch_that_can_never_be_right_is_refused_whole
                tenants_have_ledgers_of_their_own
                one_head_a_day_remains_as_history_and_the_newest_always
                after_a_change_of_key_the_old_heads_hold_and_the_new_key_signs
                nothing_is_signed_on_top_of_a_tail_that_another_key_signed
                nothing_is_signed_on_top_of_a_spoilt_tree
                a_batch_of_any_width_gives_the_same_tree_as_one_by_one
                an_acknowledged_append_is_seen_by_every_other_connection
                payloads_say_exactly_what_was_written
            }
            mod keeping {
                a_disposed_payload_is_gone_and_the_tree_still_holds
                an_entry_may_be_disposed_of_by_a_later_one_of_the_same_batch
                what_is_gone_or_not_yet_there_cannot_be_disposed_of
                a_payload_removed_without_a_decision_is_a_fault
                the_newest_snapshot_that_is_as_saved_is_found
                a_disposal_takes_every_snapshot_with_it_and_lets_no_old_one_back
                shelves_change_and_forget
                a_file_is_kept_once_and_found_by_its_hash
                a_file_goes_with_the_last_payload_that_names_it_whoevers_that_is
                a_disposal_that_is_refused_leaves_the_file_where_it_was
                a_head_once_published_proves_what_it_covers_and_what_grew_out_of_it
                news_of_another_connections_append_arrives_soon
                a_database_of_a_newer_program_is_refused
                a_copy_holds_everything_and_can_be_copied_back
                a_backup_can_be_restored_here
            }
            mod tampering {
                one_changed_byte_in_any_row_is_found
                a_row_too_many_or_too_few_is_found
                a_spoilt_file_is_found
                entries_and_leaves_rewritten_together_are_still_not_what_was_signed
            }
            mod racing {
                two_nodes_that_append_at_once_lose_nothing_and_double_nothing
                a_form_sent_to_two_nodes_at_once_is_done_once
                nodes_that_start_at_once_agree_on_the_tables
            }
            mod growing {
                any_history_of_batches_and_disposals_verifies
            }
        }
        mod crashing {
            #[test]
            fn what_was_acknowledged_before_a_kill_is_there_after_it() {
                // Started by itself again, with a database named, it is the writer that is killed.
                super::suite::crashing::write_where_told();
                super::$on(super::suite::crashing::what_was_acknowledged_before_a_kill_is_there_after_it);
            }
        }
    };
    ($on:ident $(mod $file:ident { $($sentence:ident)+ })+) => {
        $(mod $file { $(#[test] fn $sentence() { super::$on(super::suite::$file::$sentence) })+ })+
    };
}
