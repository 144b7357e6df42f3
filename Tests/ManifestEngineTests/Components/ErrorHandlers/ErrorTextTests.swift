import JSON
import Testing

@testable import ManifestEngine

struct ErrorTextTests {
    @Test(
        "the first telling member, however deep",
        arguments: [
            (#"{"message":"m","error":"e"}"#, "m"),
            (#"{"errors":["a",null,{"detail":"b"},5]}"#, "a, b"),
            (#"{"message":"","error":{"msg":"x"}}"#, "x"),
            (#""text""#, "text"),
            (#"["a","b"]"#, "a, b"),
            (#"[["a"],{"message":"b"}]"#, "a, b"),
            (#"{"errors":[],"detail":"d"}"#, "d"),
            ("[]", ""),
            ("5", nil),
            ("null", nil),
            ("{}", nil),
            (#"{"error":5,"reason":"r"}"#, nil),
            (#"{"message":true}"#, nil),
            (#"{"error":{"code":4}}"#, nil),
        ] as [(String, String?)]
    )
    func find(body: String, expected: String?) throws {
        #expect(ErrorText.find(in: try JSONValue(parsing: body)) == expected)
    }
}
