import Diagnostics
import HTTP
import Synchronization

/// The tokens of an authenticator in a run, with their quotas; shared by all streams with the same definition.
final class TokenPools: Sendable {
    let tokens: [String]
    private let prefix: String
    private let header: String
    private let source: QuotaStatusSource
    private let quotas: [TokenQuota]
    private let empty: TokenBudget
    /// Nil until the quotas are known.
    private let budget = Mutex<TokenBudget?>(nil)
    /// Lets one task ask for the quotas while the others wait.
    private let asking = AsyncLimiter(1)
    /// What was logged.
    private let told = Mutex<Set<String>>([])

    init(
        tokens: [String],
        prefix: String,
        header: String,
        source: QuotaStatusSource,
        quotas: [TokenQuota],
        reserve: (fraction: Double, least: Int)
    ) {
        self.tokens = tokens
        self.prefix = prefix
        self.header = header
        self.source = source
        self.quotas = quotas
        empty = TokenBudget(pools: [], reserveFraction: reserve.fraction, leastReserve: reserve.least)
    }

    /// The value of the header that signs with a token.
    func value(of token: Int) -> String { prefix.isEmpty ? tokens[token] : "\(prefix) \(tokens[token])" }

    /// The token that a request was signed with.
    private func token(of request: HTTPRequest) -> Int? {
        guard let value = request.headers[header] else { return nil }
        return tokens.indices.first { self.value(of: $0) == value }
    }

    /// The place of the quota that a request counts for.
    private func kind(of request: HTTPRequest, _ run: SourceRun) -> Int {
        let request = MatchedRequest(request)
        if let kind = quotas.firstIndex(where: { $0.matchers.contains { $0.matches(request) } }) { return kind }
        if let kind = quotas.firstIndex(where: \.matchers.isEmpty) { return kind }
        tell("unmatched", "A request fits no quota, and counts for '\(quotas[0].name)'.", run, .warn)
        return 0
    }

    private func tell(_ key: String, _ text: String, _ run: SourceRun, _ level: LogLevel = .info) {
        if told.withLock({ $0.insert(key).inserted }) { run.context.messages.log(level, text) }
    }

    // MARK: Calls

    /// Charges a request to a token, waiting for one if need be.
    ///
    /// - Parameter patience: the longest wait, in seconds.
    /// - Returns: the value of the header.
    func charge(_ request: HTTPRequest, patience: Double, in run: SourceRun) async throws -> String {
        try await ask(in: run) { $0 == nil }
        let kind = kind(of: request, run)
        let clock = run.context.clock
        var deadline: Double?
        while true {
            let uptime = clock.uptime()
            let left = (deadline ?? uptime + patience) - uptime
            let now = clock.now().secondsSince1970
            switch budget.withLock({ $0?.step(of: kind, now: now, patience: left) }) {
            case .call(let token, let delay)?:
                if delay > 0 {
                    tell("throttled", "The quota '\(quotas[kind].name)' is nearly spent; requests are spread.", run)
                    try await clock.sleep(seconds: delay, for: .budget)
                }
                return value(of: token)
            case .wait(let seconds)?:
                deadline = deadline ?? uptime + patience
                try await wait(seconds, kind, run)
            case .exhausted?, nil: throw Self.exhaustion(quotas[kind].name)
            }
        }
    }

    private func wait(_ seconds: Double, _ kind: Int, _ run: SourceRun) async throws {
        let origin = WaitOrigin("The quota '\(quotas[kind].name)' of all tokens is spent", isReset: true)
        if let failure = run.context.options.longestWait.failure(of: seconds, askedBy: origin) { throw failure }
        let rounded = Int(seconds.rounded())
        run.context.messages.log(
            .info,
            "The quota '\(quotas[kind].name)' of all tokens is spent. Waiting \(rounded) s for its reset."
        )
        try await run.context.clock.sleep(seconds: seconds, for: .budget)
        // Of several that have waited, the first one asks.
        try await ask(in: run) { $0?.isSpent(kind) ?? true }
    }

    private static func exhaustion(_ name: String) -> EngineFailure {
        EngineFailure(.transient, "The rate limit of all tokens is used up (quota '\(name)').")
    }

    // MARK: Quotas

    /// Asks for the quotas of all tokens where they are needed.
    private func ask(in run: SourceRun, where isNeeded: (TokenBudget?) -> Bool) async throws {
        guard isNeeded(budget.withLock { $0 }) else { return }
        await asking.acquire()
        defer { asking.release() }
        guard isNeeded(budget.withLock { $0 }) else { return }
        var pools: [[TokenBudget.Pool]] = []
        for token in tokens.indices {
            let status = try await source.status(signedBy: (header, value(of: token)), in: run)
            pools.append(try quotas.map { try status.map($0.pool(in:)) ?? .untracked })
        }
        let known = pools
        budget.withLock { budget in
            let active = budget?.active ?? 0
            budget = TokenBudget(
                pools: known,
                active: active,
                reserveFraction: empty.reserveFraction,
                leastReserve: empty.leastReserve
            )
        }
        let untracked = pools.count { $0.contains { !$0.isTracked } }
        guard untracked > 0 else { return }
        tell("untracked", "The API does not count the calls of \(untracked) of \(tokens.count) tokens.", run)
    }

    /// Learns from a response.
    func note(_ response: HTTPResponse, to request: HTTPRequest, in run: SourceRun) {
        let kind = kind(of: request, run)
        guard let report = quotas[kind].report(response), let token = token(of: request) else { return }
        budget.withLock { $0?.note(report, token: token, kind: kind) }
    }

    /// Whether the token of a request is spent while another one is not.
    func hasAlternative(to request: HTTPRequest, in run: SourceRun) -> Bool {
        guard let token = token(of: request) else { return false }
        let kind = kind(of: request, run)
        return budget.withLock { $0?.hasAlternative(to: token, for: kind) ?? false }
    }
}
