//! The disk's answers against a real one's: each line was asked of ext4 by Node 24.21.0 as root, in this order.

use proptest::prelude::*;

use super::*;

type Answer = Result<String, Errno>;

fn said<T: std::fmt::Display>(answer: Result<T, Errno>) -> Answer {
    answer.map(|value| value.to_string())
}

fn done(answer: Result<(), Errno>) -> Answer {
    answer.map(|()| String::new())
}

/// `f` a file, `d/g`, `dang` → nope, `l1` ⇄ `l2`, `ld` → d, `lf` → f, in /w, which is the working directory.
fn disk() -> Disk {
    let mut disk = Disk::new(1_000);
    disk.install("/w/f", b"x").unwrap();
    disk.install("/w/d/g", b"y").unwrap();
    disk.change_directory("/w").unwrap();
    for (target, path) in [("nope", "dang"), ("l2", "l1"), ("l1", "l2"), ("d", "ld"), ("f", "lf")] {
        disk.symlink(target, path).unwrap();
    }
    disk
}

fn open(disk: &mut Disk, path: &str, flags: OpenFlags) -> Result<i32, Errno> {
    let fd = disk.open(path, flags, 0o666)?;
    disk.close(fd).map(|()| fd)
}

const W: OpenFlags = OpenFlags(0o1101);
const WX: OpenFlags = OpenFlags(0o1301);
const R: OpenFlags = OpenFlags::READ_ONLY;

