import Diagnostics
import HTTP
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

struct HTTPAPIBudgetTests {
    private let get = HTTPRequest(method: "GET", url: "https://a.com/x")
    private let post = HTTPRequest(method: "POST", url: "https://a.com/x")

    private func budget(_ policies: String) throws -> RequestBudget {
        try HTTPAPIBudget(yaml: "policies:\n\(policies)").makeBudget(in: .sample())
    }

    private func clock() throws -> TestClock { try TestClock("2024-01-01T00:00:00+0000") }

    private static let moving = """
          - type: MovingWindowCallRatePolicy
            rates: [{limit: 2, interval: PT1S}]
            matchers: []
        """

    @Test("a moving window holds the third call back")
    func movingWindow() async throws {
        let clock = try clock()
        let budget = try budget(Self.moving)
        for _ in 0..<3 { try await budget.acquire(get, clock: clock) }
        #expect(clock.uptime() == 1.001)
    }

    @Test("a fixed window waits for its own first period, not for ten days")
    func fixedWindow() async throws {
        let clock = try clock()
        let budget = try budget("  - {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 2, matchers: []}")
        for _ in 0..<3 { try await budget.acquire(get, clock: clock) }
        #expect(clock.uptime() == 60)
    }

    @Test("the first policy that matches counts; what none matches goes out at once")
    func firstPolicy() async throws {
        let clock = try clock()
        let budget = try budget(
            """
              - {type: UnlimitedCallRatePolicy, matchers: [{method: POST}]}
              - {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 1, matchers: [{url_path_pattern: x}]}
            """
        )
        let other = HTTPRequest(method: "GET", url: "https://a.com/other")
        for request in [post, post, other, other, get] { try await budget.acquire(request, clock: clock) }
        #expect(clock.uptime() == 0)
        try await budget.acquire(get, clock: clock)
        #expect(clock.uptime() == 60)
    }

    @Test("a response that says the limit is hit fills the window")
    func limitHit() async throws {
        let clock = try clock()
        let budget = try budget(Self.moving)
        budget.update(from: HTTPResponse(status: 429), to: get, clock: clock)
        try await budget.acquire(get, clock: clock)
        #expect(clock.uptime() == 1.001)
    }

    @Test("a reset that a response names is waited for")
    func reset() async throws {
        let clock = try clock()
        let budget = try budget("  - {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 9, matchers: []}")
        let headers = HTTPHeaderList([("ratelimit-remaining", "0"), ("ratelimit-reset", "1704067205")])
        budget.update(from: HTTPResponse(status: 200, headers: headers), to: get, clock: clock)
        try await budget.acquire(get, clock: clock)
        #expect(clock.uptime() == 5)
    }

    @Test("a reset beyond reason ends the stream and names the header", arguments: ["99999999999999999999", "1e400"])
    func farReset(value: String) async throws {
        let clock = try clock()
        let budget = try budget("  - {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 9, matchers: []}")
        let headers = HTTPHeaderList([("ratelimit-remaining", "0"), ("ratelimit-reset", value)])
        budget.update(from: HTTPResponse(status: 200, headers: headers), to: get, clock: clock)
        let failure = try #require(
            await #expect(throws: EngineFailure.self) { try await budget.acquire(get, clock: clock) }
        )
        #expect(failure.message.contains("The header 'ratelimit-reset' says '\(value)'"))
        #expect(clock.uptime() == 0)
    }

    @Test("resets and impossible counts do not trap", arguments: ["-1e400", "-99999999999999999999", "nan", "0"])
    func strangeReset(value: String) async throws {
        let clock = try clock()
        for policy in [Self.moving, "  - {type: FixedWindowCallRatePolicy, period: PT1M, call_limit: 2, matchers: []}"]
        {
            let budget = try budget(policy)
            for remaining in ["0", "-9223372036854775808", "9223372036854775807", "99999999999999999999"] {
                let headers = HTTPHeaderList([("ratelimit-remaining", remaining), ("ratelimit-reset", value)])
                budget.update(from: HTTPResponse(status: 429, headers: headers), to: get, clock: clock)
                try await budget.acquire(get, clock: clock)
            }
        }
        #expect(clock.uptime() < 600)
    }

    @Test(
        "a window longer than the longest wait ends the stream and takes no moment",
        arguments: ["P7D", "P999999999D"]
    )
    func longWindow(interval: String) async throws {
        let clock = try clock()
        let budget = try budget(
            """
              - {type: MovingWindowCallRatePolicy, rates: [{limit: 1, interval: \(interval)}], matchers: []}
            """
        )
        try await budget.acquire(get, clock: clock)
        for _ in 0..<3 {
            let failure = try #require(
                await #expect(throws: EngineFailure.self) { try await budget.acquire(get, clock: clock) }
            )
            #expect(failure.message.contains("MovingWindowCallRatePolicy"))
        }
        #expect(clock.uptime() == 0)
    }

    @Test("limits near the largest integer")
    func hugeLimit() async throws {
        let clock = try clock()
        let budget = try budget(
            """
              - {type: MovingWindowCallRatePolicy, rates: [{limit: 9223372036854775807, interval: PT1S}], matchers: []}
            """
        )
        budget.update(from: HTTPResponse(status: 429), to: get, clock: clock)
        try await budget.acquire(get, clock: clock)
        #expect(clock.uptime() <= 1.001)
    }

    @Test("a call that weighs more than the limit fails")
    func weight() async throws {
        let clock = try clock()
        let budget = try budget(
            """
              - type: MovingWindowCallRatePolicy
                rates: [{limit: 2, interval: PT1S}]
                matchers: [{weight: 3}]
            """
        )
        await #expect(throws: EngineFailure.self) { try await budget.acquire(get, clock: clock) }
    }

}
