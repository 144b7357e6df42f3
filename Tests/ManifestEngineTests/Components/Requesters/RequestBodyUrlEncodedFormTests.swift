import HTTP
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RequestBodyUrlEncodedForm")
struct RequestBodyUrlEncodedFormTests {
    @Test("is a form", arguments: [(#"{a: "5", b: "x y"}"#, "a=5&b=x+y")] as [(String, String?)])
    func body(_ value: String, _ expected: String?) throws {
        #expect(try HttpRequester.bodyText(of: "RequestBodyUrlEncodedForm", value: value) == expected)
    }
}
