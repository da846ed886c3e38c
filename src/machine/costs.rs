//! What everything takes, in virtual nanoseconds: the one table.
//!
//! All of it is `Model`: measured on one quiet x86-64 machine with Node 24.21.0, rounded, and kept small where in doubt, since a real computer can
//! always be slower and the choices cover that. Only the order of things that do not race is exact.
//! Rules D1, D3 and D4: docs/node-semantics.md#d1.
//!
//! Another Node has a figure of its own where it is plainly another one: 30 runs each of 18.20.8, 20.20.2, 22.23.3, 24.21.0 and 26.10.0, taken in turn,
//! the quickest fifth of each as a multiple of 24's. The first `console.log` is the same within 0.2 of it, an exception and its handler within 0.03 ms.

use trace::Profile;

/// Every cost, in virtual nanoseconds unless its name says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costs {
    /// Process start to the first line of the program (measured 12–27 ms). A whole number of milliseconds, so that the program starts at the very
    /// beginning of one of libuv's: a short script is over before the next begins, and immediates come before `setTimeout(…, 0)` as in
    /// 90 % of real runs (D1). Node 18 takes 3.2 times as long, 20 2.7 times, 22 and 26 0.9 and 1.0 times.
    pub bootstrap: u64,
    /// The end of the main script to libuv's first look at the timers (measured 0.13 ms; Node 18 takes 11.8 times as long, 20 3.0 times, 22 and 26 1.2 and 1.0 times).
    /// So on Node 18 `setTimeout(…, 0)` comes before immediates (real runs: 77–100 %).
    pub loop_start: u64,
    /// Going through a phase that has nothing to do.
    pub phase: u64,
    /// One `epoll_pwait`.
    pub poll: u64,
    /// From a worker's end to the loop's thread running again.
    pub poll_wake: u64,
    /// Entering and leaving JavaScript for one callback.
    pub callback: u64,
    /// One statement of the program.
    pub statement: u64,
    /// One call.
    pub call: u64,
    /// One `write(2)` to a standard stream.
    pub output: u64,
    /// The first one, which sets the stream up (measured 1.4–2.7 ms): a program that prints after `setTimeout(…, 0)` finds it due at the loop's start.
    pub first_output: u64,
    /// What the first one may take more (not charged, see `Machine::may_take`).
    pub first_output_more: u64,
    /// Loading and compiling a module of Node's library for the first time.
    pub module_load: u64,
    /// Reading the clock. Costs time so that a loop that waits for it ends; see `spin`.
    pub clock_read: u64,
    /// The most that a clock read may cost.
    pub clock_read_most: u64,
    /// Opening a file, by name.
    pub file_open: u64,
    pub file_close: u64,
    /// `stat`, `lstat`, `fstat`, `access`, `readlink`, `realpath`.
    pub file_stat: u64,
    /// `mkdir`, `rmdir`, `unlink`, `rename`, `link`, `symlink`, `chmod`, `utimes`, `mkdtemp`, `ftruncate`.
    pub file_change: u64,
    /// `readdir` before its entries.
    pub directory_read: u64,
    pub directory_entry: u64,
    /// A read or write before its bytes.
    pub file_transfer: u64,
    pub file_read_kib: u64,
    pub file_write_kib: u64,
    pub file_sync: u64,
    /// One iteration of PBKDF2 per block of output (measured 278 SHA-512, 103 SHA-256, 48 SHA-1).
    pub pbkdf2_sha512: u64,
    pub pbkdf2_sha256: u64,
    pub pbkdf2_sha1: u64,
    /// scrypt, per N·r·p (measured 24.6 ms for N = 16384, r = 8).
    pub scrypt_picoseconds: u64,
    pub random: u64,
    pub random_kib: u64,
    pub hash_kib: u64,
    /// Compressing and decompressing.
    pub zlib: u64,
    pub deflate_kib: u64,
    pub inflate_kib: u64,
    /// A name looked up by `getaddrinfo`.
    pub name_lookup: u64,
    /// Scales all disk work: 100 as measured, 10000 a slow disk.
    pub disk_percent: u64,
    /// Scales hashing, compression and random numbers.
    pub cpu_percent: u64,
    /// How far reality may run ahead of this table between two looks at the clock: a millisecond, for the unknown phase of libuv's clock (D1).
    pub clock_window: u64,
    /// Two pool jobs, or one and the loop, that are closer than this (and `job_doubt_percent`) may come the other way round (D3, D4).
    pub pool_window: u64,
    /// How much a job's time may be off, in percent of it.
    pub job_doubt_percent: u64,
    /// How much later the first job of each worker may be, since its thread is only being made.
    pub thread_start_window: u64,
    /// Ask about every race between jobs, also where the difference could hardly be told: for finding a certain run, too many for finding all.
    pub every_race: bool,
}

