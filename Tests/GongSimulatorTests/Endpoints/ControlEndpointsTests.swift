import Testing

@testable import GongSimulator

struct ControlEndpointsTests {
    private func control(_ client: SimulatorClient, _ method: String, _ name: String, _ body: String = "")
        -> SimulatorResponse
    {
        client.core.respond(to: SimulatorRequest(method, "/__simulator/\(name)", body: Array(body.utf8)))
    }

    @Test func statsCountByPathAndStatus() {
        let client = SimulatorClient()
        _ = client.get(Path.users)
        _ = client.get("\(Path.users)?limit=1")
        _ = client.post(Path.extensive, "[")
        let stats = control(client, "GET", "stats").json
        #expect(stats?["requests"]?.integer == 3)
        #expect(stats?["paths"]?["GET /v2/users"]?.integer == 2)
        #expect(stats?["statuses"]?["400"]?.integer == 1)
        #expect(stats?["workspace"]?["calls"]?.integer == 500)
    }

    @Test func requestsAreListedWithoutCredentials() throws {
        let client = SimulatorClient()
        _ = client.get("\(Path.users)?limit=1")
        _ = client.post(Path.extensive, #"{"filter":{}}"#)
        let response = control(client, "GET", "requests")
        let lines = response.text.split(separator: "\n").compactMap { JSONInput(Array($0.utf8)) }
        #expect(lines.count == 2)
        #expect(lines[0]["query"]?.text == "limit=1")
        #expect(lines[1]["body"]?.text == #"{"filter":{}}"#)
        #expect(lines[1]["headers"]?["content-type"]?.text == "application/json")
        #expect(lines[1]["headers"]?["authorization"] == nil)
        #expect(control(client, "POST", "reset").status == 200)
        #expect(client.core.requests().isEmpty)
    }

    @Test func recordingCanBeOff() {
        let client = SimulatorClient { $0.recordsRequests = false }
        _ = client.get(Path.users)
        #expect(client.core.requests().isEmpty)
    }

    @Test func faultsCanBeSetAndRemoved() {
        let client = SimulatorClient()
        #expect(control(client, "POST", "faults", "GET /v2/users 503\n/v2/workspaces 500").status == 200)
        #expect(client.get(Path.users).status == 503)
        #expect(client.get("/v2/workspaces").status == 500)
        #expect(control(client, "POST", "faults", "nonsense").status == 400)
        #expect(control(client, "POST", "faults").status == 200)
        #expect(client.get(Path.users).status == 200)
    }

    @Test func lateCallsAndCursors() throws {
        let client = SimulatorClient { $0.lateShare = 0.5 }
        let before = client.pages(Path.calls).reduce(0) { $0 + ($1["calls"]?.elements.count ?? 0) }
        let cursor = try #require(client.get(Path.calls).cursor)
        #expect(control(client, "POST", "release-late-calls").status == 200)
        let after = client.pages(Path.calls).reduce(0) { $0 + ($1["calls"]?.elements.count ?? 0) }
        #expect(before < after && after == 500)
        #expect(control(client, "POST", "expire-cursors").status == 200)
        #expect(client.get("\(Path.calls)?cursor=\(cursor)").status == 400)
    }

    @Test(arguments: [("GET", "nothing"), ("GET", "reset"), ("POST", "stats")])
    func unknownControlsAreNotFound(method: String, name: String) {
        #expect(control(SimulatorClient(), method, name).status == 404)
    }
}
