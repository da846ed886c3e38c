//! What a lesson is, and the list of them.

use trace::{File, Program, STDIN, Settings};

use super::node_lifecycle;

/// The reader's folder on the machine's disk.
pub const HOME: &str = "/home/reader/";

/// A file that comes with a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to [`HOME`].
    pub name: &'static str,
    pub content: &'static str,
}

/// A program worth watching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Stands in links and in the recorded run's file name: `node-lifecycle`.
    pub id: &'static str,
    /// Sentence case, as the picker shows it.
    pub title: &'static str,
    /// The machine's disk; the first file is the entry.
    pub files: &'static [SourceFile],
    /// Worker threads in the pool.
    pub pool_size: u16,
    /// Where real Node may go either way: the way that this lesson tells of.
    pub choices: &'static [u16],
}

impl Lesson {
    #[must_use]
    pub fn entry(&self) -> &'static SourceFile {
        &self.files[0]
    }

    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings { pool_size: self.pool_size, choices: self.choices.to_vec(), ..Settings::default() }
    }

    /// The lesson's program as the engine runs it.
    #[must_use]
    pub fn program(&self) -> Program {
        self.program_with(self.entry().content, self.settings())
    }

    /// The lesson's disk with another entry file and other settings.
    #[must_use]
    pub fn program_with(&self, source: &str, settings: Settings) -> Program {
        let path = |file: &SourceFile| if file.name == STDIN { STDIN.into() } else { [HOME, file.name].concat().into() };
        let files = self.files.iter().enumerate().map(|(index, file)| {
            let content = if index == 0 { source } else { file.content };
            File { path: path(file), content: content.as_bytes().into() }
        });
        Program { entry: path(self.entry()), files: files.collect(), settings }
    }
}

const LESSONS: &[Lesson] = &[node_lifecycle::LESSON];

/// Every lesson, in the order of the picker.
#[must_use]
pub fn all() -> &'static [Lesson] {
    LESSONS
}

/// What the page opens with.
#[must_use]
pub fn default() -> &'static Lesson {
    &LESSONS[0]
}

/// The lesson of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Lesson> {
    LESSONS.iter().find(|lesson| lesson.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_fit_a_link() {
        for (index, lesson) in all().iter().enumerate() {
            assert!(lesson.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", lesson.id);
            assert!(all()[..index].iter().all(|other| other.id != lesson.id), "{}", lesson.id);
        }
    }

    #[test]
    fn a_program_starts_at_its_first_file() {
        for lesson in all() {
            let program = lesson.program();
            assert_eq!(program.entry, program.files[0].path);
        }
    }
}