#[test]
fn answers_as_linux_does() {
    let mut disk = disk();
    let d = &mut disk;
    let answers: Vec<(&str, Answer, &str)> = vec![
        ("open f/x", said(open(d, "f/x", R)), "ENOTDIR"),
        ("open f/", said(open(d, "f/", R)), "ENOTDIR"),
        ("open dang", said(open(d, "dang", R)), "ENOENT"),
        ("open dang wx", said(open(d, "dang", WX)), "EEXIST"),
        ("open l1", said(open(d, "l1", R)), "ELOOP"),
        ("open d w", said(open(d, "d", W)), "EISDIR"),
        ("open d r", said(open(d, "d", R)), "21"),
        ("open new/ w", said(open(d, "new/", W)), "EISDIR"),
        ("open f wx", said(open(d, "f", WX)), "EEXIST"),
        ("mkdir f", done(d.mkdir("f", 0o777)), "EEXIST"),
        ("mkdir dang", done(d.mkdir("dang", 0o777)), "EEXIST"),
        ("mkdir q/w", done(d.mkdir("q/w", 0o777)), "ENOENT"),
        ("mkdir f/w", done(d.mkdir("f/w", 0o777)), "ENOTDIR"),
        ("mkdir q/", done(d.mkdir("q/", 0o777)), ""),
        ("mkdir .", done(d.mkdir(".", 0o777)), "EEXIST"),
        ("mkdir /", done(d.mkdir("/", 0o777)), "EEXIST"),
        ("mkdir -p f", said(d.mkdir_recursive("f", 0o777).map(Option::unwrap_or_default)), "EEXIST"),
        ("mkdir -p f/a", said(d.mkdir_recursive("f/a", 0o777).map(Option::unwrap_or_default)), "ENOTDIR"),
        ("mkdir -p a/b/c", said(d.mkdir_recursive("a/b/c", 0o777).map(Option::unwrap_or_default)), "a"),
        ("mkdir -p a/b", said(d.mkdir_recursive("a/b", 0o777).map(Option::unwrap_or_default)), ""),
        ("rmdir f", done(d.rmdir("f")), "ENOTDIR"),
        ("rmdir d", done(d.rmdir("d")), "ENOTEMPTY"),
        ("rmdir ld", done(d.rmdir("ld")), "ENOTDIR"),
        ("rmdir nope", done(d.rmdir("nope")), "ENOENT"),
        ("rmdir .", done(d.rmdir(".")), "EINVAL"),
        ("rmdir a/b/..", done(d.rmdir("a/b/..")), "ENOTEMPTY"),
        ("rmdir /", done(d.rmdir("/")), "EBUSY"),
        ("rmdir ld/", done(d.rmdir("ld/")), "ENOTDIR"),
        ("unlink d", done(d.unlink("d")), "EISDIR"),
        ("unlink nope", done(d.unlink("nope")), "ENOENT"),
        ("unlink f/", done(d.unlink("f/")), "ENOTDIR"),
        ("unlink .", done(d.unlink(".")), "EISDIR"),
        ("unlink ld/", done(d.unlink("ld/")), "ENOTDIR"),
        ("rename d f", done(d.rename("d", "f")), "ENOTDIR"),
        ("rename f d", done(d.rename("f", "d")), "EISDIR"),
        ("rename d d/x", done(d.rename("d", "d/x")), "EINVAL"),
        ("rename nope x", done(d.rename("nope", "x")), "ENOENT"),
        ("rename a d", done(d.rename("a", "d")), "ENOTEMPTY"),
        ("rename a/b d", done(d.rename("a/b", "d")), "ENOTEMPTY"),
        ("rename a/b a", done(d.rename("a/b", "a")), "ENOTEMPTY"),
        ("rename . x", done(d.rename(".", "x")), "EBUSY"),
        ("rename d .", done(d.rename("d", ".")), "EBUSY"),
        ("rename f f2/", done(d.rename("f", "f2/")), "ENOTDIR"),
        ("rename f f", done(d.rename("f", "f")), ""),
        ("rename d d", done(d.rename("d", "d")), ""),
        ("rename a q", done(d.rename("a", "q")), ""),
        ("rename k ld", done(d.install("/w/k", b"").and_then(|()| d.rename("k", "ld"))), ""),
        ("which took its place", said(d.lstat("ld").map(|stat| format!("{:o}", stat.mode))), "100644"),
        ("link d x", done(d.link("d", "x")), "EPERM"),
        ("link f f", done(d.link("f", "f")), "EEXIST"),
        ("link f f2", done(d.link("f", "f2")), ""),
        ("link lf lf2", done(d.link("lf", "lf2")), ""),
        ("which is a symlink", said(d.lstat("lf2").map(|stat| format!("{:o} {}", stat.mode, stat.nlink))), "120777 2"),
        ("link nope y", done(d.link("nope", "y")), "ENOENT"),
        ("symlink x f", done(d.symlink("x", "f")), "EEXIST"),
        ("symlink to nothing", done(d.symlink("", "em")), "ENOENT"),
        ("readlink f", said(d.readlink("f")), "EINVAL"),
        ("readlink dang", said(d.readlink("dang")), "nope"),
        ("realpath l1", said(d.realpath("l1")), "ELOOP"),
        ("realpath dang", said(d.realpath("dang")), "ENOENT"),
        ("realpath lf", said(d.realpath("lf")), "/w/f"),
        ("stat nothing", said(d.stat("").map(|stat| stat.ino)), "ENOENT"),
        ("stat f/", said(d.stat("f/").map(|stat| stat.ino)), "ENOTDIR"),
        ("stat f/.", said(d.stat("f/.").map(|stat| stat.ino)), "ENOTDIR"),
        ("stat f/..", said(d.stat("f/..").map(|stat| stat.ino)), "ENOTDIR"),
        ("readdir f", said(d.readdir("f").map(|entries| entries.len())), "ENOTDIR"),
        ("readdir nope", said(d.readdir("nope").map(|entries| entries.len())), "ENOENT"),
        ("readdir .", said(d.readdir(".").map(|all| all.iter().map(|e| &*e.name).collect::<Vec<_>>().join())), "d,dang,f,f2,l1,l2,ld,lf,lf2,q"),
        ("access f x", done(d.access("f", 1)), "EACCES"),
        ("access f w, read-only", done(d.chmod("f", 0o444).and_then(|()| d.access("f", 2))), ""),
        ("copy d", said(d.copy_file("d", "x", false)), "EISDIR"),
        ("copy f d", said(d.copy_file("f", "d", false)), "EISDIR"),
        ("copy exclusively", said(d.copy_file("f", "f2", true)), "EEXIST"),
        ("copy nope", said(d.copy_file("nope", "x", false)), "ENOENT"),
        ("copy f f", said(d.copy_file("f", "f", false)), "0"),
        ("mkdtemp", said(d.mkdtemp("nope/a")), "ENOENT"),
        ("chmod nope", done(d.chmod("nope", 0o644)), "ENOENT"),
        ("long name", said(open(d, &"x".repeat(256), W)), "ENAMETOOLONG"),
        ("long path", said(open(d, &"x/".repeat(3000), R)), "ENAMETOOLONG"),
        ("stat d", said(d.stat("d").map(|s| format!("{} {} {} {} {}", s.mode, s.nlink, s.blksize, s.size, s.blocks))), "16877 2 4096 4096 8"),
        ("stat f", said(d.stat("f").map(|s| format!("{:o} {} {}", s.mode, s.nlink, s.size))), "100444 2 1"),
        ("stat dang", said(d.lstat("dang").map(|s| format!("{:o} {} {} {}", s.mode, s.nlink, s.size, s.blocks))), "120777 1 4 0"),
        ("open f as a directory", said(open(d, "f", OpenFlags::DIRECTORY)), "ENOTDIR"),
        ("open lf, not following", said(open(d, "lf", OpenFlags::NO_FOLLOW)), "ELOOP"),
        ("open d, creating", said(open(d, "d", OpenFlags::CREATE)), "EISDIR"),
        ("open d, creating alone", said(open(d, "d", WX)), "EEXIST"),
    ];
    for (question, answer, expected) in answers {
        assert_eq!(answer.unwrap_or_else(|error| error.name().to_owned()), expected, "{question}");
    }
}

