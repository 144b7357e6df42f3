import Testing

@testable import GongSimulator

struct RateLimiterTests {
    private func instant(milliseconds: Int64) -> Instant {
        Instant(microseconds: Instant.standardNow.microseconds + milliseconds * 1_000)
    }

    @Test func threeRequestsFitInASecond() {
        let client = SimulatorClient { $0.requestsPerSecond = 3 }
        let times: [Int64] = [0, 300, 600, 900, 999, 1_000, 1_001, 1_301]
        let responses = times.map { client.get("/v2/workspaces", at: instant(milliseconds: $0)) }
        #expect(responses.map(\.status) == [200, 200, 200, 429, 429, 200, 429, 200])
        #expect(responses[3].header("Retry-After") == "1")
        #expect(responses[3].errorText?.isEmpty == false)
    }

    @Test func theDayHasAQuota() {
        let client = SimulatorClient { $0.requestsPerDay = 2 }
        let hours: [Int64] = [0, 1, 2, 23, 24, 25, 26]
        let responses = hours.map { client.get("/v2/workspaces", at: instant(milliseconds: $0 * 3_600_000)) }
        #expect(responses.map(\.status) == [200, 200, 429, 429, 200, 200, 429])
        #expect(responses.compactMap { $0.header("Retry-After") } == ["79200", "3600", "79200"])
    }

    @Test func aShortDayCanBeAskedFor() {
        var limits = SimulatorOptions()
        limits.requestsPerDay = 1
        limits.quotaDaySeconds = 2
        var limiter = RateLimiter(limits)
        #expect(limiter.admit(at: instant(milliseconds: 0)) == nil)
        #expect(limiter.admit(at: instant(milliseconds: 500)) == 2)
        #expect(limiter.admit(at: instant(milliseconds: 2_000)) == nil)
    }

    @Test func refusedCredentialsDoNotCount() {
        let client = SimulatorClient { $0.requestsPerSecond = 1 }
        for _ in 0..<5 {
            #expect(client.core.respond(to: SimulatorRequest("GET", "/v2/workspaces")).status == 401)
        }
        #expect(client.get("/v2/workspaces").status == 200)
        #expect(client.get("/v2/workspaces").status == 429)
        client.core.resetCounts()
        #expect(client.get("/v2/workspaces").status == 200)
    }
}
