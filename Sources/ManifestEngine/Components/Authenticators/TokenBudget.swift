/// What is left of the quotas of interchangeable tokens, and which of them the next call is charged to.
///
/// A value: each decision is a function of it and the moment, in seconds since 1970.
struct TokenBudget: Sendable, Equatable {
    /// The quota of one token for one kind of call.
    struct Pool: Sendable, Equatable {
        var remaining: Int
        /// When the quota is full again, in seconds since 1970.
        var reset: Double
        var limit: Int
        /// Whether the API counts at all.
        var isTracked = true

        /// A quota that the API does not count.
        static let untracked = Pool(remaining: 0, reset: 0, limit: 0, isTracked: false)
        var isSpent: Bool { isTracked && remaining <= 0 }
    }

    /// What a response says about a quota.
    struct Report: Sendable {
        var remaining: Int?
        var reset: Double?
        var limit: Int?
        /// Whether its status means that the quota is spent.
        var isRefusal: Bool
    }

    enum Step: Equatable {
        /// The call goes out with a token, after a delay that spreads the last calls.
        case call(token: Int, after: Double)
        /// All tokens are spent: look at the quotas again after so many seconds.
        case wait(Double)
        /// All tokens are spent for so many seconds, which is too long.
        case exhausted(Double)
    }

    /// Seconds that a wait for new quotas takes at least.
    private static let shortestWait = 5.0
    private static let longestDelay = 10.0
    /// Seconds by which the reset in a response may be behind the known one and still mean the same window.
    private static let tolerance = 60.0

    /// The pools of each token, by kind of call.
    var pools: [[Pool]]
    /// The token whose turn it is.
    private(set) var active = 0
    let reserveFraction: Double
    let leastReserve: Int

    init(pools: [[Pool]], active: Int = 0, reserveFraction: Double = 0.1, leastReserve: Int = 50) {
        self.pools = pools
        self.active = active
        self.reserveFraction = reserveFraction
        self.leastReserve = leastReserve
    }

    /// Charges a call of a kind, if a token has one left.
    ///
    /// - Parameter patience: seconds that may still be waited for a token.
    mutating func step(of kind: Int, now: Double, patience: Double) -> Step {
        while !isSpent(kind) {
            let token = active
            let pool = pools[token][kind]
            guard pool.isTracked else {
                turn()
                return .call(token: token, after: 0)
            }
            if pool.remaining > 0 {
                pools[token][kind].remaining -= 1
                return .call(token: token, after: delay(of: kind, now: now))
            }
            turn()
        }
        let wait = pools.map { $0[kind].reset - now }.min() ?? 0
        guard patience > 0, wait < patience else { return .exhausted(wait) }
        return .wait(min(max(wait, Self.shortestWait), patience))
    }

    private mutating func turn() { active = (active + 1) % pools.count }

    /// Whether no token has a call of a kind left.
    func isSpent(_ kind: Int) -> Bool { pools.allSatisfy { $0[kind].isSpent } }

    /// Seconds before a call once all tokens are down to their reserve, so that the rest lasts until the reset.
    private func delay(of kind: Int, now: Double) -> Double {
        let all = pools.map { $0[kind] }
        guard all.allSatisfy({ $0.isTracked && Double($0.remaining) <= reserve(of: $0) }) else { return 0 }
        let left = all.reduce(0) { $0 + max($1.remaining, 0) }
        let seconds = max(all[active].reset - now, 0)
        guard left > 0 else { return 0 }
        let delay = min(seconds / Double(left), Self.longestDelay)
        return delay < 0.1 ? 0 : delay
    }

    private func reserve(of pool: Pool) -> Double { max(Double(leastReserve), Double(pool.limit) * reserveFraction) }

    /// Whether a token is spent for a kind of call and another one is not.
    func hasAlternative(to token: Int, for kind: Int) -> Bool {
        pools[token][kind].isSpent
            && pools.indices.contains { $0 != token && pools[$0][kind].remaining > 0 }
    }

    /// Takes over what a response says, unless it speaks of a window that is over.
    mutating func note(_ report: Report, token: Int, kind: Int) {
        var pool = pools[token][kind]
        guard pool.isTracked else { return }
        let remaining = report.remaining ?? (report.isRefusal ? 0 : nil)
        if let limit = report.limit, limit > 0, report.reset.map({ $0 >= pool.reset }) ?? true { pool.limit = limit }
        if let reset = report.reset, reset > pool.reset {
            pool.reset = reset
            pool.remaining = remaining ?? pool.limit
        } else if let remaining, counts(remaining, report, in: pool) {
            // Responses come out of order, and a late one must not give calls back.
            pool.remaining = min(pool.remaining, remaining)
        }
        pools[token][kind] = pool
    }

    private func counts(_ remaining: Int, _ report: Report, in pool: Pool) -> Bool {
        guard let reset = report.reset, !(remaining <= 0 && report.isRefusal) else { return true }
        return reset >= pool.reset - Self.tolerance
    }
}
