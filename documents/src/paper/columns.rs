//! Columns: how the width of a table is shared among its columns.

/// What a column would like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wish {
    /// The width of its longest word: narrower than this, words are cut.
    pub least: f32,
    /// The width at which nothing in it wraps.
    pub most: f32,
    /// Whether it takes of what is left when every column has all it wants.
    pub stretches: bool,
}

/// Whether every column can have at least its longest word.
pub(super) fn fit(wishes: &[Wish], width: f32) -> bool {
    wishes.iter().map(|wish| wish.least).sum::<f32>() <= width
}

/// The width of each column; together exactly `width`.
pub(super) fn share(wishes: &[Wish], width: f32) -> Vec<f32> {
    let least: f32 = wishes.iter().map(|wish| wish.least).sum();
    let most: f32 = wishes.iter().map(|wish| wish.most).sum();
    if least > width {
        return wishes.iter().map(|wish| wish.least * width / least).collect();
    }
    if most > width {
        return pour(wishes, width);
    }
    let stretching: f32 = wishes.iter().filter(|wish| wish.stretches).map(|wish| wish.most).sum();
    wishes
        .iter()
        .map(|wish| match (stretching > 0.0, wish.stretches) {
            (true, true) => wish.most + (width - most) * wish.most / stretching,
            (true, false) => wish.most,
            (false, _) => wish.most + (width - most) / wishes.len() as f32,
        })
        .collect()
}

/// Raises all columns together from their longest word, like water: a column
/// is full when it has all it wants, and the wide ones share what is left.
fn pour(wishes: &[Wish], width: f32) -> Vec<f32> {
    let at = |level: f32| wishes.iter().map(move |wish| level.clamp(wish.least, wish.most));
    let (mut low, mut high) = (0.0, width);
    // Forty halvings of a page's width are finer than a printer's dot.
    for _ in 0..40 {
        let level = (low + high) / 2.0;
        match at(level).sum::<f32>() > width {
            true => high = level,
            false => low = level,
        }
    }
    at(low).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(least: f32, most: f32, stretches: bool) -> Wish {
        Wish { least, most, stretches }
    }

    #[test]
    fn numbers_keep_their_width_and_words_take_what_is_left() {
        assert_eq!(share(&[wish(30.0, 60.0, true), wish(20.0, 20.0, false)], 100.0), [80.0, 20.0]);
    }

    #[test]
    fn in_a_crowded_table_short_columns_do_not_wrap_and_long_ones_share_the_rest() {
        let wishes = [wish(10.0, 30.0, true), wish(30.0, 130.0, true), wish(30.0, 400.0, true)];
        let widths: Vec<f32> = share(&wishes, 150.0).iter().map(|width| width.round()).collect();
        assert_eq!(widths, [30.0, 60.0, 60.0]);
    }

    #[test]
    fn an_overfull_table_still_fits_the_page() {
        let wishes = [wish(90.0, 90.0, true), wish(90.0, 90.0, true)];
        assert!(!fit(&wishes, 100.0));
        assert_eq!(share(&wishes, 100.0), [50.0, 50.0]);
    }
}
