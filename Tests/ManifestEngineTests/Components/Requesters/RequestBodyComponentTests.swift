import HTTP
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("Request bodies")
struct RequestBodyComponentTests {
    @Test(
        "each type writes its body",
        arguments: [
            (
                #"{type: RequestBodyGraphQL, value: {query: "q {{ config.n }}", variables: {a: "5", b: ""}}}"#,
                #"{"query": "q 5", "variables": {"a": 5}}"#
            ),
            ("{type: RequestBodyGraphQL, value: {query: q}}", #"{"query": "q"}"#),
            (#"{type: RequestBodyJsonObject, value: {a: "5"}}"#, #"{"a": 5}"#),
            (#"{type: RequestBodyPlainText, value: "a {{ config.n }}"}"#, "a 5"),
            (#"{type: RequestBodyUrlEncodedForm, value: {a: "5", b: "x y"}}"#, "a=5&b=x+y"),
        ]
    )
    func body(_ body: String, _ expected: String) throws {
        let requester = try HttpRequester(fields: "{url: http://h, http_method: POST, request_body: \(body)}")
        let scope = try Scope.testing(config: #"{"n":5}"#)
        let made = try requester.request(
            in: scope,
            pathToken: nil,
            credentials: RequestParts(),
            injected: RequestParts(),
            context: .sample()
        )
        #expect(made.body.map { String(decoding: $0, as: UTF8.self) } == expected)
    }
}
