//! `internalBinding('zlib')`: deflate, gzip and their inverses (node v24.21.0 `src/node_zlib.cc`; there it is zlib, here `zlib-rs`).

use std::rc::Rc;

use boa_engine::object::builtins::{JsFunction, JsUint32Array};
use boa_engine::{Context, JsData, JsObject, JsResult, JsString, JsValue};
use boa_gc::{Finalize, Trace};
use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Inflate, InflateError, InflateFlush, Method, Status, Strategy};

use super::buffer::codec::{self, Encoding};
use crate::host::{AsyncContext, PoolJob, Resource, host};
use crate::native::{Binding, Bytes, argument, function, number, state};
use machine::CpuWork;
use trace::PoolWork;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    binding.class(
        "Zlib",
        construct,
        &[("init", 8, init), ("params", 2, params), ("reset", 0, reset), ("close", 0, close), ("write", 7, write), ("writeSync", 7, write_sync)],
    )?;
    binding.functions(&[("crc32", 2, crc32)])?;
    Ok(())
}

/// `node_zlib_mode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    None,
    Deflate,
    Inflate,
    Gzip,
    Gunzip,
    DeflateRaw,
    InflateRaw,
    /// Decompression of gzip or zlib, by the first bytes.
    Unzip,
}

impl Mode {
    fn from_number(number: f64) -> Self {
        let modes = [Self::None, Self::Deflate, Self::Inflate, Self::Gzip, Self::Gunzip, Self::DeflateRaw, Self::InflateRaw, Self::Unzip];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "one of Node's constants")]
        modes.get(number as usize).copied().unwrap_or(Self::None)
    }
}

enum Stream {
    Deflate(Deflate),
    Inflate(Inflate),
}

#[derive(Clone, Copy)]
struct Parameters {
    window_bits: u8,
    level: i32,
    mem_level: i32,
    strategy: Strategy,
}

struct Work {
    mode: Mode,
    parameters: Parameters,
    dictionary: Vec<u8>,
    stream: Option<Stream>,
    /// Whether a stream of `Unzip` turned out to be gzip's.
    saw_gzip: bool,
    writing: bool,
    close_later: bool,
}

#[derive(Trace, Finalize, JsData)]
struct Zlib {
    #[unsafe_ignore_trace]
    work: Work,
    #[unsafe_ignore_trace]
    handle: Rc<AsyncContext>,
    /// `[availOut, availIn]` after a write.
    result: Option<JsUint32Array>,
    callback: Option<JsFunction>,
}

/// An error as `zlibOnError` of Node's JavaScript takes it.
struct Failure {
    message: &'static str,
    number: i32,
    code: &'static str,
}

/// The bytes that a write has left.
struct Rest {
    /// Free bytes of the output.
    output: usize,
    /// Unread bytes of the input.
    input: usize,
}

impl Work {
    fn open(&mut self) {
        let Parameters { window_bits, level, mem_level, strategy } = self.parameters;
        let bits = i32::from(window_bits);
        self.stream = match self.mode {
            Mode::None => None,
            Mode::Deflate | Mode::Gzip | Mode::DeflateRaw => {
                let window_bits = match self.mode {
                    Mode::Gzip => bits + 16,
                    Mode::DeflateRaw => -bits,
                    _ => bits,
                };
                let mut deflate = Deflate::new_with_config(DeflateConfig { level, method: Method::Deflated, window_bits, mem_level, strategy });
                if !self.dictionary.is_empty() && self.mode != Mode::Gzip {
                    // zlib refuses a dictionary of a stream that has begun; this one has not.
                    let _ = deflate.set_dictionary(&self.dictionary);
                }
                Some(Stream::Deflate(deflate))
            }
            Mode::Inflate | Mode::Gunzip | Mode::InflateRaw | Mode::Unzip => {
                let bits = match self.mode {
                    Mode::Gunzip => window_bits + 16,
                    Mode::Unzip => window_bits + 32,
                    _ => window_bits,
                };
                let mut inflate = Inflate::new(self.mode != Mode::InflateRaw, bits);
                if !self.dictionary.is_empty() && self.mode == Mode::InflateRaw {
                    let _ = inflate.set_dictionary(&self.dictionary);
                }
                Some(Stream::Inflate(inflate))
            }
        };
    }

