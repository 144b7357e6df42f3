import HTTP
import Jinja
import ManifestEngineTesting

@testable import ManifestEngine

extension HttpRequester {
    /// The body that a request has with a component for it; the configuration is `{"n": 5}`.
    static func bodyText(of type: String, value: String) throws -> String? {
        let body = "{type: \(type), value: \(value)}"
        let requester = try HttpRequester(fields: "{url: http://h, http_method: POST, request_body: \(body)}")
        let made = try requester.request(
            in: try Scope.testing(config: #"{"n":5}"#),
            pathToken: nil,
            credentials: RequestParts(),
            injected: RequestParts(),
            context: .sample()
        )
        return made.body.map { String(decoding: $0, as: UTF8.self) }
    }
}
