//! Writes numbers in digits, because a formatter is slow and every date has numbers.

use std::fmt::Write;

/// Adds a number without padding.
pub(crate) fn push_number(text: &mut impl Write, number: u32) {
    match number {
        // Nearly all years.
        1000..10_000 => {
            push_pair(text, number / 100);
            push_pair(text, number % 100);
        }
        0..10 => push_digit(text, number),
        10..100 => push_pair(text, number),
        _ => {
            push_number(text, number / 100);
            push_pair(text, number % 100);
        }
    }
}

/// Adds the last `digits` digits of a number.
pub(crate) fn push_padded(text: &mut impl Write, number: u32, digits: u32) {
    match digits {
        0 => {}
        1 => push_digit(text, number % 10),
        2 => push_pair(text, number % 100),
        _ => {
            push_padded(text, number / 100, digits - 2);
            push_pair(text, number % 100);
        }
    }
}

#[inline]
fn push_pair(text: &mut impl Write, pair: u32) {
    push_digit(text, pair / 10 % 10);
    push_digit(text, pair % 10);
}

#[inline]
fn push_digit(text: &mut impl Write, digit: u32) {
    // Writing to a string or a text never fails.
    _ = text.write_char(char::from_digit(digit, 10).unwrap_or('0'));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_requested_digits() {
        let mut text = String::new();
        for number in [0, 7, 10, 100, 1950, 9999, 12345] {
            push_number(&mut text, number);
            text.push(' ');
        }
        push_padded(&mut text, 7, 2);
        push_padded(&mut text, 950, 4);
        push_padded(&mut text, 1950, 3);
        assert_eq!(text, "0 7 10 100 1950 9999 12345 070950950");
    }
}
