//! Names that are never turned round: `Mao Zedong`, where the processor prints `Zedong Mao` or `Mao, Zedong`.

use super::tree::{Origin, Run, replace};

pub(super) fn put_right(runs: &mut [Run], fixed: &[(String, usize, String)]) {
    if fixed.is_empty() {
        return;
    }
    let mut printed: Vec<(Origin, &str)> = Vec::new();
    for run in runs.iter() {
        if let Origin::Name { variable, index, .. } = run.origin {
            let family = fixed.iter().find(|(name, at, _)| *at == index && *name == variable.to_string());
            printed.extend(family.map(|(_, _, family)| (run.origin, family.as_str())));
        }
    }
    printed.dedup();
    for (origin, family) in printed {
        replace(runs, |other| other == origin, |name| in_order(name, family));
    }
}

/// The same words with the family name first and no comma; none where there is nothing to turn.
fn in_order(name: &str, family: &str) -> Option<String> {
    let (before, after) = name.split_once(family)?;
    if before.is_empty() && !after.trim_start().starts_with([',', '，']) {
        return None;
    }
    let bare = |part: &str| part.trim_matches(|c: char| c == ',' || c == '，' || c.is_whitespace()).to_owned();
    let given = [bare(before), bare(after)].into_iter().filter(|part| !part.is_empty());
    Some(std::iter::once(family.to_owned()).chain(given).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn the_family_name_comes_first() {
        for (printed, right) in [
            ("Zedong Mao", Some("Mao Zedong")),
            ("Mao, Zedong", Some("Mao Zedong")),
            ("Mao, Z.", Some("Mao Z.")),
            ("Z. Mao", Some("Mao Z.")),
            ("Mao", None),
            ("Mao Zedong", None),
            ("毛泽东", None),
            ("———", None),
        ] {
            assert_eq!(in_order(printed, if printed.starts_with('毛') { "毛" } else { "Mao" }).as_deref(), right);
        }
    }
}
