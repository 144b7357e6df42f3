import Foundation
import GongSimulator
import JSON
import Testing

/// What happens when the API does not answer as it should: what was read is kept, and the failure is told.
@Suite("faults of the API and of the outputs", .timeLimit(.minutes(10)))
struct NetworkFaultTests {
    // MARK: The API

    /// A port that nothing listens on, below those the system hands out.
    private static let closedAddress = "http://127.0.0.1:1"

    @Test("a server that does not exist")
    func refused() async throws {
        try await Bench.with { bench in
            let answer = try await bench.run(
                "read",
                "--stream",
                "users",
                "--set",
                "api_base_url=\(Self.closedAddress)"
            )
            #expect(answer.exit == 1)
            #expect(answer.statuses("users") == ["STARTED", "INCOMPLETE"])
            #expect(answer.errorTraces.first?.stream == "users")
            let says = [
                "no connection to 127.0.0.1:1: Connection refused", "request: GET http://127.0.0.1:1/v2/users",
                "attempts: 1",
            ]
            answer.expectErrors(says)
            #expect(answer.errors.components(separatedBy: "error:").count == 2, "told once:\n\(answer.errors)")
        }
    }

    @Test("check reports that a server does not exist")
    func checkRefused() async throws {
        try await Bench.with { bench in
            let answer = try await bench.run("check", "--set", "api_base_url=\(Self.closedAddress)")
            #expect(answer.exit == 0)
            #expect(answer.messages.last?["connectionStatus"]?["status"]?.string == "FAILED")
            answer.expectErrors([
                "checking 'users': reading until the first record", "the check failed", "Connection refused",
            ])
            #expect(answer.errors.components(separatedBy: "error:").count == 2, "told once:\n\(answer.errors)")
        }
    }

    @Test("an address without http://")
    func noScheme() async throws {
        try await Bench.with { bench in
            let answer = try await bench.run("read", "--stream", "users", "--set", "api_base_url=localhost:1")
            #expect(answer.exit == 1)
            answer.expectErrors([
                "is not a valid request address", "does not begin with http:// or https://",
                "did you mean 'https://localhost:1/",
            ])
        }
    }

    @Test("a key with a line break: at once, by the name of the header, without the key", arguments: ["read", "check"])
    func lineBreak(_ verb: String) async throws {
        try await Bench.with { bench in
            try bench.editManifest(
                "    authenticator: \"#/definitions/authenticator\"\n",
                "    authenticator: \"#/definitions/authenticator\"\n    request_headers: {X-Key: \"\\nKEY-abc123\"}\n"
            )
            let answer = try await bench.run(verb)
            answer.expectErrors(["the header 'X-Key' cannot be sent: its value begins with a line break"])
            #expect(!(answer.output + answer.errors).contains("abc123"))
        }
    }

    @Test("wrong credentials: what the manifest says about it, for the operator")
    func unauthorized() async throws {
        try await Bench.with { bench in
            let answer = try await bench.run("read", "--stream", "users", "--set", "credentials.access_key_secret=no")
            #expect(answer.exit == 1)
            let trace = try #require(answer.errorTraces.first)
            #expect(trace.stream == "users")
            #expect(trace.type == "config_error")
            #expect(trace.message.hasPrefix("Gong rejected the request as unauthorized. Check the credentials"))
            answer.expectErrors(["result: HTTP 401", "decided by: gong.yaml:", "HttpResponseFilter, action FAIL"])
        }
    }

    @Test("a failure on the second page: the first page is out, the other streams are read")
    func secondPage() async throws {
        try await Bench.with {
            $0.users = 120
            $0.faults = [Fault(.status(503), path: "/v2/users", after: 1)]
        } _: { bench in
            let answer = try await bench.run("read", "--stream", "users", "--stream", "scorecards")
            #expect(answer.exit == 1)
            #expect(answer.counts == ["users": 100, "scorecards": 6])
            #expect(answer.statuses("users") == ["STARTED", "RUNNING", "INCOMPLETE"])
            #expect(answer.statuses("scorecards").last == "COMPLETE")
            #expect(answer.errorTraces.first?.type == "transient_error")
            answer.expectErrors(["Gong is not available", "result: HTTP 503", "INCOMPLETE"])
        }
    }

    @Test("a body that breaks off on the second page")
    func brokenOff() async throws {
        try await Bench.with {
            $0.users = 120
            $0.faults = [Fault(.truncatedBody, path: "/v2/users", after: 1)]
        } _: { bench in
            let answer = try await bench.run("read", "--stream", "users")
            #expect(answer.exit == 1)
            #expect(answer.counts == ["users": 100])
            #expect(answer.errorTraces.first?.stream == "users")
            answer.expectErrors(["closed the connection mid-response", "request: GET"])
        }
    }

    // The reference counts such a response as an empty page.
    @Test("a body that is not JSON is told, with its beginning; what came before is out")
    func notJSON() async throws {
        try await Bench.with {
            $0.users = 120
            $0.faults = [Fault(.malformedJSON, path: "/v2/users", after: 1)]
        } _: { bench in
            let answer = try await bench.run("read", "--stream", "users")
            #expect(answer.exit == 1)
            #expect(answer.counts == ["users": 100])
            answer.expectErrors(["users", "is not JSON", "starts with: {\"requestId\"", "/v2/users"])
        }
    }

    // MARK: The outputs

    @Test("a reader that leaves after the first line: quiet, with the code of a broken pipe")
    func readerLeaves() async throws {
        try await Bench.with({ $0.calls = 400 }) { bench in
            let answer = try await bench.engine(
                ["read", Bench.manifestName, "--config", Bench.configName, "--checkpoint", "state.json"],
                pipeline: "| head -1"
            )
            #expect(answer.exit == 141)
            #expect(answer.lines.count == 1)
            #expect(!answer.errors.contains("error"), "\(answer.errors)")
            #expect(!answer.errors.contains("Broken pipe"))
        }
    }

    @Test("a full disk behind standard output: told, and no state is kept for records that were lost")
    func fullDisk() async throws {
        try await Bench.with { bench in
            let answer = try await bench.engine(
                ["read", Bench.manifestName, "--config", Bench.configName, "--checkpoint", "state.json"],
                pipeline: "> /dev/full"
            )
            #expect(answer.exit == 1)
            answer.expectErrors(["standard output cannot be written: No space left on device"])
            #expect(try !bench.fileNames.contains("state.json"))
        }
    }

    @Test("a closed standard output", arguments: ["read", "discover"])
    func closedOutput(_ verb: String) async throws {
        try await Bench.with { bench in
            let arguments = [verb, Bench.manifestName, "--config", Bench.configName]
            let answer = try await bench.engine(arguments, pipeline: ">&-")
            #expect(answer.exit == 1)
            answer.expectErrors(["standard output cannot be written"])
        }
    }
}
