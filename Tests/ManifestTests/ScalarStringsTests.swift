import JSON
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("ScalarStrings")
struct ScalarStringsTests {
    @Test(
        "writes scalars as strings where a field wants one",
        arguments: [
            ("url: 5", "url", "5"), ("url: true", "url", "True"), ("url: 1.50", "url", "1.5"), ("url: [5]", "url", [5]),
            ("request_parameters: {a: 1, b: x, c: false}", "request_parameters", ["a": "1", "b": "x", "c": "False"]),
            ("request_body_json: {a: 1}", "request_body_json", ["a": 1]), ("use_cache: true", "use_cache", true),
            (
                "authenticator: {type: BearerAuthenticator, api_token: 7}", "authenticator",
                ["type": "BearerAuthenticator", "api_token": "7"]
            ),
        ] as [(String, String, JSONValue)]
    )
    func written(_ yaml: String, _ field: String, _ expected: JSONValue) throws {
        let node = try ManifestNode(yaml: "type: HttpRequester\n\(yaml)")
        #expect(ScalarStrings.written(in: node, as: ComponentRegistry.requesters).json[field] == expected)
    }
}
