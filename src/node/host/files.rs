//! The program's folder and files, on the machine's disk.

use std::rc::Rc;

use super::Host;
use machine::files::OpenFlags;
use trace::{File, STDIN};

/// The path in the stack frames of the scripts that boot Node.
pub(crate) const BOOTSTRAP_PATH: &str = "node:internal/bootstrap/lifecycle";

/// The path of `node` on the machine.
pub(crate) const EXEC_PATH: &str = "/usr/local/bin/node";

impl Host {
    pub(crate) fn cwd(&self) -> Rc<str> {
        self.cwd.borrow().clone()
    }

    pub(crate) fn set_cwd(&self, cwd: &str) {
        *self.cwd.borrow_mut() = Rc::from(cwd);
    }

    /// Puts the program's files on the machine's disk.
    ///
    /// # Errors
    /// A sentence with the path that can't be there and the reason.
    pub(crate) fn fill_disk(&self, files: &[File]) -> Result<(), String> {
        let mut machine = self.machine.borrow_mut();
        let node = File { path: Rc::from(EXEC_PATH), content: Rc::from(*b"\x7fELF") };
        for file in files.iter().chain([&node]) {
            if &*file.path == STDIN {
                machine.disk_mut().redirect_stdin(&file.content);
                continue;
            }
            machine.disk_mut().install(&file.path, &file.content).map_err(|errno| format!("{}: {}", file.path, errno.message()))?;
        }
        Ok(())
    }

    /// A file's content, read without taking any time, for the loaders of modules.
    pub(crate) fn file(&self, path: &str) -> Option<Vec<u8>> {
        let mut machine = self.machine.borrow_mut();
        let disk = machine.disk_mut();
        let fd = disk.open(path, OpenFlags::READ_ONLY, 0).ok()?;
        let size = disk.fstat(fd).map_or(0, |stat| stat.size);
        let mut content = vec![0; usize::try_from(size).ok()?];
        let read = disk.read(fd, &mut content, Some(0)).ok()?;
        content.truncate(read);
        disk.close(fd).ok()?;
        Some(content)
    }
}
