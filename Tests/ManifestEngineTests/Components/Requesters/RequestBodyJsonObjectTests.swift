import HTTP
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("RequestBodyJsonObject")
struct RequestBodyJsonObjectTests {
    @Test(
        "is the object, its strings read as literals",
        arguments: [(#"{a: "5", b: {c: ["{{ config.n }}", x]}}"#, #"{"a": 5, "b": {"c": [5, "x"]}}"#)]
            as [(String, String?)]
    )
    func body(_ value: String, _ expected: String?) throws {
        #expect(try HttpRequester.bodyText(of: "RequestBodyJsonObject", value: value) == expected)
    }
}
