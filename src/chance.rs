//! The only place that draws lots: codes that nobody can guess, and the name of an installation.

use rand::RngExt as _;

/// How many bytes are drawn for each sealing.
pub const NONCE_BYTES: usize = 24;

/// Where things come from that nobody can foresee.
pub trait Chance: Send + Sync {
    /// `length` letters and digits that can't be mistaken for one another.
    fn code(&self, length: usize) -> String;

    /// Bytes that never come twice, for sealing something once.
    fn nonce(&self) -> [u8; NONCE_BYTES];
}

/// No 0 and O, no 1, I and L: people type them from a letter.
const LETTERS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// The machine's own.
#[derive(Debug, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn code(&self, length: usize) -> String {
        #[expect(clippy::disallowed_methods, reason = "this is the chance everyone else asks")]
        let mut rng = rand::rng();
        let letter = |_| char::from(LETTERS[rng.random_range(0..LETTERS.len())]);
        (0..length).map(letter).collect()
    }

    fn nonce(&self) -> [u8; NONCE_BYTES] {
        #[expect(clippy::disallowed_methods, reason = "this is the chance everyone else asks")]
        let mut rng = rand::rng();
        rng.random()
    }
}

/// The same codes every time: for the demo, whose transcript must not change.
#[derive(Debug, Default)]
pub struct Counting(std::sync::atomic::AtomicUsize);

impl Chance for Counting {
    fn code(&self, length: usize) -> String {
        let mut number = self.0.fetch_add(7919, std::sync::atomic::Ordering::SeqCst) + 104_729;
        let letter = |_| {
            let letter = LETTERS[number % LETTERS.len()];
            number = number / LETTERS.len() + 31;
            char::from(letter)
        };
        (0..length).map(letter).collect()
    }

    fn nonce(&self) -> [u8; NONCE_BYTES] {
        let number = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst).to_le_bytes();
        let mut nonce = [0; NONCE_BYTES];
        nonce.iter_mut().zip(number).for_each(|(byte, of_number)| *byte = of_number);
        nonce
    }
}
