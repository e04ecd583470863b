//! Medians of processor time. Other programs on the machine disturb it less than wall-clock time.

use cpu_time::ThreadTime;

/// The medians of several works that are compared, in microseconds for each of `count`. The works take turns, so that
/// a slow phase of the machine slows down all of them.
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
