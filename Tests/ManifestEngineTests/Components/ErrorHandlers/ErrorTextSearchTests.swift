import JSON
import Testing

@testable import ManifestEngine

struct ErrorTextSearchTests {
    @Test(
        "a body that cannot hold the text is known without a parse",
        arguments: [
            ("abc", #"{"error":"xabcx"}"#, true),
            ("abc", #"{"error":"ab c"}"#, false),
            ("a, b", #"{"errors":["xa","bx"]}"#, true),
            ("a, c", #"{"errors":["xa","bx"]}"#, false),
            ("a,", #"{"errors":["xa","bx"]}"#, true),
            (" b", #"{"errors":["xa","bx"]}"#, true),
            ("a,c", #"{"errors":["xa","bx"]}"#, false),
            ("a/b", #"{"error":"a\/b"}"#, true),
            ("é", #"{"error":"\u00e9"}"#, true),
            ("abc", "", false),
        ]
    )
    func mayBeFound(text: String, body: String, expected: Bool) {
        #expect(ErrorTextSearch(text).mayBeFound(in: Bytes(body)) == expected)
    }
}
