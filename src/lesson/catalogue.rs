//! A lesson, and the list of all lessons.

use trace::{File, Program, STDIN, Settings};

use super::node_lifecycle;

/// The reader's folder on the machine's disk.
pub const HOME: &str = "/home/reader/";

/// A file that comes with a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path relative to [`HOME`].
    pub name: &'static str,
    /// The text of the file.
    pub content: &'static str,
}

/// A program worth watching.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// The name in links and in the recorded run's file name: `node-lifecycle`.
    pub id: &'static str,
    /// The title in sentence case, as the picker shows it.
    pub title: &'static str,
    /// The files on the machine's disk; the first is the entry.
    pub files: &'static [SourceFile],
    /// The number of worker threads in the pool.
    pub pool_size: u16,
    /// The options taken where real Node may go either way.
    pub choices: &'static [u16],
}

impl Lesson {
    /// The file that the program starts with.
    ///
    /// # Panics
    /// For a lesson without files; the catalogue has none.
    #[must_use]
    pub fn entry(&self) -> &'static SourceFile {
        &self.files[0]
    }

    /// The settings of the lesson's own run.
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

/// The lesson that the page opens with.
#[must_use]
pub fn default() -> &'static Lesson {
    &LESSONS[0]
}

/// The lesson with that id.
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
