//! The answers of operations, and the arrays in which `stat` hands over its fields (node v24.21.0 `src/node_file-inl.h`
//! `FillStatsArray`, `src/node_file.h` `FsStatsOffset`).

use boa_engine::object::builtins::{JsBigInt64Array, JsFloat64Array};
use boa_engine::{Context, JsBigInt, JsObject, JsResult, JsString, JsValue};

use super::Shared;
use crate::native::Binding;
use machine::files::Stat;

/// `kFsStatsFieldsNumber`; the shared arrays hold two sets of fields, since `watchFile` compares two.
const FIELDS: usize = 18;
/// `kFsStatFsFieldsNumber`.
const DISK_FIELDS: usize = 8;

/// The answer of an operation.
pub(in crate::bindings) enum Answer {
    Nothing,
    Value(JsValue),
    Stat {
        stat: Stat,
        bigint: bool,
    },
    /// `statfs`: the machine has one disk.
    Disk {
        bigint: bool,
    },
}

impl From<JsValue> for Answer {
    fn from(value: JsValue) -> Self {
        Self::Value(value)
    }
}

/// The arrays that `stat` writes its fields to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::bindings) enum Arrays {
    /// The arrays of the binding, which the next call overwrites.
    Shared,
    /// New arrays, for a promise is read later.
    Own,
}

impl Answer {
    /// The value that JavaScript gets for the answer.
    ///
    /// # Errors
    /// An exception of Boa where the arrays cannot be made or found.
    pub(super) fn into_value(self, arrays: Arrays, context: &mut Context) -> JsResult<JsValue> {
        match self {
            Self::Nothing => Ok(JsValue::undefined()),
            Self::Value(value) => Ok(value),
            Self::Stat { stat, bigint } => fill("statValues", "bigintStatValues", &stat_fields(&stat), FIELDS, bigint, arrays, context),
            Self::Disk { bigint } => fill("statFsValues", "bigintStatFsValues", &DISK, DISK_FIELDS, bigint, arrays, context),
        }
    }
}

/// The fields in `FsStatsOffset`'s order; times are seconds and nanoseconds.
fn stat_fields(stat: &Stat) -> Vec<i64> {
    let time = |ns: i64| [ns.div_euclid(1_000_000_000), ns.rem_euclid(1_000_000_000)];
    let mut fields: Vec<i64> = [
        stat.dev,
        u64::from(stat.mode),
        stat.nlink,
        u64::from(stat.uid),
        u64::from(stat.gid),
        stat.rdev,
        stat.blksize,
        stat.ino,
        stat.size,
        stat.blocks,
    ]
    .into_iter()
    .map(u64::cast_signed)
    .collect();
    for ns in [stat.atime_ns, stat.mtime_ns, stat.ctime_ns, stat.birthtime_ns] {
        fields.extend(time(ns));
    }
    fields
}

/// The disk in `FsStatFsOffset`'s order: ext4's type, the size of a block twice, blocks, free ones twice, files, free ones.
const DISK: [i64; DISK_FIELDS] = [61267, 4096, 4096, 16_384, 12_288, 12_288, 65_536, 61_440];

fn fill(floats: &str, bigints: &str, fields: &[i64], length: usize, bigint: bool, arrays: Arrays, context: &mut Context) -> JsResult<JsValue> {
    let array: JsObject = match arrays {
        Arrays::Shared => {
            let name = if bigint { bigints } else { floats };
            Shared::of(context)?.get(JsString::from(name), context)?.to_object(context)?
        }
        Arrays::Own if bigint => JsBigInt64Array::from_iter(std::iter::repeat_n(0, length), context)?.into(),
        Arrays::Own => JsFloat64Array::from_iter(std::iter::repeat_n(0.0, length), context)?.into(),
    };
    for (index, field) in fields.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "C++ stores the fields as doubles")]
        let value: JsValue = if bigint { JsBigInt::from(*field).into() } else { (*field as f64).into() };
        array.set(index, value, true, context)?;
    }
    Ok(array.into())
}

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    for (name, length) in [("statValues", FIELDS * 2), ("statFsValues", DISK_FIELDS)] {
        let array = JsFloat64Array::from_iter(std::iter::repeat_n(0.0, length), binding.context)?;
        binding.value(name, array)?;
    }
    for (name, length) in [("bigintStatValues", FIELDS * 2), ("bigintStatFsValues", DISK_FIELDS)] {
        let array = JsBigInt64Array::from_iter(std::iter::repeat_n(0, length), binding.context)?;
        binding.value(name, array)?;
    }
    Ok(())
}
