/// Decides when a call may go out so that no period holds more calls than its limit.
///
/// A pure value; times are seconds of any steady clock. The first period begins with the first call; the reference
/// lets it end ten days later unless a response says otherwise, so that one call too many would wait for days. A reset
/// time that the API names replaces the computed one.
package struct FixedWindow {
    let limit: Int
    /// Seconds.
    let period: Double
    private var used = 0
    private var reset: Double?
    /// The header that named the end of this period; nil when it was computed.
    private(set) var statedBy: WaitOrigin?

    package init(limit: Int, period: Double) {
        self.limit = limit
        self.period = period
    }

    /// Counts a call if there is room and returns 0, or returns the seconds after which to call again.
    ///
    /// - Parameter weight: how many calls this one counts for; at most `limit`.
    mutating func acquire(weight: Int = 1, at now: Double) -> Double {
        let reset = advance(to: now)
        guard weight > limit - used else {
            used += weight
            return 0
        }
        // A wait too short for the clock to move would make the caller loop forever.
        return max(reset - now, 0.001)
    }

    /// Takes over what a response says: fewer calls left than counted here, another reset time.
    mutating func update(remaining: Int?, reset stated: Double?, statedBy origin: WaitOrigin? = nil, at now: Double) {
        _ = advance(to: now)
        if let remaining, remaining < limit - used { used = limit - max(0, remaining) }
        if let stated { (reset, statedBy) = (stated, origin) }
    }

    /// Starts the period that holds a moment and returns its end.
    private mutating func advance(to now: Double) -> Double {
        guard let end = reset else {
            reset = now + period
            return now + period
        }
        guard now >= end else { return end }
        let periods = ((now - end) / period).rounded(.down) + 1
        let next = max(end + periods * period, now)
        (reset, statedBy) = (next, nil)
        used = 0
        return next
    }
}
