import Testing

@testable import JSON

@Suite struct PythonJSONTests {
    /// Texts as Python's `json.dumps` prints them.
    @Test(
        arguments: [
            (
                ["a": 1, "b": [.null, true, 1.5], "c": [:], "d": []],
                "{\"a\": 1, \"b\": [null, true, 1.5], \"c\": {}, \"d\": []}"
            ),
            ("é\u{7F}\u{0}\"\\/\n😀\u{2028}~ ", "\"\\u00e9\\u007f\\u0000\\\"\\\\/\\n\\ud83d\\ude00\\u2028~ \""),
            ([.double(.nan), .double(.infinity), .double(-.infinity)], "[NaN, Infinity, -Infinity]"),
            ([1e16, 1e-5, 0.0001, 100.0, -0.0], "[1e+16, 1e-05, 0.0001, 100.0, -0.0]"),
            (.bigInteger("18446744073709551616"), "18446744073709551616"),
        ] as [(JSONValue, String)]
    )
    func printsAsPython(value: JSONValue, text: String) {
        let bytes = Bytes()
        bytes.appendPythonJSON(value)
        #expect(bytes.text == text)
    }

    @Test func printsViews() throws {
        let bytes = Bytes()
        bytes.appendPythonJSON(.view(try JSONDocument(text: "{ \"a\":[1,{\"\\u00e9\":2}],\"a\":\"\\/\"}").root))
        #expect(bytes.text == "{\"a\": \"/\"}")
    }
}
