/// Decides how long to wait before a request is retried, and when to stop.
///
/// A pure state machine; times are seconds of a clock that never jumps. Three kinds of wait are counted apart, one
/// inside the other, as in the reference: a plain failure starts the two inner counts afresh, and a rate limit without
/// a stated wait starts the innermost one afresh. So alternating kinds can exceed `maxRetries`.
package struct RequestAttempts {
    /// Why another attempt is needed.
    package enum Cause: Equatable {
        /// A backoff strategy named a wait in seconds. The innermost count.
        case asked(seconds: Double)
        /// The API is rate-limiting, and no strategy says for how long. The middle count; it has no time limit.
        case rateLimited
        /// The outermost count.
        case plain
    }

    package enum Decision: Equatable {
        /// Seconds to wait before the next attempt.
        case wait(Double)
        case giveUp
    }

    /// Limits besides the number of retries.
    package struct Limits {
        /// Attempts in all; nil for no such limit.
        package var attempts: Int?
        /// Seconds from the first attempt within which the last one begins; nil for no such limit.
        package var patience: Double?

        package init(attempts: Int? = nil, patience: Double? = nil) {
            self.attempts = attempts
            self.patience = patience
        }
    }

    /// What became of renewing the token of this request.
    package enum Renewal { case none, done, failed }

    /// Seconds from the first attempt of a count after which its failures are final.
    static let timeLimit = 600.0
    /// Seconds added to a wait that a strategy names, against clocks that differ a little.
    static let margin = 1.0

    /// One of the three counts.
    private struct Count {
        var failures = 0
        /// When its first attempt began; nil until then.
        var start: Double?
    }

    /// How many attempts were begun.
    package private(set) var count = 0
    package var renewal = Renewal.none
    private let mostAttempts: Int
    /// When the first attempt began.
    private var firstStart: Double?
    /// When the last attempt began.
    private var attemptStart = 0.0
    private var asked = Count()
    private var rateLimited = Count()
    private var plain = Count()

    /// Allows one attempt and this many more; a negative number counts as 0.
    package init(maxRetries: Int) { mostAttempts = min(max(0, maxRetries), Int.max - 1) + 1 }

    /// Notes the start of an attempt.
    package mutating func begin(at now: Double) {
        count += 1
        attemptStart = now
        firstStart = firstStart ?? now
        asked.start = asked.start ?? now
        rateLimited.start = rateLimited.start ?? now
        plain.start = plain.start ?? now
    }

    /// What to do after an attempt that brought no response to continue with, and that ended now.
    package mutating func next(after cause: Cause, limits: Limits = Limits(), now: Double? = nil) -> Decision {
        if let attempts = limits.attempts, count >= attempts { return .giveUp }
        let decision = next(after: cause)
        if let patience = limits.patience, case .wait(let seconds) = decision,
            (now ?? attemptStart) - (firstStart ?? attemptStart) + seconds > patience
        {
            return .giveUp
        }
        return decision
    }

    private mutating func next(after cause: Cause) -> Decision {
        switch cause {
        case .asked(let seconds):
            asked.failures += 1
            guard isOpen(asked, within: Self.timeLimit) else { return .giveUp }
            return .wait(max(0, seconds + Self.margin))
        case .rateLimited:
            rateLimited.failures += 1
            guard isOpen(rateLimited, within: .infinity) else { return .giveUp }
            asked = Count()
            return .wait(Self.doubled(rateLimited.failures))
        case .plain:
            plain.failures += 1
            guard isOpen(plain, within: Self.timeLimit) else { return .giveUp }
            asked = Count()
            rateLimited = Count()
            return .wait(min(Self.doubled(plain.failures), Self.timeLimit - elapsed(plain)))
        }
    }

    /// Whether attempts and time are left after a failure.
    private func isOpen(_ counted: Count, within limit: Double) -> Bool {
        counted.failures < mostAttempts && elapsed(counted) < limit
    }

    private func elapsed(_ counted: Count) -> Double { attemptStart - (counted.start ?? attemptStart) }

    /// 1, 2, 4, 8 and so on for the first, second, third and fourth failure.
    private static func doubled(_ failures: Int) -> Double {
        (1..<min(max(1, failures), 64)).reduce(1.0) { wait, _ in wait * 2 }
    }
}
