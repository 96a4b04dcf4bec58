//! Bytes into text, or a good guess at why not.

use std::fmt;

use super::Problem;

/// How a file seems to have been saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// "Unicode text", as some spreadsheets call it.
    Utf16,
    /// Plain "CSV" on Windows in Western Europe; Latin-1 is much the same.
    Windows1252,
    /// Something else.
    Unknown,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf16 => "it looks like UTF-16",
            Self::Windows1252 => "it looks like Windows-1252 or Latin-1",
            Self::Unknown => "its encoding is unknown",
        })
    }
}

/// The text without its byte order mark, or the line that cannot be read and why.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, (usize, Problem)> {
    let not_utf8 = |line, probably| Err((line, Problem::NotUtf8 { probably }));
    // UTF-16 without its mark is good UTF-8 as long as it holds nothing but English: the zero
    // bytes give it away, which no text has.
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) || bytes.contains(&0) {
        return not_utf8(1, Encoding::Utf16);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
        Err(wrong) => {
            let (good, bad) = bytes.split_at(wrong.valid_up_to());
            let line = good.split(|byte| *byte == b'\n').count();
            not_utf8(line, guess(bad))
        }
    }
}

/// In Windows-1252 every accented letter of Western Europe is a byte from C0 on, and the marks
/// below it are rare. The older sets of DOS and of the Macintosh have their letters below.
fn guess(bad: &[u8]) -> Encoding {
    let high = bad.iter().filter(|byte| **byte >= 0xC0).count();
    let low = bad.iter().filter(|byte| (0x80..0xC0).contains(*byte)).count();
    if high > low { Encoding::Windows1252 } else { Encoding::Unknown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_read_with_and_without_a_mark() {
        assert_eq!(decode("åäö".as_bytes()), Ok("åäö"));
        assert_eq!(decode("\u{FEFF}åäö".as_bytes()), Ok("åäö"));
    }

    #[test]
    fn latin_1_is_recognised_in_its_line() {
        check(b"id,name\na1,\xC5sa", 2, Encoding::Windows1252);
    }

    #[test]
    fn utf_16_is_recognised_with_and_without_a_mark() {
        check(b"\xFF\xFEi\0d\0", 1, Encoding::Utf16);
        check(b"\xFE\xFF\0i\0d", 1, Encoding::Utf16);
        check(b"i\0d\0", 1, Encoding::Utf16);
    }

    #[test]
    fn what_dos_wrote_is_not_taken_for_windows() {
        check(b"\n\n\x86\x84\x94", 3, Encoding::Unknown);
    }

    #[track_caller]
    fn check(bytes: &[u8], line: usize, probably: Encoding) {
        assert_eq!(decode(bytes), Err((line, Problem::NotUtf8 { probably })));
    }
}
