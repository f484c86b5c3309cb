//! Two texts against each other, word by word: what was taken out, what was put in, and what stands.
use maud::{Markup, html};
use similar::{ChangeTag, TextDiff};

/// A text as it was and as it is, in one: words taken out are struck through, words put in are underlined.
/// `removed` and `added` say the same to those who listen.
pub fn differences(before: &str, after: &str, removed: &str, added: &str) -> Markup {
    let diff = TextDiff::from_words(before, after);
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        match runs.last_mut() {
            Some((tag, run)) if *tag == change.tag() => run.push_str(change.value()),
            _ => runs.push((change.tag(), change.value().to_owned())),
        }
    }
    html! {
        p .sb-differences {
            @for (tag, run) in &runs {
                @match tag {
                    ChangeTag::Equal => (run),
                    ChangeTag::Delete => del { span .ds-sr-only { "[" (removed) ": " } (run) span .ds-sr-only { "] " } },
                    ChangeTag::Insert => ins { span .ds-sr-only { "[" (added) ": " } (run) span .ds-sr-only { "] " } },
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(before: &str, after: &str) -> String {
        differences(before, after, "bort", "nytt").into_string()
    }

    #[test]
    fn only_the_words_that_differ_are_marked() {
        let html = between("Digital tillsyn i två områden", "Digital tillsyn i alla områden");
        assert!(html.contains("Digital tillsyn i <del>") && html.contains("två") && html.contains("alla"), "{html}");
        assert_eq!((html.matches("<del>").count(), html.matches("<ins>").count()), (1, 1));
    }

    #[test]
    fn what_is_the_same_has_no_marks_and_what_is_written_is_escaped() {
        assert!(!between("lika", "lika").contains("<ins>"));
        assert!(between("", "<b>").contains("&lt;b&gt;"));
    }
}
