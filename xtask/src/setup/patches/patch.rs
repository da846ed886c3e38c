//! The text of a patch and its file's name. Pure: knows neither git nor any folder.

/// A patch's head (why it is there) and its diffs. The head ends where the first line begins that only a diff has.
pub(super) fn split(patch: &str) -> (&str, &str) {
    let starts = ["diff --git a/", "diff -r", "--- a/", "--- /dev/null"];
    let mut at = 0;
    for line in patch.split_inclusive('\n') {
        if starts.iter().any(|start| line.starts_with(start)) {
            break;
        }
        at += line.len();
    }
    (patch[..at].trim(), &patch[at..])
}

/// The message of a patch's commit: its head, under a subject that gives the file its name again.
pub(super) fn message(file_name: &str, head: &str) -> String {
    let slug = slug_of_file(file_name);
    if slug_of_subject(subject(head)) == slug { head.to_owned() } else { format!("{}\n\n{head}", subject_of_slug(slug)).trim_end().to_owned() }
}

/// A message's first line.
pub(super) fn subject(message: &str) -> &str {
    message.lines().next().unwrap_or_default()
}

/// The name of a commit's file: `number` is its place, from 1.
pub(super) fn file_name(number: usize, message: &str) -> String {
    format!("{number:04}-{}.patch", slug_of_subject(subject(message)))
}

/// The text of a commit's file, from its message and what `git diff-tree -p` prints of it.
pub(super) fn text(message: &str, diff: &str) -> String {
    format!("{}\n\n{}", message.trim(), without_hashes(diff))
}

/// The files that a patch changes. A tab and a time may follow the name.
pub(super) fn touched_files(patch: &str) -> impl Iterator<Item = &str> {
    patch.lines().filter_map(|line| line.strip_prefix("+++ b/")).map(|name| name.split('\t').next().unwrap_or(name))
}

/// "Symbols held weakly" gives `symbols-held-weakly`: small letters and digits, with one hyphen for whatever is between.
fn slug_of_subject(subject: &str) -> String {
    let words = subject.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

/// `0005-symbols-held-weakly.patch` gives `symbols-held-weakly`.
pub(super) fn slug_of_file(name: &str) -> &str {
    let name = name.strip_suffix(".patch").unwrap_or(name);
    match name.split_once('-') {
        Some((number, slug)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => slug,
        _ => name,
    }
}

/// `symbols-held-weakly` gives "Symbols held weakly".
fn subject_of_slug(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A diff without its `index` lines: they hold hashes whose length depends on how much the repository holds. A line of a
/// file begins with a space, a sign or a backslash in a diff, so none of those is lost.
fn without_hashes(diff: &str) -> String {
    diff.split_inclusive('\n').filter(|line| !line.starts_with("index ")).collect()
}

#[cfg(test)]
mod tests {
    use super::{file_name, message, split, text, touched_files};

    #[test]
    fn a_patch_names_its_files_with_or_without_a_time() {
        let patch = "+++ b/src/a.rs\n+++ b/src/b.rs\t2026-11-21 02:32:47\n+++ /dev/null\n";
        assert!(touched_files(patch).eq(["src/a.rs", "src/b.rs"]));
    }

    #[test]
    fn the_head_ends_where_a_diff_of_any_tool_begins() {
        for diff in [
            "diff --git a/x b/x\n--- a/x\n+++ b/x\n",
            "diff -ruN a/x b/x\n--- a/x\t2026-11-21\n+++ b/x\t2026-11-21\n",
            "--- a/x\n+++ b/x\n",
            "--- /dev/null\n+++ b/x\n",
        ] {
            assert_eq!(split(&format!("Why.\n\n--- no diff\ndifferent\n\n{diff}")), ("Why.\n\n--- no diff\ndifferent", diff));
            assert_eq!(split(diff), ("", diff));
        }
        assert_eq!(split("Only words.\n"), ("Only words.", ""));
    }

    #[test]
    fn a_file_s_name_comes_back_from_the_commit_s_subject() {
        for (number, name, head) in [
            (5, "0005-symbols-held-weakly.patch", "Symbols held weakly\n\nECMAScript 2023 has them."),
            (15, "0015-using-is-not-here.patch", "`using` is not here\n\nIt throws."),
            (2, "0002-v8-words.patch", "What Boa must hand over, for its errors to speak."),
            (1, "0001-no-head.patch", ""),
            (12, "0012-10-things.patch", "Ten things"),
        ] {
            let message = message(name, head);
            assert!(message.ends_with(head));
            assert_eq!(file_name(number, &message), name);
        }
    }

    #[test]
    fn a_head_whose_subject_fits_stays_as_it_is_and_another_gets_a_subject() {
        assert_eq!(message("0001-a-name.patch", "A name\n\nWhy."), "A name\n\nWhy.");
        assert_eq!(message("0001-a-name.patch", "Why it is there."), "A name\n\nWhy it is there.");
    }

    #[test]
    fn a_text_holds_no_hashes_and_every_line_of_the_files() {
        let diff =
            "diff --git a/x b/x\nindex 1234567..89abcde 100644\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-index a\n+index b\n\\ No newline at end of file\n";
        let text = text("A name\n\nWhy.\n", diff);
        assert_eq!(text, "A name\n\nWhy.\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-index a\n+index b\n\\ No newline at end of file\n");
        assert_eq!(split(&text).0, "A name\n\nWhy.");
    }
}
