//! Medians of the processor's time, which other programs on the machine disturb less than the clock's.

use cpu_time::ThreadTime;

/// The medians of several things that are compared, in microseconds for each of `count`: in turn, so that a machine that is
/// slower for a while is slower for all of them.
pub fn medians<const N: usize>(rounds: usize, count: usize, mut works: [&mut dyn FnMut(); N]) -> [f64; N] {
    works.iter_mut().for_each(|work| work()); // the first time fills caches
    let mut times = [(); N].map(|()| Vec::with_capacity(rounds));
    for _ in 0..rounds {
        for (work, times) in works.iter_mut().zip(&mut times) {
            let start = ThreadTime::now();
            work();
            times.push(start.elapsed().as_secs_f64() * 1e6 / count as f64);
        }
    }
    times.map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    })
}
