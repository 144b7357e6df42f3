import Glibc

/// The clocks of the system.
package struct SystemClock: EngineClock {
    /// Seconds, some 30 years.
    private static let longest = 1e9

    package init() {}

    package func now() -> DateTime {
        let time = Self.read(CLOCK_REALTIME)
        return DateTime(
            nearestMicrosecondsSinceEpoch: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
        )
    }

    package func uptime() -> Double {
        let time = Self.read(CLOCK_MONOTONIC)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    package func sleep(seconds: Double, for reason: WaitReason) async throws {
        guard seconds > 0 else { return }
        // A `Duration` cannot hold a longer time, and no process lasts that long.
        try await Task.sleep(for: .seconds(min(seconds, Self.longest)), clock: .continuous)
    }

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}