    /// `ZlibContext::DoThreadPoolWork` and `GetErrorInfo`.
    fn run(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> Result<Rest, Failure> {
        if self.stream.is_none() {
            self.open();
        }
        let finishing = flush == 4;
        let (status, message, rest) = match &mut self.stream {
            Some(Stream::Deflate(deflate)) => {
                let (read, written) = (deflate.total_in(), deflate.total_out());
                let status = deflate.compress(input, output, DeflateFlush::try_from(flush).unwrap_or_default());
                let rest = rest(input, output, deflate.total_in() - read, deflate.total_out() - written);
                (status.map_err(|error| error as i32), deflate.error_message(), rest)
            }
            Some(Stream::Inflate(_)) => self.inflate(flush, input, output),
            None => return Ok(Rest { output: output.len(), input: input.len() }),
        };
        let (number, words) = match status {
            Ok(Status::StreamEnd) => return Ok(rest),
            Ok(_) if rest.output != 0 && finishing => (-5, "unexpected end of file"),
            Ok(_) => return Ok(rest),
            Err(2) => (2, if self.dictionary.is_empty() { "Missing dictionary" } else { "Bad dictionary" }),
            Err(number) => (number, "Zlib error"),
        };
        let code = match number {
            2 => "Z_NEED_DICT",
            -2 => "Z_STREAM_ERROR",
            -3 => "Z_DATA_ERROR",
            -4 => "Z_MEM_ERROR",
            _ => "Z_BUF_ERROR",
        };
        Err(Failure { message: message.unwrap_or(words), number, code })
    }

    /// Inflates; gzip's members follow each other.
    fn inflate(&mut self, flush: i32, input: &[u8], output: &mut [u8]) -> (Result<Status, i32>, Option<&'static str>, Rest) {
        let flush = InflateFlush::try_from(flush).unwrap_or_default();
        let (mut read, mut written) = (0, 0);
        self.saw_gzip |= self.mode == Mode::Gunzip || (self.mode == Mode::Unzip && input.starts_with(&[0x1f]));
        loop {
            let Some(Stream::Inflate(inflate)) = &mut self.stream else {
                return (Ok(Status::Ok), None, Rest { output: output.len() - written, input: input.len() - read });
            };
            let (read_before, written_before) = (inflate.total_in(), inflate.total_out());
            let mut step = |inflate: &mut Inflate| {
                let (from, to) = (inflate.total_in() - read_before, inflate.total_out() - written_before);
                inflate.decompress(&input[read + index(from)..], &mut output[written + index(to)..], flush)
            };
            let mut status = step(inflate);
            if let Err(InflateError::NeedDict { .. }) = status
                && !self.dictionary.is_empty()
                && inflate.set_dictionary(&self.dictionary).is_ok()
            {
                status = step(inflate);
            }
            let message = inflate.error_message();
            read += index(inflate.total_in() - read_before);
            written += index(inflate.total_out() - written_before);
            let more = status == Ok(Status::StreamEnd) && self.saw_gzip && input.get(read).is_some_and(|byte| *byte != 0);
            if more {
                self.open();
                continue;
            }
            let number = |error| match error {
                InflateError::NeedDict { .. } => 2,
                InflateError::StreamError => -2,
                InflateError::DataError => -3,
                InflateError::MemError => -4,
            };
            return (status.map_err(number), message, Rest { output: output.len() - written, input: input.len() - read });
        }
    }
}

fn index(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn rest(input: &[u8], output: &[u8], read: u64, written: u64) -> Rest {
    Rest { output: output.len() - index(written), input: input.len() - index(read) }
}

/// `new Zlib(mode)`.
fn construct(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let work = Work {
        mode: Mode::from_number(number(arguments, 0)),
        parameters: Parameters { window_bits: 15, level: -1, mem_level: 8, strategy: Strategy::Default },
        dictionary: Vec::new(),
        stream: None,
        saw_gzip: false,
        writing: false,
        close_later: false,
    };
    let handle = Rc::new(host(context).async_context("ZLIB", context));
    state::keep(this, Zlib { work, handle, result: None, callback: None }, context)?;
    Ok(JsValue::undefined())
}

/// `init(windowBits, level, memLevel, strategy, writeResult, processCallback, dictionary, rejectGarbageAfterEnd)`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "JavaScript has checked the ranges")]
fn init(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let parameters = Parameters {
        window_bits: number(arguments, 0) as u8,
        level: number(arguments, 1) as i32,
        mem_level: number(arguments, 2) as i32,
        strategy: Strategy::try_from(number(arguments, 3) as i32).unwrap_or_default(),
    };
    let result = argument(arguments, 4).as_object().and_then(|array| JsUint32Array::from_object(array).ok());
    let callback = function(arguments, 5);
    let dictionary = Bytes::of(&argument(arguments, 6), context).map(|bytes| bytes.to_vec()).unwrap_or_default();
    state::kept(this, context, |zlib: &mut Zlib| {
        zlib.work.parameters = parameters;
        zlib.work.dictionary = dictionary;
        zlib.result = result;
        zlib.callback = callback;
    });
    Ok(JsValue::undefined())
}

#[expect(clippy::cast_possible_truncation, reason = "JavaScript has checked the ranges")]
fn params(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let level = number(arguments, 0) as i32;
    state::kept(this, context, |zlib: &mut Zlib| {
        zlib.work.parameters.level = level;
        if let Some(Stream::Deflate(deflate)) = &mut zlib.work.stream {
            // The stream has just been flushed: it takes any level.
            let _ = deflate.set_level(level);
        }
    });
    Ok(JsValue::undefined())
}

fn reset(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    state::kept(this, context, |zlib: &mut Zlib| zlib.work.open());
    Ok(JsValue::undefined())
}

fn close(this: &JsValue, _: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    state::kept(this, context, |zlib: &mut Zlib| {
        if zlib.work.writing {
            zlib.work.close_later = true;
        } else {
            zlib.work.stream = None;
        }
    });
    Ok(JsValue::undefined())
}

/// One write's arguments: `(flush, in, inOffset, inLength, out, outOffset, outLength)`.
struct Write {
    flush: i32,
    input: Option<Bytes>,
    output: Bytes,
}

impl Write {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "JavaScript gives offsets within the buffers")]
    fn from(arguments: &[JsValue], context: &mut Context) -> Option<Self> {
        let part = |index: usize, context: &mut Context| {
            let bytes = Bytes::of_view(&argument(arguments, index), context)?;
            Some(bytes.part(number(arguments, index + 1) as usize, number(arguments, index + 2) as usize))
        };
        Some(Self { flush: number(arguments, 0) as i32, input: part(1, context), output: part(4, context)? })
    }

