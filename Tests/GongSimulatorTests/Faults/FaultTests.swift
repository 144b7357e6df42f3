import Testing

@testable import GongSimulator

struct FaultTests {
    @Test(arguments: [
        (
            "POST /v2/calls/transcript 503 times=2",
            Fault(.status(503), method: "POST", path: "/v2/calls/transcript", frequency: .times(2))
        ),
        ("/v2/* 429 every=3 retry-after=7", Fault(.status(429), path: "/v2/*", frequency: .every(3), retryAfter: 7)),
        ("* drop after=4", Fault(.droppedConnection, after: 4)),
        ("get /v2/users truncated", Fault(.truncatedBody, method: "GET", path: "/v2/users")),
        ("GET /v2/users malformed", Fault(.malformedJSON, method: "GET", path: "/v2/users")),
        ("GET /v2/users slow=250", Fault(.slow(milliseconds: 250), method: "GET", path: "/v2/users")),
    ])
    func readsFaults(text: String, expected: Fault) throws {
        #expect(try Fault(parsing: text) == expected)
    }

    @Test(arguments: ["", "GET", "/v2/users", "GET /v2/users 200", "/v2/users wobbly", "* 503 times", "* 503 x=1"])
    func refusesUnknownFaults(text: String) {
        #expect(throws: FaultTextError.self) { try Fault(parsing: text) }
    }

    @Test(arguments: [
        (Fault.Frequency.always, 0, [true, true, true, true]), (.times(2), 0, [true, true, false, false]),
        (.every(2), 0, [false, true, false, true]), (.times(1), 2, [false, false, true, false]),
        (.every(0), 0, [false, false, false, false]),
    ])
    func strikesAsOftenAsTold(frequency: Fault.Frequency, after: Int, expected: [Bool]) {
        let client = SimulatorClient {
            $0.faults = [Fault(.status(500), path: Path.users, frequency: frequency, after: after)]
        }
        #expect(expected.map { _ in client.get(Path.users).status == 500 } == expected)
        #expect(client.get("/v2/workspaces").status == 200)
    }

    @Test(arguments: [
        (500, "Internal server error occurred"), (502, "Bad Gateway"), (503, "Service Unavailable"),
        (504, "Gateway Timeout"), (403, "Forbidden"), (404, "Not Found"),
    ])
    func statusFaultsCarryGongsErrorBody(status: Int, text: String) {
        let client = SimulatorClient { $0.faults = [Fault(.status(status))] }
        let response = client.post(Path.transcript, "{}")
        #expect(response.status == status)
        #expect(response.errorText == text)
        #expect(response.errorText?.contains("found corresponding to the provided filters") == false)
        #expect(response.header("Retry-After") == nil)
    }

    @Test(arguments: [(429, nil, "1"), (429, 30, "30"), (503, 5, "5")])
    func waitsAreNamed(status: Int, wait: Int?, expected: String) {
        let client = SimulatorClient { $0.faults = [Fault(.status(status), retryAfter: wait)] }
        #expect(client.get(Path.users).header("Retry-After") == expected)
    }

    @Test func spoiledResponses() {
        let client = SimulatorClient()
        let proper = client.get(Path.users)
        func spoiled(_ kind: Fault.Kind) -> SimulatorResponse {
            client.core.setFaults([Fault(kind)])
            return client.get(Path.users)
        }
        let malformed = spoiled(.malformedJSON)
        #expect(malformed.status == 200)
        #expect(malformed.json == nil)
        #expect(spoiled(.truncatedBody).delivery == .cut(afterBytes: proper.body.count / 2))
        #expect(spoiled(.droppedConnection).delivery == .dropped)
        let slow = spoiled(.slow(milliseconds: 40))
        #expect(slow.delayMilliseconds == 40)
        #expect(slow.rows("users") == proper.rows("users"))
    }

    @Test func everyResponseCanBeHeldBack() {
        let client = SimulatorClient { $0.latencyMilliseconds = 15 }
        #expect(client.get(Path.users).delayMilliseconds == 15)
        #expect(client.core.respond(to: SimulatorRequest("GET", "/__simulator/stats")).delayMilliseconds == 0)
    }
}
