//! `mkdir`, plain and recursive (node v24.21.0 `src/node_file.cc` `MKDirpSync`, `MKDirpAsync`).
//!
//! Recursive, it tries the whole path, goes up one directory for each `ENOENT`, and comes down again: three new levels are five jobs (rule N38:
//! docs/node-semantics.md#n38).

use boa_engine::{Context, JsResult, JsString, JsValue};

use super::arguments::{absolute, integer, path};
use super::disk::on_disk;
use super::errors::{Failure, Subject};
use super::request::{Call, Sink, Waiter, spend, submit};
use super::stats::Answer;
use crate::native::{Native, argument};
use machine::DiskWork;
use machine::files::Errno;

pub(super) const FUNCTIONS: &[(&str, usize, Native)] = &[("mkdir", 0, mkdir)];

const SYSCALL: &str = "mkdir";

/// `mkdir(path, mode, recursive, request)`.
fn mkdir(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let written = path(arguments, 0, context)?;
    let mode = integer(arguments, 1).cast_unsigned();
    let recursive = argument(arguments, 2).as_boolean() == Some(true);
    let waiter = Waiter::at(arguments, 3);
    if !recursive {
        let at = absolute(&written, context);
        let effect = move |context: &mut Context| on_disk(context, |disk| disk.mkdir(&at, mode)).map(|()| Answer::Nothing);
        return Call::new("fs.mkdir", SYSCALL, DiskWork::Change).path(&written).run(waiter, effect, context);
    }
    let climb = Climb { mode, paths: vec![written.clone()], first: None };
    if let Waiter::Caller = waiter {
        let made = climb.all(context);
        return made.map_err(|errno| Failure::from(errno).into_error(&subject(&written), context));
    }
    let (sink, returned) = Sink::new(waiter, context);
    climb.submit(sink, context);
    Ok(returned)
}

fn subject(path: &str) -> Subject {
    Subject { syscall: SYSCALL, path: Some(path.to_owned()), dest: None }
}

/// `FSContinuationData`: directories still to make, the next one last.
struct Climb {
    mode: u32,
    paths: Vec<String>,
    /// The path of the first directory that was made.
    first: Option<String>,
}

/// The next thing to do after one `mkdir` of several.
enum Next {
    /// Take the next path.
    Go,
    /// See whether the path is a directory already.
    Look(Errno),
    Fail(Errno),
}

impl Climb {
    fn make(&self, path: &str, context: &mut Context) -> Result<(), Errno> {
        let at = absolute(path, context);
        match on_disk(context, |disk| disk.mkdir(&at, self.mode)) {
            Err(Failure::Errno(errno)) => Err(errno),
            _ => Ok(()),
        }
    }

    fn is_directory(path: &str, context: &mut Context) -> Result<bool, Errno> {
        let at = absolute(path, context);
        match on_disk(context, |disk| disk.stat(&at)) {
            Ok(stat) => Ok(stat.is_directory()),
            Err(Failure::Errno(errno)) => Err(errno),
            Err(_) => Ok(false),
        }
    }

    /// The next thing to do after `mkdir(path)` gave `result`.
    fn judge(&mut self, path: &str, result: Result<(), Errno>) -> Next {
        match result {
            Ok(()) => {
                self.first.get_or_insert_with(|| path.to_owned());
                Next::Go
            }
            Err(errno @ (Errno::EACCES | Errno::ENOSPC | Errno::ENOTDIR | Errno::EPERM)) => Next::Fail(errno),
            Err(Errno::ENOENT) => match path.rfind('/') {
                Some(end) => {
                    self.paths.push(path.to_owned());
                    self.paths.push(path[..end].to_owned());
                    Next::Go
                }
                None if self.paths.is_empty() => Next::Look(Errno::EEXIST),
                None => Next::Go,
            },
            Err(errno) => Next::Look(errno),
        }
    }

    /// The outcome of a `mkdir` that failed with `errno`, once it is known whether a directory stands at the path.
    fn judge_look(&self, errno: Errno, directory: Result<bool, Errno>) -> Result<(), Errno> {
        match directory? {
            true => Ok(()),
            false if errno == Errno::EEXIST && !self.paths.is_empty() => Err(Errno::ENOTDIR),
            false => Err(Errno::EEXIST),
        }
    }

    /// `MKDirpSync`.
    fn all(mut self, context: &mut Context) -> Result<JsValue, Errno> {
        while let Some(path) = self.paths.pop() {
            spend(DiskWork::Change, context);
            let made = self.make(&path, context);
            match self.judge(&path, made) {
                Next::Go => {}
                Next::Fail(errno) => return Err(errno),
                Next::Look(errno) => {
                    spend(DiskWork::Stat, context);
                    self.judge_look(errno, Self::is_directory(&path, context))?;
                }
            }
        }
        Ok(self.answer())
    }

    /// `MKDirpAsync`: one job, which goes on to the next.
    fn submit(mut self, sink: Sink, context: &mut Context) {
        let Some(path) = self.paths.pop() else {
            return;
        };
        let provider = sink.provider();
        let complete = move |context: &mut Context| {
            let made = self.make(&path, context);
            match self.judge(&path, made) {
                Next::Go => self.go_on(sink, context),
                Next::Fail(errno) => fail(&sink, errno, &path, context),
                Next::Look(errno) => {
                    self.submit_look(path, errno, sink, context);
                    Ok(())
                }
            }
        };
        submit("fs.mkdir", DiskWork::Change, provider, complete, context);
    }

    fn submit_look(self, path: String, errno: Errno, sink: Sink, context: &mut Context) {
        let provider = sink.provider();
        let complete = move |context: &mut Context| {
            let directory = Self::is_directory(&path, context);
            match self.judge_look(errno, directory) {
                Ok(()) => self.go_on(sink, context),
                Err(errno) => fail(&sink, errno, &path, context),
            }
        };
        submit("fs.stat", DiskWork::Stat, provider, complete, context);
    }

    fn go_on(self, sink: Sink, context: &mut Context) -> JsResult<()> {
        if self.paths.is_empty() {
            return sink.deliver(Ok(Answer::Value(self.answer())), context);
        }
        self.submit(sink, context);
        Ok(())
    }

    fn answer(self) -> JsValue {
        self.first.map(|first| JsString::from(first).into()).unwrap_or_default()
    }
}

fn fail(sink: &Sink, errno: Errno, path: &str, context: &mut Context) -> JsResult<()> {
    let error = Failure::from(errno).into_error(&subject(path), context);
    sink.deliver(Err(error), context)
}
