//! The material of a document, or the medium in which it was read (A22, B36).

/// Whether a medium is a recording, a film or a digital file: these are printed after the archive, and papers before
/// it (B36). `microfilm of holograph` names the papers.
pub(crate) fn is_recording(medium: &str) -> bool {
    const OPENINGS: [&str; 14] = [
        "audio", "video", "record", "tape", "cassette", "film", "micro", "disc", "disk", "digital", "online", "jpeg",
        "tiff", "phono",
    ];
    const WORDS: [&str; 9] = ["cd", "dvd", "mp3", "mp4", "wav", "pdf", "jpg", "png", "html"];
    let opens = |word: &str, opening: &str| {
        // A shortcut: most words begin with another letter.
        word.as_bytes().first().map(u8::to_ascii_lowercase) == opening.as_bytes().first().copied()
            && word.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
    };
    let mut words = medium.split(|c: char| !c.is_alphanumeric());
    if let (Some(first), Some("of")) = (words.next(), words.next())
        && opens(first, "micro")
    {
        return false;
    }
    medium.split(|c: char| !c.is_alphanumeric()).any(|word| {
        OPENINGS.iter().any(|opening| opens(word, opening))
            || WORDS.iter().any(|known| word.len() == known.len() && opens(word, known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_distinguished_from_recordings() {
        for medium in ["audiotape", "PDF", "reel-to-reel tape", "Digital image", "16 mm film", "microfiche", "CD"] {
            assert!(is_recording(medium), "{medium}");
        }
        for medium in ["typescript", "photocopy", "carbon copy", "gelatin silver print", "Microfilm of holograph"] {
            assert!(!is_recording(medium), "{medium}");
        }
    }
}
