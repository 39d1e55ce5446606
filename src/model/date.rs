//! Dates that know how precise they are.

use std::fmt;
use std::num::NonZeroU16;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::words::HELP;

/// A year, a month or a day: `2015`, `2015-07`, `2015-07-22`.
///
/// A date of lower precision is a span of days, and nothing is made up to fill it. So there is no `<` between dates; ask for
/// what you mean: [`Date::certainly_before`], or [`Date::first_day`] and [`Date::last_day`]. Lists are in the order of the last
/// possible day, the more precise date first.
///
/// ```
/// use cybernorms::Date;
/// let summer: Date = "2015-07".parse()?;
/// let report: Date = "2015-07-22".parse()?;
/// assert!(!summer.certainly_before(report) && !report.certainly_before(summer));
/// assert_eq!(summer.last_day(), "2015-07-31".parse()?);
/// # Ok::<(), cybernorms::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    year: NonZeroU16,
    month: u8,
    day: u8,
}

/// A text that cannot be a [`Date`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a date; write as much as is known: `2015`, `2015-07` or `2015-07-22`")]
pub struct DateError {
    /// The beginning of the text that was given.
    pub found: String,
}

impl Date {
    /// The year, 1000 to 9999.
    pub const fn year(self) -> u16 {
        self.year.get()
    }

    /// The month, 1 to 12, if it is known.
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, if it is known.
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The earliest day that the date may mean.
    pub const fn first_day(self) -> Self {
        Self {
            year: self.year,
            month: if self.month == 0 { 1 } else { self.month },
            day: if self.day == 0 { 1 } else { self.day },
        }
    }

    /// The latest day that the date may mean.
    pub const fn last_day(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in(self.year.get(), month) } else { self.day };
        Self { year: self.year, month, day }
    }

    /// The last day of the year, to which any date of that year may reach.
    pub(crate) const fn last_day_of_year(self) -> Self {
        Self { year: self.year, month: 12, day: 31 }
    }

    /// Whether every day that this date may mean comes before every day that `other` may mean.
    pub const fn certainly_before(self, other: Self) -> bool {
        self.last_day().packed() < other.first_day().packed()
    }

    /// Whether some day that this date may mean comes before some day that `other` may mean.
    pub const fn possibly_before(self, other: Self) -> bool {
        self.first_day().packed() < other.last_day().packed()
    }

    /// How many days lie between the last day of this date and the first of another; 0 if they may be the same or come before.
    ///
    /// ```
    /// use cybernorms::Date;
    /// let (report, resolution): (Date, Date) = ("2015-07-22".parse()?, "2015-12-23".parse()?);
    /// assert_eq!(report.days_before(resolution), 154);
    /// # Ok::<(), cybernorms::DateError>(())
    /// ```
    pub fn days_before(self, other: Self) -> u32 {
        other.first_day().number().saturating_sub(self.last_day().number())
    }

    /// The number of a full date in a row of all days of the Gregorian calendar.
    pub(crate) fn number(self) -> u32 {
        let year = u32::from(self.year.get()) - 1;
        let before = (1..self.month).map(|month| u32::from(days_in(self.year.get(), month))).sum::<u32>();
        year * 365 + year / 4 - year / 100 + year / 400 + before + u32::from(self.day)
    }

    /// Key of the order in lists: last possible day first, then the more precise date.
    pub(crate) const fn order(self) -> (u32, u8) {
        (self.last_day().packed(), (self.month == 0) as u8 + (self.day == 0) as u8)
    }

    const fn packed(self) -> u32 {
        (self.year.get() as u32) << 9 | (self.month as u32) << 5 | self.day as u32
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn number<T: FromStr>(text: &str, digits: usize) -> Option<T> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let parse = || {
            let mut parts = text.split('-');
            let year = number(parts.next()?, 4).filter(|year| *year >= 1000).and_then(NonZeroU16::new)?;
            let month: u8 = match parts.next() {
                Some(part) => number(part, 2).filter(|month| (1..=12).contains(month))?,
                None => 0,
            };
            let day: u8 = match parts.next() {
                Some(part) => number(part, 2).filter(|day| (1..=days_in(year.get(), month)).contains(day))?,
                None => 0,
            };
            parts.next().is_none().then_some(Self { year, month, day })
        };
        parse().ok_or_else(|| DateError { found: text.chars().take(40).collect() })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.month(), self.day()) {
            (Some(month), Some(day)) => f.pad(&format!("{:04}-{month:02}-{day:02}", self.year)),
            (Some(month), None) => f.pad(&format!("{:04}-{month:02}", self.year)),
            _ => f.pad(&format!("{:04}", self.year)),
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct DateText;
        impl Visitor<'_> for DateText {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date such as `2015`, `2015-07` or `2015-07-22`")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
                text.parse().map_err(|error: DateError| {
                    E::custom(format!(
                        "`{}` is not a date{HELP}write as much as is known: `2015`, `2015-07` or `2015-07-22`",
                        error.found
                    ))
                })
            }
        }
        deserializer.deserialize_str(DateText)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_follow_each_other() {
        let number = |text: &str| text.parse::<Date>().unwrap().number();
        let pairs = [
            ("2015-12-31", "2016-01-01"),
            ("2016-02-29", "2016-03-01"),
            ("2015-02-28", "2015-03-01"),
            ("1900-02-28", "1900-03-01"),
        ];
        assert!(pairs.iter().all(|(one, two)| number(one) + 1 == number(two)));
        assert_eq!(number("2026-11-24") - number("2000-01-01"), 9_824);
    }

    #[test]
    fn only_days_that_exist_are_dates() {
        for good in ["2015", "2015-07", "2016-02-29", "1945-06-26"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for bad in ["", "15", "2015-7", "2015-13", "2015-02-29", "2015-00", "2015-07-22-1", "2015/07", "0999", "+999", "２０１５"]
        {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_year_is_listed_after_its_days() {
        let order = |text: &str| text.parse::<Date>().unwrap().order();
        assert!(order("2015-12-31") < order("2015-12") && order("2015-12") < order("2015"));
        assert!(order("2015") < order("2016-01-01"));
    }
}
