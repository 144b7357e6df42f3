package import Dates
import Diagnostics
import Synchronization

/// Holds requests back so that all workers together stay within the rates of the manifest.
///
/// One for a run. The first policy that matches a request counts it; a request that none matches goes out at once.
package final class RequestBudget: Sendable {
    /// What a policy keeps count with.
    package enum Meter {
        case unlimited
        case moving(MovingWindow)
        case fixed(FixedWindow)
    }

    /// A policy at work.
    package struct Policy: Sendable {
        package let matchers: [any RequestMatcher]
        /// The weight of each matcher.
        package let weights: [Int]
        /// What the policy is called in messages.
        package let name: String
        package let meter: MeterBox

        package init(matchers: [any RequestMatcher], weights: [Int], name: String, meter: MeterBox) {
            self.matchers = matchers
            self.weights = weights
            self.name = name
            self.meter = meter
        }

        /// The weight of a request; nil when the policy is not for it.
        func weight(of request: MatchedRequest) -> Int? {
            if matchers.isEmpty { return 1 }
            return matchers.firstIndex { $0.matches(request) }.map { weights[$0] }
        }
    }

    /// A meter that all workers share.
    package final class MeterBox: Sendable {
        let meter: Mutex<Meter>
        package init(_ meter: sending Meter) { self.meter = Mutex(meter) }
    }

    private let policies: [Policy]
    private let signals: RateLimitSignals

    /// The header that says when calls are allowed again.
    package var resetHeader: String { signals.resetHeader }

    package init(policies: [Policy], signals: RateLimitSignals) {
        self.policies = policies
        self.signals = signals
    }

    /// Waits until a request may go out.
    ///
    /// Throws `CancellationError` when the task is cancelled while it waits, and a transient failure instead of waiting
    /// for longer than `longestWait` allows.
    package func acquire(
        _ request: HTTPRequest,
        clock: any EngineClock,
        longestWait: LongestWait = LongestWait()
    ) async throws {
        guard let (policy, weight) = policy(for: request) else { return }
        while true {
            switch try step(policy, weight, clock: clock, longestWait) {
            case .go: return
            case .goAfter(let seconds): return try await clock.sleep(seconds: seconds, for: .budget)
            case .askAfter(let seconds): try await clock.sleep(seconds: seconds, for: .budget)
            }
        }
    }

    /// Notes what a response says about the rate.
    package func update(from response: HTTPResponse, to request: HTTPRequest, clock: any EngineClock) {
        guard let (policy, _) = policy(for: request) else { return }
        guard let signal = signals.read(response, now: clock.now().secondsSince1970) else { return }
        let now = clock.uptime()
        let reset = signal.secondsToReset.map { now + $0 }
        policy.meter.meter.withLock { meter in
            switch meter {
            case .unlimited: break
            case .fixed(var window):
                window.update(remaining: signal.remaining, reset: reset, statedBy: signal.origin, at: now)
                meter = .fixed(window)
            case .moving(var window):
                guard signal.remaining == 0 else { return }
                window.exhaust(at: now, until: reset)
                meter = .moving(window)
            }
        }
    }

    // MARK: Decisions

    private enum Step {
        case go
        case goAfter(Double)
        case askAfter(Double)
    }

    private func policy(for request: HTTPRequest) -> (Policy, Int)? {
        guard let first = policies.first else { return nil }
        // Taking an address apart costs more than all the rest, and most policies are for every request.
        if first.matchers.isEmpty { return (first, 1) }
        let matched = MatchedRequest(request)
        for policy in policies {
            if let weight = policy.weight(of: matched) { return (policy, weight) }
        }
        return nil
    }

    private func step(
        _ policy: Policy,
        _ weight: Int,
        clock: any EngineClock,
        _ longestWait: LongestWait
    ) throws -> Step {
        try policy.meter.meter.withLock { meter in
            switch meter {
            case .unlimited: return .go
            case .moving(var window):
                try Self.check(weight, against: window.lowestLimit, policy)
                // Without a second owner the window changes in place.
                meter = .unlimited
                let wait = window.reserve(weight: weight, at: clock.uptime(), longest: longestWait.untilReset)
                meter = .moving(window)
                try Self.check(wait, askedBy: nil, policy, longestWait)
                return wait > 0 ? .goAfter(wait) : .go
            case .fixed(var window):
                try Self.check(weight, against: window.limit, policy)
                let wait = window.acquire(weight: weight, at: clock.uptime())
                meter = .fixed(window)
                try Self.check(wait, askedBy: window.statedBy, policy, longestWait)
                return wait > 0 ? .askAfter(wait) : .go
            }
        }
    }

    private static func check(
        _ wait: Double,
        askedBy origin: WaitOrigin?,
        _ policy: Policy,
        _ longestWait: LongestWait
    ) throws {
        // Nearly all go out at once, and need no message.
        if wait <= min(longestWait.usual, longestWait.untilReset) { return }
        let origin = origin ?? WaitOrigin("The \(policy.name) of the manifest allows no call before", isReset: true)
        if let failure = longestWait.failure(of: wait, askedBy: origin) { throw failure }
    }

    private static func check(_ weight: Int, against limit: Int, _ policy: Policy) throws {
        guard weight > limit else { return }
        throw EngineFailure(
            .system,
            "A request that weighs \(weight) can never be sent: \(policy.name) allows \(limit) at a time."
        )
    }
}
