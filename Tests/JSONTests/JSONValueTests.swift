import JSON
import Testing

@Suite struct JSONValueTests {
    @Test(arguments: [
        ("1", "1.0", true), ("9007199254740993", "9007199254740992.0", false), ("1", "true", false), ("1", "2", false),
        ("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", true), ("{\"a\":null}", "{}", false), ("[1,2]", "[2,1]", false),
        ("\"\\u00e9\"", "\"é\"", true), ("\"e\u{301}\"", "\"é\"", false), ("null", "null", true),
        ("18446744073709551615", "18446744073709551615", true),
    ])
    func comparesAsJSON(left: String, right: String, isEqual: Bool) throws {
        let one = JSONValue.view(try JSONDocument(text: left).root)
        #expect((one == JSONValue.view(try JSONDocument(text: right).root)) == isEqual)
        #expect((one.resolved == (try JSONValue(parsing: right))) == isEqual)
    }

    @Test func readsThroughViews() throws {
        let value = JSONValue.view(try JSONDocument(text: "{\"a\":[1,\"x\",true,null]}").root)
        #expect(value["a"]?.array?.first?.integer == 1)
        #expect(value["a"]?.array?[1].string == "x")
        #expect(value["a"]?.array?[2].bool == true)
        #expect(value["a"]?.array?[3].isNull == true)
        #expect(value["b"] == nil)
        #expect(value.object?.count == 1)
        #expect(value.string == nil)
    }

    @Test func opensNamesThatLookAlikeAsOne() throws {
        let value = JSONValue.view(try JSONDocument(text: "{\"\u{E9}\":1,\"e\u{301}\":2}").root)
        #expect(value.object?.count == 1)
        #expect(value.object?["\u{E9}"] == 2)
    }
}
