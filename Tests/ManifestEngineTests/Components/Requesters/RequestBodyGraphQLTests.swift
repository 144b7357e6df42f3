import HTTP
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RequestBodyGraphQL")
struct RequestBodyGraphQLTests {
    @Test(
        "is an object with the query",
        arguments: [
            (#"{query: "q {{ config.n }}", variables: {a: "5", b: ""}}"#, #"{"query": "q 5", "variables": {"a": 5}}"#),
            ("{query: q}", #"{"query": "q"}"#),
        ] as [(String, String?)]
    )
    func body(_ value: String, _ expected: String?) throws {
        #expect(try HttpRequester.bodyText(of: "RequestBodyGraphQL", value: value) == expected)
    }
}
