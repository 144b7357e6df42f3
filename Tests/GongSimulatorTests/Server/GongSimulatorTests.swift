import Testing

@testable import GongSimulator

/// The simulator over real sockets: what the tests without one cannot see.
struct GongSimulatorTests {
    private static let access = [
        "Authorization: Basic c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0", "Content-Type: application/json",
    ]

    private func small(_ configure: (inout SimulatorOptions) -> Void = { _ in }) -> SimulatorOptions {
        var options = SimulatorOptions()
        options.size = .small
        configure(&options)
        return options
    }

    @Test func responsesAreThoseOfTheCore() async throws {
        let options = small()
        let expected = SimulatorCore(options).respond(
            to: SimulatorRequest("GET", Path.calls, headers: [SimulatorClient.basic])
        )
        try await withGongSimulator(options) { simulator in
            #expect(simulator.baseURL == "http://127.0.0.1:\(simulator.port)")
            let connection = try RawConnection(port: simulator.port)
            let response = connection.ask("GET", Path.calls, headers: Self.access)
            #expect(response.status == 200)
            #expect(response.head.lowercased().contains("content-type: application/json;charset=utf-8"))
            #expect(JSONInput(response.body)?["calls"] == expected.json?["calls"])
        }
    }

    @Test func aConnectionServesManyRequestsAndTheyAreRecorded() async throws {
        try await withGongSimulator(small()) { simulator in
            let connection = try RawConnection(port: simulator.port)
            for number in 0..<20 {
                let response = connection.ask("GET", "/v2/workspaces?n=\(number)", headers: Self.access)
                #expect(response.status == 200)
            }
            _ = connection.ask("POST", Path.transcript, headers: Self.access, body: #"{"filter":{}}"#)
            let requests = await simulator.requests()
            #expect(requests.map(\.number) == Array(1...21))
            #expect(requests[3].queryItems == [FormFields.Item(name: "n", value: "3")])
            #expect(requests[20].method == "POST")
            #expect(requests[20].header("content-type") == "application/json")
            #expect(requests[20].json?["filter"] == .object([:]))
        }
    }

    @Test func aTruncatedBodyEndsEarly() async throws {
        let options = small { $0.faults = [Fault(.truncatedBody, frequency: .times(1))] }
        try await withGongSimulator(options) { simulator in
            let broken = try RawConnection(port: simulator.port).ask("GET", Path.users, headers: Self.access)
            #expect(broken.status == 200)
            #expect(!broken.isComplete)
            #expect(!broken.body.isEmpty)
            let whole = try RawConnection(port: simulator.port).ask("GET", Path.users, headers: Self.access)
            #expect(whole.isComplete)
        }
    }

    @Test func aDroppedConnectionSendsNothing() async throws {
        try await withGongSimulator(small()) { simulator in
            simulator.setFaults([Fault(.droppedConnection, frequency: .times(1))])
            let dropped = try RawConnection(port: simulator.port).ask("GET", Path.users, headers: Self.access)
            #expect(dropped.status == nil)
            let next = try RawConnection(port: simulator.port).ask("GET", Path.users, headers: Self.access)
            #expect(next.status == 200)
        }
    }

    @Test func aSlowResponseStillArrives() async throws {
        let options = small { $0.faults = [Fault(.slow(milliseconds: 5))] }
        try await withGongSimulator(options) { simulator in
            let response = try RawConnection(port: simulator.port).ask("GET", Path.users, headers: Self.access)
            #expect(response.status == 200)
            #expect(response.isComplete)
        }
    }

    @Test func theConnectionClosesWhenAsked() async throws {
        try await withGongSimulator(small()) { simulator in
            let connection = try RawConnection(port: simulator.port)
            let first = connection.ask("GET", "/v2/workspaces", headers: Self.access + ["Connection: close"])
            #expect(first.status == 200)
            #expect(connection.ask("GET", "/v2/workspaces", headers: Self.access).status == nil)
        }
    }

    @Test func simulatorsRunSideBySideAndStop() async throws {
        let one = try await GongSimulator.start(small { $0.calls = 3 })
        let two = try await GongSimulator.start(small { $0.calls = 5 })
        #expect(one.port != two.port)
        for (simulator, count) in [(one, 3), (two, 5)] {
            let response = try RawConnection(port: simulator.port).ask("GET", Path.calls, headers: Self.access)
            #expect(JSONInput(response.body)?["calls"]?.elements.count == count)
        }
        try await one.stop()
        #expect(throws: (any Error).self) { try RawConnection(port: one.port) }
        try await two.stop()
    }

    @Test func errorsOfTheBodyReachTheCaller() async throws {
        struct Stop: Error {}
        await #expect(throws: Stop.self) { try await withGongSimulator(small()) { _ in throw Stop() } }
    }
}
