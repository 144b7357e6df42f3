import JSON
import Testing

@Suite struct PythonJSONTests {
    /// Texts as Python's `json.dumps` prints them.
    @Test(
        arguments: [
            (
                ["a": 1, "b": [.null, true, 1.5], "c": [:], "d": []],
                "{\"a\": 1, \"b\": [null, true, 1.5], \"c\": {}, \"d\": []}"
            ),
            ("é\u{7F}\u{0}\"\\/\n😀\u{2028}~ ", "\"\\u00e9\\u007f\\u0000\\\"\\\\/\\n\\ud83d\\ude00\\u2028~ \""),
            ([1e16, 1e-5, 0.0001, 100.0, -0.0], "[1e+16, 1e-05, 0.0001, 100.0, -0.0]"),
            (.bigInteger("18446744073709551616"), "18446744073709551616"),
        ] as [(JSONValue, String)]
    )
    func printsAsPython(value: JSONValue, text: String) throws {
        let bytes = Bytes()
        try bytes.appendPythonJSON(value)
        #expect(bytes.text == text)
    }

    @Test(
        arguments: [
            (.double(.infinity), "", "Infinity"), ([1.5, .double(.nan)], "[1]", "NaN"),
            (["a": ["b": [[1], [2, .double(-.infinity)]]]], "a.b[1][1]", "-Infinity"),
            (["a": [["b": .double(.infinity)]]], "a[0].b", "Infinity"),
        ] as [(JSONValue, String, String)]
    )
    func refusesWhatJSONCannotHold(value: JSONValue, path: String, name: String) {
        let found = #expect(throws: UnwritableNumber.self) { try Bytes().appendPythonJSON(value) }
        #expect(found?.path == path)
        #expect(found?.name == name)
    }

    @Test func printsViews() throws {
        let bytes = Bytes()
        try bytes.appendPythonJSON(.view(try JSONDocument(text: "{ \"a\":[1,{\"\\u00e9\":2}],\"a\":\"\\/\"}").root))
        #expect(bytes.text == "{\"a\": \"/\"}")
    }
}
