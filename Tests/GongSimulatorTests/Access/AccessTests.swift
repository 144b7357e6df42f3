import Testing

@testable import GongSimulator

struct AccessTests {
    @Test(arguments: [
        nil, "", "Basic", "Basic !!!", "Basic c2ltdWxhdG9yLWtleTp3cm9uZw==", "Bearer unknown",
        "Digest c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0",
    ])
    func wrongCredentialsAreUnauthorized(header: String?) {
        let headers = header.map { [HeaderField("authorization", $0)] } ?? []
        for path in [Path.users, Path.calls, "/v2/workspaces"] {
            let response = SimulatorClient().core.respond(to: SimulatorRequest("GET", path, headers: headers))
            #expect(response.status == 401)
            #expect(response.errorText?.isEmpty == false)
        }
    }

    @Test(arguments: [
        ("localhost:8099", 200), ("LOCALHOST", 200), ("127.0.0.1:8099", 401), ("", 401),
    ])
    func regionModeWantsTheRightHost(host: String, status: Int) {
        let core = SimulatorClient { $0.regionHost = "localhost" }.core
        let headers = [SimulatorClient.basic, HeaderField("Host", host)]
        #expect(core.respond(to: SimulatorRequest("GET", Path.users, headers: headers)).status == status)
    }

    @Test(arguments: [
        ("GET", "/v2/nothing", 404, "Not Found"), ("GET", "/v2/users/1/2", 404, "Not Found"),
        ("POST", "/v2/users", 405, "Method Not Allowed"), ("GET", "/v2/calls/extensive", 405, "Method Not Allowed"),
        ("DELETE", "/v2/calls", 405, "Method Not Allowed"),
    ])
    func wrongPathsAndMethods(method: String, path: String, status: Int, text: String) {
        let request = SimulatorRequest(method, path, headers: [SimulatorClient.basic])
        let response = SimulatorClient().core.respond(to: request)
        #expect(response.status == status)
        #expect(response.errorText == text)
    }

    @Test func aBodyMustBeAnnouncedAsJSON() {
        let headers = [SimulatorClient.basic, HeaderField("Content-Type", "text/plain")]
        let request = SimulatorRequest("POST", Path.extensive, headers: headers, body: Array("{}".utf8))
        let response = SimulatorClient().core.respond(to: request)
        #expect(response.status == 415)
        #expect(response.errorText == "Unsupported Media Type")
    }

    @Test func everyResponseNamesItsRequest() throws {
        let client = SimulatorClient()
        let good = client.get(Path.users)
        let bad = client.get("/v2/nothing")
        for response in [good, bad] {
            let id = try #require(response.json?["requestId"]?.text)
            #expect(id.count == 19)
            #expect(response.header("x-traceid") == id)
            #expect(response.header("Content-Type") == "application/json;charset=UTF-8")
        }
        #expect(good.header("x-traceid") != bad.header("x-traceid"))
    }
}