trait Join {
    fn join(self) -> String;
}

impl Join for Vec<&str> {
    fn join(self) -> String {
        self.as_slice().join(",")
    }
}

fn content(disk: &mut Disk, path: &str) -> Vec<u8> {
    let fd = disk.open(path, R, 0).unwrap();
    let mut bytes = vec![0; 64];
    let count = disk.read(fd, &mut bytes, None).unwrap();
    disk.close(fd).unwrap();
    bytes.truncate(count);
    bytes
}

#[test]
fn descriptors_count_up_from_nodes_first_and_are_reused() {
    let mut d = disk();
    let (one, two) = (d.open("f", R, 0).unwrap(), d.open("f", R, 0).unwrap());
    assert_eq!((one, two), (21, 22));
    d.close(one).unwrap();
    assert_eq!(d.open("f", R, 0), Ok(21));
    assert_eq!((d.close(999), d.fstat(999)), (Err(Errno::EBADF), Err(Errno::EBADF)));
    assert!(d.is_standard_stream(1) && !d.is_standard_stream(21));
}

#[test]
fn reading_and_writing_mind_mode_position_and_append() {
    let mut d = disk();
    let fd = d.open("f", R, 0).unwrap();
    assert_eq!((d.write(fd, b"x", None), d.ftruncate(fd, 0)), (Err(Errno::EBADF), Err(Errno::EINVAL)));
    let fd = d.open("f", W, 0).unwrap();
    assert_eq!(d.read(fd, &mut [0], None), Err(Errno::EBADF));
    let fd = d.open("d", R, 0).unwrap();
    assert_eq!(d.read(fd, &mut [0], None), Err(Errno::EISDIR));

    d.install("/w/ap", b"abc").unwrap();
    let fd = d.open("ap", OpenFlags::APPEND | OpenFlags::READ_WRITE, 0).unwrap();
    d.write(fd, b"Z", Some(0)).unwrap();
    assert_eq!(content(&mut d, "ap"), b"abcZ");
    let mut two = [0; 2];
    d.read(fd, &mut two, None).unwrap();
    d.write(fd, b"QQ", None).unwrap();
    assert_eq!((two, d.read(fd, &mut two, None)), (*b"ab", Ok(0)), "appending moves the position to the end");

    let fd = d.open("hole", OpenFlags::CREATE | OpenFlags::READ_WRITE, 0o666).unwrap();
    d.write(fd, b"Z", Some(5)).unwrap();
    assert_eq!(content(&mut d, "hole"), b"\0\0\0\0\0Z");
}

