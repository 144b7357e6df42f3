import Diagnostics
import HTTP
import JSON
import ManifestEngine
import ManifestEngineTesting

extension RunContext {
    /// A context without a network, at 2026-09-10T12:00:00Z.
    static func sample(config: String = "{}", secrets: [String] = [], allowed: [String] = []) throws -> RunContext {
        let mask = SecretMask(secrets)
        return RunContext(
            config: try JSONValue(parsing: config).object ?? [:],
            transport: StubTransport([]),
            clock: try TestClock("2026-09-10T12:00:00Z"),
            messages: MessageRecorder(),
            secrets: mask,
            hosts: CredentialHosts(allowed: allowed.compactMap { try? AllowedHost($0) }, secrets: mask)
        )
    }
}
