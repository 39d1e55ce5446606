//! Ids, dates, places in texts and the words of closed lists are well formed.
//!
//! A word that is not on the list cannot be counted, compared or translated.
//!
//! Wrong:
//!
//! ```yaml
//! - {verb: adoptz, object: gge-2015-13f, at: para 13}
//! ```
//!
//! Right:
//!
//! ```yaml
//! - {verb: adopts, object: gge-2015-13f, at: para 13}
//! ```
//!
//! Found while the file is read; see the room `parse`.
