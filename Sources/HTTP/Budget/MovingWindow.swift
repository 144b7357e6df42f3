import DequeModule
import Text

/// Decides when a call may go out so that no interval holds more calls than a rate allows.
///
/// A pure value; times are seconds of any steady clock. Every call gets its moment at once, the earliest that all
/// rates allow and none before an earlier caller's. So calls are made in the order in which they came, without retrying.
/// Times are kept in whole milliseconds; a call counts against a rate until its interval is fully over.
package struct MovingWindow {
    /// A number of calls in an interval.
    package struct Rate: Equatable {
        package let limit: Int
        /// Seconds.
        package let interval: Double

        package init(limit: Int, interval: Double) {
            self.limit = limit
            self.interval = interval
        }
    }

    let rates: [Rate]
    /// The smallest limit: no call may weigh more.
    let lowestLimit: Int
    /// The longest interval, in milliseconds.
    private let longestInterval: Int
    /// The moments of past calls, and of calls still to come, one entry for each unit of weight; oldest first.
    private var moments: Deque<Int> = []
    private var heldUntil = Int.min
    /// More calls than this are not kept one by one.
    private static let mostEntries = 1_000_000

    package init(rates: [Rate]) {
        self.rates = rates
        lowestLimit = rates.map(\.limit).min() ?? Int.max
        longestInterval = rates.map { Self.milliseconds($0.interval) }.max() ?? 0
    }

    /// Takes the next moment for a call and returns the seconds until then.
    ///
    /// - Parameters:
    ///   - weight: how many calls this one counts for; at least 1, at most `lowestLimit`.
    ///   - longest: seconds; a call that would have to wait longer takes no moment.
    mutating func reserve(weight: Int = 1, at now: Double, longest: Double = .infinity) -> Double {
        let now = Self.milliseconds(now)
        forget(before: now)
        var moment = max(now, heldUntil, moments.last ?? now)
        for rate in rates {
            // With this entry gone from the interval, the call fits.
            let blocking = moments.count - (rate.limit - weight) - 1
            guard blocking >= 0, blocking < moments.count else { continue }
            moment = max(moment, moments[blocking] + Self.milliseconds(rate.interval) + 1)
        }
        let wait = Double(moment - now) / 1000
        guard wait <= longest else { return wait }
        for _ in 0..<min(max(1, weight), Self.mostEntries) { moments.append(moment) }
        return wait
    }

    /// Notes that the API allows no more calls.
    ///
    /// The window is filled, so the next call waits as if all calls were used up; with a known end it waits until then
    /// if that is sooner.
    ///
    /// - Parameter reset: seconds of the same clock at which calls are allowed again, if the API said so.
    mutating func exhaust(at now: Double, until reset: Double? = nil) {
        let now = Self.milliseconds(now)
        forget(before: now)
        let longest = longestInterval
        if let reset {
            let end = Self.milliseconds(min(reset, Double(now + longest) / 1000))
            heldUntil = max(heldUntil, end)
            return
        }
        let free =
            rates.map { rate in
                rate.limit - moments.count { $0 >= now - Self.milliseconds(rate.interval) }
            }.min() ?? 0
        let place = moments.firstIndex { $0 > now } ?? moments.count
        if free > Self.mostEntries {
            heldUntil = max(heldUntil, now + longest)
        } else if free > 0 {
            moments.insert(contentsOf: repeatElement(now, count: free), at: place)
        }
    }

    /// Drops what no interval reaches any more.
    private mutating func forget(before now: Int) {
        while let first = moments.first, first < now - longestInterval { moments.removeFirst() }
    }

    private static func milliseconds(_ seconds: Double) -> Int {
        Int(saturating: (min(max(seconds, -1e12), 1e12) * 1000).rounded(.down))
    }
}
