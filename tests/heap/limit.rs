//! Leaks under `--max-old-space-size=20`: which message, at how many bytes (a script).

use super::driver::{Driver, Pushed, RELEASES, array, object};
use trace::Profile;
use v8::heap::report::{Process, out_of_memory, trace_line};
use v8::heap::{Collector, Configuration, Kind, MB, Scale};

type Leak = fn(&mut Driver);

fn leak(name: &str) -> Leak {
    match name {
        "leak_objects" => |d| {
            let mut keep = Pushed::new(d);
            while d.heap.fatal().is_none() {
                d.alloc(object(3));
                keep.push(d);
            }
        },
        "leak_arrays" => |d| {
            let mut keep = Pushed::new(d);
            while d.heap.fatal().is_none() {
                d.alloc(array(1000));
                keep.push(d);
            }
        },
        "leak_big" => |d| {
            let mut keep = Pushed::new(d);
            while d.heap.fatal().is_none() {
                d.alloc(array(100_000));
                keep.push(d);
            }
        },
        "leak_closures" => |d| {
            let mut keep = Pushed::new(d);
            while d.heap.fatal().is_none() {
                d.alloc(Kind::Context { slots: 1 });
                d.alloc(Kind::Function { prototype_slot: false });
                keep.push(d);
            }
        },
        "leak_map" => |d| {
            let mut capacity = 4;
            let map = d.alloc(Kind::Map { capacity });
            for held in 0.. {
                d.alloc(object(4));
                if held == capacity {
                    capacity *= 2;
                    d.grow(map, Kind::Map { capacity });
                }
                if d.heap.fatal().is_some() {
                    return;
                }
            }
        },
        "array_invalid" => |d| {
            let mut keep = Pushed::new(d);
            while d.heap.fatal().is_none() {
                keep.push(d);
            }
        },
        _ => unreachable!("{name}"),
    }
}

#[test]
fn leaks_end_as_in_node() {
    let summary = include_str!("measured/limits.txt");
    let (mut same, mut all) = (0, 0);
    for name in ["leak_objects", "leak_arrays", "leak_big", "leak_closures", "leak_map", "array_invalid"] {
        for (profile, label) in RELEASES {
            let real = summary.lines().find(|line| line.starts_with(&format!("{label} {name} "))).expect("measured");
            let mut driver = Driver::new(Configuration::new(profile).with_max_old_space(20), Scale::REAL);
            leak(name)(&mut driver);
            let fatal = *driver.heap.fatal().expect("a leak ends");
            let marks = driver.count(Collector::MarkCompact);
            let right = real.contains(fatal.reason.text());
            all += 1;
            same += u32::from(right);
            println!(
                "{label:8} {name:14} {:?} at {:.1} MB after {marks} mark-compacts{}",
                fatal.reason,
                fatal.usage.spaces.used() as f64 / MB as f64,
                if right { "" } else { "  !" }
            );
            assert!((15 * MB..60 * MB).contains(&fatal.usage.spaces.used()) || name == "leak_map" || name == "array_invalid");
        }
    }
    println!("{same} of {all}");
    assert!(same * 10 >= all * 8);
}

#[test]
fn the_text_is_nodes() {
    for (profile, _) in RELEASES {
        let configuration = Configuration::new(profile).with_max_old_space(20);
        let mut driver = Driver::new(configuration, Scale::REAL);
        leak("leak_objects")(&mut driver);
        let process = Process { pid: 9576, isolate: 0x1203_9d70 };
        let lines: Vec<String> = driver.log.iter().map(|it| trace_line(&configuration, process, 56.0, it)).collect();
        let text = out_of_memory(&configuration, &lines, driver.heap.fatal().expect("it leaks"));
        println!("{text}");
        assert!(text.starts_with("\n<--- Last few GCs --->\n\n"));
        assert_eq!(text.contains("<--- JS stacktrace --->"), profile < Profile::Node24);
        assert!(text.contains("\nFATAL ERROR: "));
    }
}
