import JSON
import Testing

@Suite struct JSONWriterTests {
    @Test(
        arguments: [
            (JSONValue.null, "null"), (true, "true"), (false, "false"), (0, "0"), (-7, "-7"), (1.0, "1.0"),
            (.integer(.max), "9223372036854775807"), (.integer(.min), "-9223372036854775808"),
            (.bigInteger("18446744073709551616"), "18446744073709551616"),
            (.double(.nan), "null"), (.double(-.infinity), "null"), (.double(-0.0), "-0.0"),
            ("a\"\\\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}/é😀", "\"a\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\u{7F}/é😀\""),
            (.array([]), "[]"), ([1, [.null], "x"], "[1,[null],\"x\"]"),
            (.object([:]), "{}"), (["b": 1, "a": [:], "é\n": .null], "{\"b\":1,\"a\":{},\"é\\n\":null}"),
        ] as [(JSONValue, String)]
    )
    func writesValues(value: JSONValue, text: String) { #expect(value.text == text) }

    @Test(arguments: [
        (" [ 1 , 2.50 , \"\\u0041\\/\" ] ", "[1,2.5,\"A/\"]"),
        ("{\"\\u0022\":-0,\"b\": 1e400}", "{\"\\\"\":0,\"b\":null}"),
        ("[\"\\uD83D\\uDE00\",\"\\uD800\",\"\\u001F\",\"\\u001f\"]", "[\"😀\",\"\\ud800\",\"\\u001f\",\"\\u001f\"]"),
        ("[18446744073709551616]", "[18446744073709551616]"),
        ("[1.0e22, 18446744073709551616.0, 1E21]", "[1e+22,1.8446744073709552e+19,1e+21]"),
        ("[18446744073709551616,NaN,-Infinity,Infinity]", "[18446744073709551616,null,null,null]"),
    ])
    func writesViews(text: String, expected: String) throws {
        for depth in indexDepths {
            let view = try JSONDocument(text: text, indexDepth: depth).root
            #expect(JSONValue.view(view).text == expected, "index depth \(depth)")
        }
    }

    @Test("an element is written without the sign that follows it")
    func writesOneElement() throws {
        for depth in indexDepths {
            let document = try JSONDocument(text: #"["\u0041","\u0042",{"\u0043":"\u0044"},1]"#, indexDepth: depth)
            var texts: [String] = []
            document.root.forEachElement { texts.append(JSONValue.view($0).text) }
            #expect(texts == [#""A""#, #""B""#, #"{"C":"D"}"#, "1"], "index depth \(depth)")
        }
    }
}
