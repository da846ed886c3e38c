//! The environment variables that choose what runs and what is printed. `CONTRIBUTING.md` lists them.

use std::env;

use trace::Profile;

/// `ALL=1`: all programs, where else some run.
#[must_use]
pub fn asks_for_all() -> bool {
    env::var_os("ALL").is_some()
}

/// `SHOW=1`: prints more than what differs.
#[must_use]
pub fn asks_to_show() -> bool {
    env::var_os("SHOW").is_some()
}

/// `UPDATE=1`: writes the files that a test compares with.
#[must_use]
pub fn asks_to_update() -> bool {
    env::var_os("UPDATE").is_some()
}

/// The number that a variable holds, if it holds one.
///
/// # Panics
/// Where it holds something else.
#[must_use]
pub fn number(variable: &str) -> Option<usize> {
    let text = env::var(variable).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{variable} takes a number, not {text}")))
}

/// `SEED`: the word that random programs are made from, or `usual`; `SEED=random` takes the clock's time.
#[must_use]
pub fn seed(usual: &str) -> String {
    match env::var("SEED") {
        Ok(word) if word == "random" => {
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            format!("{:08x}", now.subsec_nanos())
        }
        Ok(word) => word,
        Err(_) => usual.to_owned(),
    }
}

/// `PROFILES=22,20`: the versions of Node to compare with, or `usual`.
///
/// # Errors
/// A sentence where `PROFILES` names one that there is not.
pub fn profiles(usual: &[Profile]) -> Result<Vec<Profile>, String> {
    let Ok(majors) = env::var("PROFILES") else { return Ok(usual.to_vec()) };
    let profile = |major: &str| major.trim().parse().ok().and_then(Profile::of_major).ok_or_else(|| format!("PROFILES: there is no profile {major}"));
    majors.split(',').map(profile).collect()
}

/// Whether `PROFILES` names the versions.
#[must_use]
pub fn profiles_are_named() -> bool {
    env::var_os("PROFILES").is_some()
}
