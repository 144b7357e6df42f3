/// Counts requests against a limit per second and one per day.
///
/// A value: its owner does the locking.
struct RateLimiter: Sendable {
    private let perSecond: Int?
    private let perDay: Int?
    private let daySeconds: Int
    private var recent: [Instant] = []
    private var dayStart: Instant?
    private var dayCount = 0

    init(_ options: SimulatorOptions) {
        perSecond = options.requestsPerSecond
        perDay = options.requestsPerDay
        daySeconds = options.quotaDaySeconds
    }

    /// Counts a request; returns the seconds to wait when a limit is reached.
    ///
    /// Refused requests do not count.
    mutating func admit(at instant: Instant) -> Int? {
        if let perDay, let wait = daily(perDay, at: instant) { return wait }
        if let perSecond {
            recent.removeAll { $0.microseconds <= instant.microseconds - 1_000_000 }
            guard recent.count < perSecond else { return 1 }
            recent.append(instant)
        }
        dayCount += 1
        return nil
    }

    /// Starts a new day when the old one is over; returns the rest of the day in seconds once its quota is spent.
    private mutating func daily(_ limit: Int, at instant: Instant) -> Int? {
        let start = dayStart ?? instant
        dayStart = start
        let elapsed = Int(instant.seconds - start.seconds)
        if elapsed >= daySeconds {
            dayStart = instant
            dayCount = 0
            return nil
        }
        return dayCount < limit ? nil : daySeconds - elapsed
    }
}
