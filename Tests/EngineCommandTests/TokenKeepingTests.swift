import Foundation
import GongSimulator
import JSON
import Testing

/// OAuth refresh tokens that work once, from run to run.
@Suite("keeping OAuth tokens", .timeLimit(.minutes(10)))
struct TokenKeepingTests {
    private static let expired = ["--set", "credentials.token_expiry_date=2020-01-01T00:00:00Z"]
    private static let inputs = [Bench.manifestName, "--config", Bench.configName]
    private static let users = ["--stream", "users"]
    private static let warning = "the refresh token may not work again"

    @Test("check and then read need no option, and say once where the tokens are")
    func checkThenRead() async throws {
        try await Bench.with { bench in
            try bench.writeConfig(bench.oauthConfig)
            let check = try await bench.engine(["check"] + Self.inputs)
            #expect(check.messages.last?["connectionStatus"]?["status"]?.string == "SUCCEEDED", "\(check.errors)")
            check.expectErrors(["config.json: the OAuth tokens were renewed"])
            let read = try await bench.engine(
                ["read"] + Self.inputs + Self.users + Self.expired + ["--format", "records"]
            )
            #expect(read.exit == 0, "\(read.errors)")
            #expect(read.lines.count == 12)
            #expect(read.errors.components(separatedBy: "the OAuth tokens were renewed").count == 2)
            #expect(!read.errors.contains(Self.warning))
        }
    }

    @Test("the file keeps its layout, its variables, its mode and its link")
    func layout() async throws {
        try await Bench.with { bench in
            let address = bench.simulator.baseURL
            func text(_ token: String, _ more: String) -> String {
                """
                {
                    "api_base_url": "\(address)",
                    "oauth_base_url": "\(address)",
                    "credentials": {
                        "refresh_token": "\(token)",
                        "client_secret": "${CLIENT_SECRET}",
                        "auth_type":  "OAuth2.0", "client_id": "simulator-client"\(more)
                    },
                    "start_date": "2024-07-01T00:00:00Z"
                }

                """
            }
            let target = bench.folder.appending(path: "real.json").path
            try bench.write(text("refresh-token-that-must-not-show", ""), to: "real.json")
            #expect(chmod(target, 0o640) == 0)
            let files = FileManager.default
            let link = bench.folder.appending(path: Bench.configName).path
            try files.removeItem(atPath: link)
            try files.createSymbolicLink(atPath: link, withDestinationPath: "real.json")
            let result = try await bench.engine(
                ["read"] + Self.inputs + Self.users + ["--set", "requests_per_second=1000"],
                environment: ["CLIENT_SECRET": "client-secret-that-must-not-show"]
            )
            #expect(result.exit == 0, "\(result.errors)")
            let credentials = try JSONValue(parsing: bench.text(of: "real.json"))["credentials"]
            let token = try #require(credentials?["refresh_token"]?.string)
            let access = try #require(credentials?["access_token"]?.string)
            let expiry = try #require(credentials?["token_expiry_date"]?.string)
            #expect(token.hasPrefix("rt-"))
            let more = "access_token\": \"\(access)\",\n        \"token_expiry_date\": \"\(expiry)\""
            #expect(try bench.text(of: "real.json") == text(token, ",\n        \"\(more)"))
            #expect(try files.destinationOfSymbolicLink(atPath: link) == "real.json")
            var information = stat()
            #expect(stat(target, &information) == 0)
            #expect(information.st_mode & 0o777 == 0o640)
        }
    }

    @Test(
        "a token that cannot be kept is reported before it is used up",
        arguments: ["variable", "--set", "read-only", "stdin"]
    )
    func warned(_ kind: String) async throws {
        try await Bench.with { bench in
            let (arguments, environment) = try Self.unkept(kind, bench)
            let result = try await bench.engine(
                ["read"] + arguments + Self.users,
                environment: environment,
                script: kind == "stdin" ? "\"$@\" <config.json" : nil
            )
            #expect(result.exit == 0, "\(result.errors)")
            result.expectErrors([Self.warning, "The new one is only in the CONTROL message"])
            let kinds = result.messages.map {
                $0["type"]?.string == "LOG" ? $0["log"]?["level"]?.string : $0["type"]?.string
            }
            let warned = try #require(kinds.firstIndex(of: "WARN"))
            #expect(warned < kinds.firstIndex(of: "CONTROL") ?? 0)
        }
    }

    @Test(
        "with --format records it would be lost, so it is not used up",
        arguments: ["variable", "--set", "read-only", "stdin"]
    )
    func refused(_ kind: String) async throws {
        try await Bench.with { bench in
            let (arguments, environment) = try Self.unkept(kind, bench)
            let records = ["read"] + arguments + Self.users + ["--format", "records"]
            let script = kind == "stdin" ? "\"$@\" <config.json" : nil
            let result = try await bench.engine(records, environment: environment, script: script)
            #expect(result.exit == 1)
            result.expectErrors([Self.warning, "would be lost", "--no-update-config"])
            #expect(await bench.simulator.requests().isEmpty)
            let risked = try await bench.engine(
                records + ["--no-update-config"],
                environment: environment,
                script: script
            )
            #expect(risked.exit == 0, "\(risked.errors)")
            risked.expectErrors([Self.warning, "The new one will be lost"])
        }
    }

    private static func unkept(_ kind: String, _ bench: Bench) throws -> ([String], [String: String]) {
        let token = "refresh-token-that-must-not-show"
        let text = JSONValue.object(bench.oauthConfig).text
        switch kind {
        case "variable":
            try bench.write(text.replacing(token, with: "${REFRESH_TOKEN}"), to: Bench.configName)
            return (inputs, ["REFRESH_TOKEN": token])
        case "--set":
            try bench.writeConfig(bench.oauthConfig)
            return (inputs + ["--set", "credentials.refresh_token=\(token)"], [:])
        case "read-only":
            try bench.writeConfig(bench.oauthConfig)
            #expect(chmod(bench.folder.appending(path: Bench.configName).path, 0o444) == 0)
            return (inputs, [:])
        default:
            try bench.writeConfig(bench.oauthConfig)
            return ([Bench.manifestName, "--config", "-"], [:])
        }
    }

    @Test("--update-config puts the token in the place of its variable")
    func overVariable() async throws {
        try await Bench.with { bench in
            let (arguments, environment) = try Self.unkept("variable", bench)
            let result = try await bench.engine(
                ["read"] + arguments + Self.users + ["--update-config"],
                environment: environment
            )
            #expect(result.exit == 0, "\(result.errors)")
            #expect(!result.errors.contains(Self.warning))
            #expect(try !bench.text(of: Bench.configName).contains("${REFRESH_TOKEN}"))
        }
    }
}
