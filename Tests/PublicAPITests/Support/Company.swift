import Foundation
import GongSimulator
import ManifestEngine

/// A small simulated company, and what a program needs to read it.
struct Company {
    let simulator: GongSimulator

    /// The root of the package.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The Gong manifest.
    static let manifest = package.appending(path: "manifests/gong.yaml").path()

    private static let clientSecret = "client-secret-that-must-not-show"
    private static let refreshToken = "refresh-token-that-must-not-show"

    /// Starts the company of 12 users, and ends it after the body.
    static func with(_ body: (Company) async throws -> Void) async throws {
        var options = SimulatorOptions()
        options.now = Instant(iso8601: "2024-09-10T12:00:00Z") ?? .standardNow
        options.calls = 30
        options.users = 12
        options.size = .small
        options.oauthClients = [OAuthClient(secret: clientSecret, refreshToken: refreshToken)]
        try await withGongSimulator(options) { try await body(Company(simulator: $0)) }
    }

    /// A configuration that logs in with the access key.
    var config: Configuration { config(["auth_type": "APIKey", "access_key": "simulator-key"], secret: true) }

    /// A configuration whose refresh token works once.
    var tokenConfig: Configuration {
        config(
            [
                "auth_type": "OAuth2.0", "client_id": "simulator-client", "client_secret": "\(Self.clientSecret)",
                "refresh_token": "\(Self.refreshToken)",
            ],
            secret: false
        )
    }

    private func config(_ credentials: [String: String], secret: Bool) -> Configuration {
        var credentials = credentials
        if secret { credentials["access_key_secret"] = "simulator-secret" }
        let pairs = credentials.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
        let text = """
            {"start_date": "2024-07-01T00:00:00Z", "requests_per_second": 1000, "api_base_url": "\(simulator.baseURL)",
             "oauth_base_url": "\(simulator.baseURL)", "credentials": {\(pairs.joined(separator: ","))}}
            """
        return (try? Configuration(json: text)) ?? [:]
    }
}