impl Costs {
    /// What everything takes in this Node.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        let (bootstrap, loop_start) = match profile {
            Profile::Node18 => (72_000_000, 1_500_000),
            Profile::Node20 => (60_000_000, 400_000),
            Profile::Node22 | Profile::Node24 | Profile::Node26 => (24_000_000, 130_000),
        };
        Self {
            bootstrap,
            loop_start,
            phase: 200,
            poll: 3_000,
            poll_wake: 8_000,
            callback: 2_000,
            statement: 20,
            call: 60,
            output: 5_000,
            first_output: 1_500_000,
            first_output_more: 1_200_000,
            module_load: 50_000,
            clock_read: 50,
            clock_read_most: 1_000_000,
            file_open: 12_000,
            file_close: 4_000,
            file_stat: 4_000,
            file_change: 40_000,
            directory_read: 12_000,
            directory_entry: 500,
            file_transfer: 6_000,
            file_read_kib: 30,
            file_write_kib: 120,
            file_sync: 2_000_000,
            pbkdf2_sha512: 280,
            pbkdf2_sha256: 100,
            pbkdf2_sha1: 50,
            scrypt_picoseconds: 188_000,
            random: 4_000,
            random_kib: 150,
            hash_kib: 2_000,
            zlib: 10_000,
            deflate_kib: 3_000,
            inflate_kib: 1_000,
            name_lookup: 300_000,
            disk_percent: 100,
            cpu_percent: 100,
            clock_window: 1_000_000,
            pool_window: 200_000,
            job_doubt_percent: 50,
            thread_start_window: 600_000,
            every_race: false,
        }
    }

    /// The same work on a computer with more to do than it has cores: everything may be late by some milliseconds, hashes by several times their length.
    /// For comparing with runs of real Node there; too wide for a reader.
    #[must_use]
    pub fn on_a_busy_computer(self) -> Self {
        Self { clock_window: 30_000_000, pool_window: 30_000_000, job_doubt_percent: 300, every_race: true, ..self }
    }
}

impl Default for Costs {
    fn default() -> Self {
        Self::of(Profile::default())
    }
}

/// A kind of work on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskWork {
    Open,
    Close,
    Stat,
    Change,
    /// With the number of entries.
    ReadDirectory(u64),
    /// With the number of bytes.
    Read(u64),
    Write(u64),
    /// Both at once: `copyfile`.
    Copy(u64),
    Sync,
}

/// A kind of work on the processor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CpuWork {
    /// `block_ns`: one of the table's `pbkdf2_*`.
    Pbkdf2 {
        block_ns: u64,
        iterations: u64,
        /// Blocks of output: key length over digest length, rounded up.
        blocks: u64,
    },
    /// With N·r·p.
    Scrypt(u64),
    Random(u64),
    Hash(u64),
    Deflate(u64),
    Inflate(u64),
}

impl Costs {
    #[must_use]
    pub fn disk(&self, work: DiskWork) -> u64 {
        let ns = match work {
            DiskWork::Open => self.file_open,
            DiskWork::Close => self.file_close,
            DiskWork::Stat => self.file_stat,
            DiskWork::Change => self.file_change,
            DiskWork::ReadDirectory(entries) => self.directory_read + entries * self.directory_entry,
            DiskWork::Read(bytes) => self.file_transfer + per_kib(bytes, self.file_read_kib),
            DiskWork::Write(bytes) => self.file_transfer + per_kib(bytes, self.file_write_kib),
            DiskWork::Copy(bytes) => 2 * self.file_open + per_kib(bytes, self.file_read_kib + self.file_write_kib),
            DiskWork::Sync => self.file_sync,
        };
        percent(ns, self.disk_percent)
    }

    #[must_use]
    pub fn cpu(&self, work: CpuWork) -> u64 {
        let ns = match work {
            CpuWork::Pbkdf2 { block_ns, iterations, blocks } => block_ns.saturating_mul(iterations).saturating_mul(blocks),
            CpuWork::Scrypt(product) => product.saturating_mul(self.scrypt_picoseconds) / 1000,
            CpuWork::Random(bytes) => self.random + per_kib(bytes, self.random_kib),
            CpuWork::Hash(bytes) => per_kib(bytes, self.hash_kib),
            CpuWork::Deflate(bytes) => self.zlib + per_kib(bytes, self.deflate_kib),
            CpuWork::Inflate(bytes) => self.zlib + per_kib(bytes, self.inflate_kib),
        };
        percent(ns, self.cpu_percent)
    }
}

fn per_kib(bytes: u64, ns: u64) -> u64 {
    bytes.saturating_mul(ns) / 1024
}

fn percent(ns: u64, percent: u64) -> u64 {
    ns.saturating_mul(percent) / 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_costs_what_was_measured() {
        let costs = Costs::default();
        let sha512 = CpuWork::Pbkdf2 { block_ns: costs.pbkdf2_sha512, iterations: 100_000, blocks: 1 };
        assert_eq!(costs.cpu(sha512), 28_000_000);
        assert_eq!(costs.cpu(CpuWork::Scrypt(16384 * 8)) / 1_000_000, 24);
        assert_eq!(costs.disk(DiskWork::Read(512 * 1024)), 6_000 + 15_360);
        let slow = Costs { disk_percent: 10_000, ..costs };
        assert_eq!(slow.disk(DiskWork::Open), 1_200_000);
    }
}
