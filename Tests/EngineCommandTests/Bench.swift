import Foundation
import GongSimulator
import JSON
import ManifestEngineTesting
import Testing
import YAML

/// A folder with manifest and configuration, and the simulated Gong that the configuration leads to.
struct Bench {
    /// The folder that the engine runs in; its files are named without a path.
    let folder: URL
    let simulator: GongSimulator

    /// The text of `manifests/gong.yaml`.
    static let gong: String = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = package.appending(path: "manifests/gong.yaml")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    static let manifestName = "gong.yaml"
    static let configName = "config.json"
    private static let accessKey = "key-that-must-not-show"
    private static let accessKeySecret = "secret-that-must-not-show"
    private static let clientSecret = "client-secret-that-must-not-show"
    private static let refreshToken = "refresh-token-that-must-not-show"

    /// No output of a run may contain one of these.
    static let secrets = [accessKey, accessKeySecret, clientSecret, refreshToken]

    /// A small company of the past, so that no clock is before it.
    private static var company: SimulatorOptions {
        var options = SimulatorOptions()
        options.now = Instant(iso8601: "2024-09-10T12:00:00Z") ?? .standardNow
        options.calls = 30
        options.users = 12
        options.answeredScorecards = 10
        options.size = .small
        options.accessKey = accessKey
        options.accessKeySecret = accessKeySecret
        options.oauthClients = [OAuthClient(secret: clientSecret, refreshToken: refreshToken)]
        return options
    }

    /// Runs a body with a fresh folder and simulator, and removes both.
    static func with(
        _ change: (inout SimulatorOptions) -> Void = { _ in },
        _ body: (Bench) async throws -> Void
    ) async throws {
        var options = company
        change(&options)
        let folder = FileManager.default.temporaryDirectory.appending(path: "engine-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await withGongSimulator(options) { simulator in
            let bench = Bench(folder: folder, simulator: simulator)
            // Waits between attempts are real here, so there are none.
            try bench.write(gong.replacing("max_retries: 6", with: "max_retries: 0"), to: manifestName)
            try bench.writeConfig(bench.keyConfig)
            try await body(bench)
        }
    }

    // MARK: Files

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func text(of name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    var fileNames: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    func writeConfig(_ config: JSONObject) throws { try write(JSONValue.object(config).text, to: Self.configName) }

    /// Writes the manifest with one place changed, and returns where the mark `①` of the new text is.
    @discardableResult
    func editManifest(_ old: String, _ new: String) throws -> (line: Int, column: Int)? {
        let text = try text(of: Self.manifestName)
        let place = try #require(text.firstRange(of: old), "the manifest has no '\(old)'")
        let marked = MarkedText(text.replacingCharacters(in: place, with: new))
        try write(marked.text, to: Self.manifestName)
        return marked.marks["①"].map { ($0.line, $0.column) }
    }

    // MARK: Configurations

    private var addresses: JSONObject {
        [
            "start_date": "2024-07-01T00:00:00Z", "requests_per_second": 1000,
            "api_base_url": .string(simulator.baseURL), "oauth_base_url": .string(simulator.baseURL),
        ]
    }

    /// Logs in with the access key.
    var keyConfig: JSONObject {
        var config = addresses
        config["credentials"] = [
            "auth_type": "APIKey", "access_key": .string(Self.accessKey),
            "access_key_secret": .string(Self.accessKeySecret),
        ]
        return config
    }

    /// Logs in with a refresh token that works once.
    var oauthConfig: JSONObject {
        var config = addresses
        config["credentials"] = [
            "auth_type": "OAuth2.0", "client_id": "simulator-client", "client_secret": .string(Self.clientSecret),
            "refresh_token": .string(Self.refreshToken),
        ]
        return config
    }

    // MARK: Runs

    /// Runs the engine in the folder; every run is checked for crashes and for secrets in what it prints.
    func engine(
        _ arguments: [String],
        environment: [String: String] = [:],
        pipeline: String? = nil,
        script: String? = nil,
        openFiles: Int? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> CommandResult {
        let output = try await EngineProcess.run(
            arguments,
            in: folder,
            environment: environment,
            script: script ?? pipeline.map(EngineProcess.script),
            openFiles: openFiles
        )
        let result = CommandResult(output)
        result.expectSoundness(secrets: Self.secrets, sourceLocation: sourceLocation)
        return result
    }

    /// Runs a command on the manifest with the configuration, where the command takes one.
    func run(
        _ verb: String,
        _ more: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> CommandResult {
        let inputs = [verb, Self.manifestName] + (verb == "spec" ? [] : ["--config", Self.configName])
        return try await engine(inputs + more, sourceLocation: sourceLocation)
    }
}