    fn cost(&self, this: &JsValue, context: &mut Context) -> u64 {
        let deflates = |zlib: &mut Zlib| matches!(zlib.work.mode, Mode::Deflate | Mode::Gzip | Mode::DeflateRaw);
        let deflates = state::kept(this, context, deflates).unwrap_or(false);
        let bytes = self.input.as_ref().map_or(0, Bytes::len) as u64;
        let work = if deflates { CpuWork::Deflate(bytes) } else { CpuWork::Inflate(bytes) };
        host(context).machine.borrow().costs().cpu(work)
    }

    /// Does the work and writes the rest into the shared array, or calls `onerror`. `false`: there was an error.
    fn run(self, this: &JsObject, context: &mut Context) -> JsResult<bool> {
        let input = self.input.map(|input| input.to_vec()).unwrap_or_default();
        let mut output = vec![0; self.output.len()];
        let object = JsValue::from(this.clone());
        let done = state::kept(&object, context, |zlib: &mut Zlib| {
            zlib.work.writing = false;
            (zlib.work.run(self.flush, &input, &mut output), zlib.result.clone())
        });
        match done {
            Some((Ok(rest), result)) => {
                let written = output.len() - rest.output;
                self.output.write(context, |target| target[..written].copy_from_slice(&output[..written]))?;
                if let Some(result) = result {
                    result.set(0, rest.output, true, context)?;
                    result.set(1, rest.input, true, context)?;
                }
                Ok(true)
            }
            Some((Err(Failure { message, number, code }), _)) => {
                let arguments = [JsString::from(message).into(), JsValue::from(number), JsString::from(code).into()];
                if let Some(on_error) = this.get(JsString::from("onerror"), context)?.as_callable() {
                    on_error.call(&object, &arguments, context)?;
                }
                Ok(false)
            }
            None => Ok(false),
        }
    }
}

fn write_sync(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    if let (Some(write), Some(object)) = (Write::from(arguments, context), this.as_object()) {
        let cost = write.cost(this, context);
        host(context).machine.borrow_mut().spend(cost);
        write.run(&object, context)?;
    }
    Ok(JsValue::undefined())
}

fn write(this: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (Some(write), Some(object)) = (Write::from(arguments, context), this.as_object()) else {
        return Ok(JsValue::undefined());
    };
    let cost_ns = write.cost(this, context);
    let begun = state::kept(this, context, |zlib: &mut Zlib| {
        zlib.work.writing = true;
        zlib.handle.clone()
    });
    let Some(handle) = begun else { return Ok(JsValue::undefined()) };
    let complete = Box::new(move |context: &mut Context| after_write(&object, write, context));
    host(context).submit(PoolJob { label: "zlib", work: PoolWork::Cpu, cost_ns, complete, resource: Resource::Of(handle) }, context);
    Ok(JsValue::undefined())
}

/// `CompressionStream::AfterThreadPoolWork`.
fn after_write(this: &JsObject, write: Write, context: &mut Context) -> JsResult<()> {
    let object = JsValue::from(this.clone());
    if write.run(this, context)?
        && let Some(callback) = state::kept(&object, context, |zlib: &mut Zlib| zlib.callback.clone()).flatten()
    {
        callback.call(&object, &[], context)?;
    }
    state::kept(&object, context, |zlib: &mut Zlib| {
        if std::mem::take(&mut zlib.work.close_later) {
            zlib.work.stream = None;
        }
    });
    Ok(())
}

/// `crc32(data, value)`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "JavaScript has checked that it is a uint32")]
fn crc32(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let value = number(arguments, 1) as u32;
    let data = argument(arguments, 0);
    if let Some(string) = data.as_string() {
        return Ok(JsValue::from(zlib_rs::crc32::crc32(value, &codec::encode(string.as_str(), Encoding::Utf8))));
    }
    let bytes = Bytes::of(&data, context).map(|bytes| bytes.to_vec()).unwrap_or_default();
    Ok(JsValue::from(zlib_rs::crc32::crc32(value, &bytes)))
}
