//! Checks an ISBN: biber warns about an invalid one.

use crate::slice::sublist;

/// The number of digits in the longer form of an ISBN.
const LONGEST: usize = 13;

/// Whether the ISBN is valid. The sentence on the book contains even an invalid one.
pub(super) fn is_valid(isbn: &str) -> bool {
    let mut digits = [0; LONGEST];
    let mut length = 0;
    for c in isbn.chars().filter(|c| !matches!(c, '-' | ' ')) {
        let digit = if length == 9 && matches!(c, 'X' | 'x') { Some(10) } else { c.to_digit(10) };
        let (Some(digit), Some(place)) = (digit, digits.get_mut(length)) else { return false };
        *place = digit;
        length += 1;
    }
    let digits = sublist(&digits, ..length);
    let sum = |weight: fn(u32) -> u32| (0..).zip(digits).map(|(at, digit)| weight(at) * digit).sum::<u32>();
    match digits {
        [group @ .., _] if digits.len() == 10 => is_given_out(group) && sum(|at| 10 - at).is_multiple_of(11),
        [9, 7, 8, group @ ..] if digits.len() == 13 => is_given_out(group) && is_whole(digits, sum),
        [9, 7, 9, group @ ..] if digits.len() == 13 => {
            matches!(group, [8, ..] | [1, 0..=3 | 5, ..]) && is_whole(digits, sum)
        }
        _ => false,
    }
}

fn is_whole(digits: &[u32], sum: impl Fn(fn(u32) -> u32) -> u32) -> bool {
    digits.iter().all(|digit| *digit < 10) && sum(|at| if at % 2 == 0 { 1 } else { 3 }).is_multiple_of(10)
}

/// Whether the ISBN agency has assigned this group of the prefix 978. biber checks this.
fn is_given_out(group: &[u32]) -> bool {
    !matches!(group, [6, 3 | 4 | 6..=9, ..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_biber_takes() {
        for isbn in ["978-0-306-40615-7", "0-306-40615-2", "0-8044-2957-X", "979-10-90636-07-1", "9785824315714"] {
            assert!(is_valid(isbn), "{isbn}");
        }
        // A wrong check digit, a wrong group of a prefix, a wrong length, a wrong character.
        for isbn in ["978-0-306-40615-8", "979-6-05185166-1", "978-6-70518516-2", "030640615", "0-306-4O615-2", "X", ""]
        {
            assert!(!is_valid(isbn), "{isbn}");
        }
    }
}
