//! Seals words that only their owner may read, with the key from the configuration. What is sealed
//! opens nowhere but where it was put: copied to another owner's row it stays shut.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use sha2::{Digest as _, Sha256};

use crate::domain::note::Sealed;

/// How many bytes a key has.
const KEY_BYTES: usize = 32;

/// How many bytes of its hash a key is called by.
const KEY_NAME_BYTES: usize = 6;

/// How many bytes are drawn by lot for each sealing.
const NONCE_BYTES: usize = 24;

/// What seals words, and opens what it has sealed.
pub struct Seal {
    cipher: XChaCha20Poly1305,
    key: String,
}

/// A key that can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a key is 32 bytes drawn by lot, in base64; make one with `openssl rand -base64 32`")]
pub struct BadKey;

/// Sealed words that can't be opened: another key sealed them, or somebody has changed them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this can't be opened with the key that is configured")]
pub struct Shut;

impl Seal {
    /// With a key in base64.
    pub fn new(key: &str) -> Result<Self, BadKey> {
        let bytes = STANDARD.decode(key.trim()).map_err(|_| BadKey)?;
        Ok(Self::of_bytes(bytes.try_into().map_err(|_| BadKey)?))
    }

    /// With a key as it is.
    pub fn of_bytes(key: [u8; KEY_BYTES]) -> Self {
        let name = Sha256::digest([b"mentorskap key ".as_slice(), &key].concat());
        let (name, _) = name.split_at(KEY_NAME_BYTES);
        Self { cipher: XChaCha20Poly1305::new(&key.into()), key: STANDARD.encode(name) }
    }

    /// Seals words for the place that `whose` names. `nonce` is drawn by lot, and never used again.
    /// Fails only for words that no memory holds.
    pub fn seal(&self, words: &str, whose: &str, nonce: [u8; NONCE_BYTES]) -> Result<Sealed, Shut> {
        let payload = Payload { msg: words.as_bytes(), aad: whose.as_bytes() };
        let sealed = self.cipher.encrypt(XNonce::from_slice(&nonce), payload).map_err(|_| Shut)?;
        Ok(Sealed { key: self.key.clone(), bytes: [nonce.as_slice(), &sealed].concat() })
    }

    /// Opens what was sealed for the place that `whose` names.
    pub fn open(&self, sealed: &Sealed, whose: &str) -> Result<String, Shut> {
        let (nonce, words) = sealed.bytes.split_at_checked(NONCE_BYTES).ok_or(Shut)?;
        let payload = Payload { msg: words, aad: whose.as_bytes() };
        let words = self.cipher.decrypt(XNonce::from_slice(nonce), payload).map_err(|_| Shut)?;
        String::from_utf8(words).map_err(|_| Shut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    #[test]
    fn what_is_sealed_opens_where_it_was_put() {
        let seal = Seal::new(KEY).unwrap();
        let sealed = seal.seal("Tänk på Åsa", "note 7", [1; NONCE_BYTES]).unwrap();
        assert!(!sealed.bytes.windows(3).any(|part| part == b"nk "), "it can be read");
        assert_eq!(seal.open(&sealed, "note 7").unwrap(), "Tänk på Åsa");
        assert_eq!(seal.open(&sealed, "note 8"), Err(Shut));
    }

    #[test]
    fn what_was_changed_or_sealed_with_another_key_stays_shut() {
        let seal = Seal::new(KEY).unwrap();
        let sealed = seal.seal("hej", "note 7", [1; NONCE_BYTES]).unwrap();
        for nth in 0..sealed.bytes.len() {
            let mut changed = sealed.clone();
            changed.bytes[nth] ^= 1;
            assert_eq!(seal.open(&changed, "note 7"), Err(Shut), "byte {nth}");
        }
        let short = Sealed { bytes: vec![1; 10], ..sealed.clone() };
        assert_eq!(seal.open(&short, "note 7"), Err(Shut));
        let other = Seal::of_bytes([9; KEY_BYTES]);
        assert_eq!(other.open(&sealed, "note 7"), Err(Shut));
        assert_ne!(other.key, seal.key);
    }

    #[test]
    fn a_key_is_long_enough() {
        for bad in ["", "hunter2", "AAECAwQFBgcICQoLDA0ODw==", "not base64 at all, is it?"] {
            assert_eq!(Seal::new(bad).err(), Some(BadKey), "{bad:?}");
        }
        assert!(Seal::new(&format!("{KEY}\n")).is_ok());
    }

    /// The published vector of XChaCha20-Poly1305, draft-irtf-cfrg-xchacha-03, A.3.1.
    #[test]
    fn it_is_the_cipher_that_others_know() {
        let key: [u8; KEY_BYTES] = counting_from(0x80);
        let nonce: [u8; NONCE_BYTES] = counting_from(0x40);
        let aad = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];
        let words = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip \
                     for the future, sunscreen would be it.";
        let cipher = Seal::of_bytes(key).cipher;
        let payload = Payload { msg: words.as_bytes(), aad: &aad };
        let sealed = cipher.encrypt(XNonce::from_slice(&nonce), payload).unwrap();
        let tag = [
            0xc0, 0x87, 0x59, 0x24, 0xc1, 0xc7, 0x98, 0x79, 0x47, 0xde, 0xaf, 0xd8, 0x78, 0x0a,
            0xcf, 0x49,
        ];
        assert!(sealed.ends_with(&tag));
    }

    fn counting_from<const N: usize>(first: u8) -> [u8; N] {
        let mut next = first..;
        std::array::from_fn(|_| next.next().unwrap())
    }
}
