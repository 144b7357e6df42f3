import HTTP
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RequestBodyPlainText")
struct RequestBodyPlainTextTests {
    @Test("is the string", arguments: [("'a {{ config.n }}'", "a 5"), ("'a=b&c'", "a=b&c")])
    func body(_ value: String, _ expected: String) throws {
        #expect(try HttpRequester.bodyText(of: "RequestBodyPlainText", value: value) == expected)
    }
}
