import Foundation
import GongSimulator
import JSON
import Testing

/// What happens when the API does not respond as it should: what was read is kept, and the failure is reported.
@Suite("faults of the API and of the outputs", .timeLimit(.minutes(10)))
struct NetworkFaultTests {
    // MARK: The API

    /// A port that nothing listens on, below those the system hands out.
    private static let closedAddress = "http://127.0.0.1:1"

    @Test("a server that does not exist")
    func refused() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(
                "read",
                "--stream",
                "users",
                "--set",
                "api_base_url=\(Self.closedAddress)"
            )
            #expect(result.exit == 1)
            #expect(result.statuses("users") == ["STARTED", "INCOMPLETE"])
            #expect(result.errorTraces.first?.stream == "users")
            let says = [
                "no connection to 127.0.0.1:1: Connection refused", "request: GET http://127.0.0.1:1/v2/users",
                "attempts: 1",
            ]
            result.expectErrors(says)
            #expect(result.errors.components(separatedBy: "error:").count == 2, "told once:\n\(result.errors)")
        }
    }

    @Test("check reports that a server does not exist")
    func checkRefused() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("check", "--set", "api_base_url=\(Self.closedAddress)")
            #expect(result.exit == 0)
            #expect(result.messages.last?["connectionStatus"]?["status"]?.string == "FAILED")
            result.expectErrors([
                "checking 'users': reading until the first record", "the check failed", "Connection refused",
            ])
            #expect(result.errors.components(separatedBy: "error:").count == 2, "told once:\n\(result.errors)")
        }
    }

    @Test("an address without http://")
    func noScheme() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--stream", "users", "--set", "api_base_url=localhost:1")
            #expect(result.exit == 1)
            result.expectErrors([
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
            let result = try await bench.run(verb)
            result.expectErrors(["the header 'X-Key' cannot be sent: its value begins with a line break"])
            #expect(!(result.output + result.errors).contains("abc123"))
        }
    }

    @Test("wrong credentials: what the manifest says about it, for the operator")
    func unauthorized() async throws {
        try await Bench.with { bench in
            let result = try await bench.run("read", "--stream", "users", "--set", "credentials.access_key_secret=no")
            #expect(result.exit == 1)
            let trace = try #require(result.errorTraces.first)
            #expect(trace.stream == "users")
            #expect(trace.type == "config_error")
            #expect(trace.message.hasPrefix("Gong rejected the request as unauthorized. Check the credentials"))
            result.expectErrors(["result: HTTP 401", "decided by: gong.yaml:", "HttpResponseFilter, action FAIL"])
        }
    }

    @Test("a failure on the second page: the first page is out, the other streams are read")
    func secondPage() async throws {
        try await Bench.with {
            $0.users = 120
            $0.faults = [Fault(.status(503), path: "/v2/users", after: 1)]
        } _: { bench in
            let result = try await bench.run("read", "--stream", "users", "--stream", "scorecards")
            #expect(result.exit == 1)
            #expect(result.counts == ["users": 100, "scorecards": 6])
            #expect(result.statuses("users") == ["STARTED", "RUNNING", "INCOMPLETE"])
            #expect(result.statuses("scorecards").last == "COMPLETE")
            #expect(result.errorTraces.first?.type == "transient_error")
            result.expectErrors(["Gong is not available", "result: HTTP 503", "INCOMPLETE"])
        }
    }

    @Test("a body that breaks off on the second page")
    func brokenOff() async throws {
        try await Bench.with {
            $0.users = 120
            $0.faults = [Fault(.truncatedBody, path: "/v2/users", after: 1)]
        } _: { bench in
            let result = try await bench.run("read", "--stream", "users")
            #expect(result.exit == 1)
            #expect(result.counts == ["users": 100])
            #expect(result.errorTraces.first?.stream == "users")
            result.expectErrors(["closed the connection mid-response", "request: GET"])
        }
    }

    // The reference counts such a response as an empty page.
    @Test("a body that is not JSON is reported, with its beginning; what came before is out")
    func notJSON() async throws {
        try await Bench.with {
            $0.users = 120
            $0.faults = [Fault(.malformedJSON, path: "/v2/users", after: 1)]
        } _: { bench in
            let result = try await bench.run("read", "--stream", "users")
            #expect(result.exit == 1)
            #expect(result.counts == ["users": 100])
            result.expectErrors(["users", "is not JSON", "starts with: {\"requestId\"", "/v2/users"])
        }
    }

    // MARK: The outputs

    @Test("a reader that leaves after the first line: quiet, with the code of a broken pipe")
    func readerLeaves() async throws {
        try await Bench.with({ $0.calls = 400 }) { bench in
            let result = try await bench.engine(
                ["read", Bench.manifestName, "--config", Bench.configName, "--checkpoint", "state.json"],
                pipeline: "| head -1"
            )
            #expect(result.exit == 141)
            #expect(result.lines.count == 1)
            #expect(!result.errors.contains("error"), "\(result.errors)")
            #expect(!result.errors.contains("Broken pipe"))
        }
    }

    @Test("a full disk behind standard output: reported, and no state is kept for records that were lost")
    func fullDisk() async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(
                ["read", Bench.manifestName, "--config", Bench.configName, "--checkpoint", "state.json"],
                pipeline: "> /dev/full"
            )
            #expect(result.exit == 1)
            result.expectErrors(["standard output cannot be written: No space left on device"])
            #expect(try !bench.fileNames.contains("state.json"))
        }
    }

    @Test("a closed standard output", arguments: ["read", "discover"])
    func closedOutput(_ verb: String) async throws {
        try await Bench.with { bench in
            let arguments = [verb, Bench.manifestName, "--config", Bench.configName]
            let result = try await bench.engine(arguments, pipeline: ">&-")
            #expect(result.exit == 1)
            result.expectErrors(["standard output cannot be written"])
        }
    }
}
