//! Numbers in digits: a formatter is slow for what every date has.

use std::fmt::Write;

/// A number in as many digits as it has.
pub(crate) fn push_number(text: &mut impl Write, number: u32) {
    push_padded(text, number, number.checked_ilog10().unwrap_or_default() + 1);
}

/// A number in so many digits.
pub(crate) fn push_padded(text: &mut impl Write, number: u32, digits: u32) {
    for place in (0..digits).rev() {
        let digit = number / 10_u32.pow(place) % 10;
        // Strings and texts take everything.
        _ = text.write_char(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_digits_that_are_asked_for() {
        let mut text = String::new();
        for number in [0, 7, 10, 1950, 9999] {
            push_number(&mut text, number);
            text.push(' ');
        }
        push_padded(&mut text, 7, 2);
        push_padded(&mut text, 950, 4);
        assert_eq!(text, "0 7 10 1950 9999 070950");
    }
}
