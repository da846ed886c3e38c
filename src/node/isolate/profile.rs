//! The heap that a run has: that of its Node, with the command line's limits, at a scale.

use crate::host::Host;
use trace::{File, Program};
use v8::heap::{Configuration, Scale};

/// Everything but the program's objects is so much smaller, where the program can't see it: a semispace of 16 kB.
const SCALE: u32 = 64;

/// The heap as the host's Node and its command line have it.
pub(super) fn of(host: &Host) -> Configuration {
    let mut configuration = Configuration::new(host.library.profile());
    for option in &*host.options.borrow() {
        match megabytes(option) {
            Some(("max-old-space-size", size)) if size > 0 => configuration = configuration.with_max_old_space(size),
            Some(("max-semi-space-size", size)) if size > 0 => configuration = configuration.with_max_semi_space(size),
            _ => {}
        }
    }
    configuration
}

/// `--max-old-space-size=20`, with hyphens or underscores.
fn megabytes(option: &str) -> Option<(&'static str, u64)> {
    let (name, size) = option.strip_prefix("--")?.split_once('=')?;
    let name = ["max-old-space-size", "max-semi-space-size"].into_iter().find(|known| *known == name.replace('_', "-"))?;
    Some((name, size.parse().ok()?))
}

/// The uses of its heap that a program's text and its command line speak of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct HeapUses {
    /// It reads its heap or has a limit of its own: the heap is followed at the true scale, even where nothing is recorded.
    pub(crate) reads: bool,
    /// It could see that an object is gone.
    sees_death: bool,
}

impl HeapUses {
    pub(crate) fn of(program: &Program) -> Self {
        let texts = texts(program);
        let says = |words: &[&str]| texts.iter().any(|text| words.iter().any(|word| text.contains(word)));
        let limited = program.settings.options.iter().any(|option| megabytes(option).is_some());
        Self {
            reads: limited || says(&["memoryUsage", "getHeapStatistics", "getHeapSpaceStatistics"]),
            sees_death: says(&["WeakRef", "FinalizationRegistry"]),
        }
    }

    pub(super) fn scale(self) -> Scale {
        if self.reads { Scale::REAL } else { Scale::new(SCALE) }
    }

    /// Whether the engine may collect only because the model does.
    pub(super) fn may_collect(self) -> bool {
        !self.sees_death
    }
}

/// The text of the entry, and of those files that are named in one of these texts.
fn texts(program: &Program) -> Vec<String> {
    let text = |file: &File| String::from_utf8_lossy(&file.content).into_owned();
    let (entry, mut left): (Vec<&File>, Vec<&File>) = program.files.iter().partition(|file| file.path == program.entry);
    let mut texts: Vec<String> = entry.into_iter().map(text).collect();
    let mut next = 0;
    while let Some(known) = texts.get(next) {
        let (named, rest): (Vec<&File>, Vec<&File>) = left.into_iter().partition(|file| stem(&file.path).is_some_and(|stem| known.contains(stem)));
        texts.extend(named.into_iter().map(text));
        (left, next) = (rest, next + 1);
    }
    texts
}

/// The name of a file of JavaScript without its ending, as another file may name it.
fn stem(path: &str) -> Option<&str> {
    let (stem, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    (matches!(ending, "js" | "mjs" | "cjs") && !stem.is_empty()).then_some(stem)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::{File, HeapUses, Program};
    use trace::Settings;

    fn uses_of(files: &[(&str, &str)], options: &[&str]) -> HeapUses {
        let file = |(name, text): &(&str, &str)| File { path: Rc::from(format!("/home/{name}")), content: Rc::from(text.as_bytes()) };
        let files: Vec<File> = files.iter().map(file).collect();
        let options = options.iter().map(ToString::to_string).collect();
        HeapUses::of(&Program { entry: files[0].path.clone(), files, settings: Settings { options, ..Settings::default() } })
    }

    #[test]
    fn a_program_reads_its_heap_if_a_text_that_it_names_says_so() {
        let (plain, reads) = (("plain.js", "console.log(1)"), ("reads.js", "process.memoryUsage()"));
        assert!(uses_of(&[reads], &[]).reads);
        assert!(!uses_of(&[plain, reads], &[]).reads, "nothing names the file beside it");
        assert!(uses_of(&[("main.js", "require('./between')"), ("between.js", "import('./reads.js')"), reads], &[]).reads);
        assert!(uses_of(&[plain], &["--max_old_space_size=20"]).reads);
        assert!(!uses_of(&[plain], &["--expose-gc"]).reads);
        assert!(!uses_of(&[("main.js", "new WeakRef({})")], &[]).may_collect());
    }
}