#[test]
fn a_file_lives_while_it_is_open() {
    let mut d = disk();
    let fd = d.open("u", OpenFlags(0o102), 0o666).unwrap();
    d.unlink("u").unwrap();
    d.write(fd, b"hi", None).unwrap();
    let stat = d.fstat(fd).unwrap();
    assert_eq!((stat.nlink, stat.size), (0, 2));
    let inodes = d.inodes.len();
    d.close(fd).unwrap();
    assert_eq!(d.inodes.len(), inodes - 1);
}

#[test]
fn the_disk_is_finite() {
    let mut d = disk();
    let fd = d.open("big", W, 0o666).unwrap();
    assert_eq!(d.ftruncate(fd, 1 << 40), Err(Errno::ENOSPC));
    assert_eq!(d.ftruncate(fd, 1 << 20), Ok(()));
}

#[test]
fn times_and_masks() {
    let mut d = disk();
    d.set_now(5_000);
    d.set_umask(0o077);
    let fd = d.open("n", W, 0o666).unwrap();
    let stat = d.fstat(fd).unwrap();
    assert_eq!((stat.mode, stat.birthtime_ns), (0o100_600, 5_000));
    d.set_now(6_000);
    d.write(fd, b"1", None).unwrap();
    d.utimes("f", 1, 2).unwrap();
    assert_eq!((d.stat("n").unwrap().mtime_ns, d.stat("n").unwrap().birthtime_ns), (6_000, 5_000));
    assert_eq!((d.stat("f").unwrap().atime_ns, d.stat("f").unwrap().mtime_ns, d.stat("f").unwrap().ctime_ns), (1, 2, 6_000));
    assert_eq!(d.mkdtemp("t-").unwrap().len(), 8);
}

#[test]
fn a_removed_working_directory_is_nowhere() {
    let mut d = disk();
    d.mkdir("gone", 0o777).unwrap();
    d.change_directory("gone").unwrap();
    d.rmdir("/w/gone").unwrap();
    assert_eq!(d.working_directory(), Err(Errno::ENOENT));
    assert_eq!(d.mkdir("x", 0o777), Err(Errno::ENOENT));
    d.change_directory("/w").unwrap();
    assert_eq!(d.working_directory().unwrap(), "/w");
    d.remove_all("/w").unwrap();
}

proptest! {
    /// Whatever is done to the disk, every inode has as many names as it counts, parents agree, the bytes add up.
    #[test]
    fn the_tree_stays_sound(steps in prop::collection::vec((0..9u8, 0..6usize, 0..6usize), 0..60)) {
        const PATHS: [&str; 6] = ["a", "b", "a/b", "a/b/c", "b/a", "b/../a/c"];
        let mut d = disk();
        let mut fds = Vec::new();
        for (what, one, other) in steps {
            let (one, other) = (PATHS[one], PATHS[other]);
            let _ = match what {
                0 => d.mkdir(one, 0o777),
                1 => d.rmdir(one),
                2 => d.unlink(one),
                3 => d.rename(one, other),
                4 => d.link(one, other),
                5 => d.symlink(other, one),
                6 => d.open(one, W, 0o666).map(|fd| fds.push(fd)),
                7 => fds.last().map_or(Ok(0), |fd| d.write(*fd, one.as_bytes(), None)).map(drop),
                _ => fds.pop().map_or(Ok(()), |fd| d.close(fd)),
            };
        }
        d.check();
    }
}

impl Disk {
    fn check(&self) {
        let mut names = std::collections::BTreeMap::new();
        for (ino, inode) in &self.inodes {
            let inode::Content::Directory { entries, .. } = &inode.content else { continue };
            for child in entries.values() {
                *names.entry(*child).or_insert(0) += 1;
                if let inode::Content::Directory { parent, .. } = &self.inode(*child).content {
                    assert_eq!(parent, ino);
                }
            }
        }
        let mut bytes = 0;
        for (ino, inode) in self.inodes.iter().skip(1) {
            assert_eq!(inode.links, names.get(ino).copied().unwrap_or(0), "{inode:?}");
            assert!(inode.links > 0 || self.descriptors.any_on(*ino), "{inode:?} leads nowhere");
            bytes += if inode.kind() == EntryKind::File { inode.size() } else { 0 };
        }
        assert_eq!(bytes, self.used());
    }
}
