import JSON
import Testing

/// What holds with an index must hold without one, so every table runs at several depths.
@Suite struct JSONViewTests {
    private static let text = """
        {"n":null,"t":true,"f":false,"i":-12,"d":1.5,"s":"plain","e":"a\\u0041\\n","l":[1,[2],{"x":3}],"o":{"p":{"q":"r"}},
         "u":18446744073709551615,"w":18446744073709551616,"":"none","k\\u0065y":"escaped","\\\\n":"two","\\n":"one",
         "emptyList":[ ],"emptyObject":{ }}
        """

    @Test(arguments: indexDepths)
    func readsMembers(depth: Int) throws {
        let root = try JSONDocument(text: Self.text, indexDepth: depth).root
        #expect(root.member("n")?.kind == .null)
        #expect(root.member("t")?.bool == true)
        #expect(root.member("f")?.bool == false)
        #expect(root.member("i")?.integer == -12)
        #expect(root.member("i")?.double == -12)
        #expect(root.member("d")?.double == 1.5)
        #expect(root.member("d")?.integer == nil)
        #expect(root.member("s")?.string == "plain")
        #expect(root.member("e")?.string == "aA\n")
        #expect(root.member("l")?.count == 3)
        #expect(root.member("o")?.member("p")?.member("q")?.string == "r")
        #expect(root.member("")?.string == "none")
        #expect(root.member("key")?.string == "escaped")
        #expect(root.member("\\n")?.string == "two")
        #expect(root.member("\n")?.string == "one")
        #expect(root.member("missing") == nil)
        #expect(root.member("k\\u0065y") == nil)
        #expect(root.member("s")?.member("x") == nil)
        #expect(root.count == 17)
    }

    /// A name is looked for first where it stood last, yet found in each object.
    @Test(arguments: indexDepths)
    func findsMembersThatMove(depth: Int) throws {
        let rows: [(text: String, expected: Int?)] = [
            (#"{"x":0,"id":1}"#, 1), (#"{"x":0,"id":2}"#, 2), (#"{"id":3,"x":0}"#, 3), (#"{"x":0}"#, nil),
            (#"{"x":{"id":0},"id":4}"#, 4), (#"{"x":{"y":0,"id":0}}"#, nil), (#"{"x":["id",0],"id":5}"#, 5),
            (#"{"x":0,"id":0,"id":6}"#, 6), (#"{"x":0,"\u0069d":7}"#, 7), (#"{}"#, nil), (#"{"id":8}"#, 8),
            (#"{"x":"id","y":0}"#, nil), (#"{"x":0,"id":9,"\u0069d":10}"#, 10),
        ]
        let name = JSONKey("id")
        let list = try JSONDocument(text: "[\(rows.map(\.text).joined(separator: ","))]", indexDepth: depth).root
            .elements
        for first in list.indices {
            for (row, element) in zip(rows, list) {
                _ = list[first].member(name)
                #expect(element.member(name)?.integer == row.expected, "\(row.text) after \(rows[first].text)")
            }
        }
    }

    @Test(arguments: indexDepths)
    func readsWideIntegers(depth: Int) throws {
        let root = try JSONDocument(text: Self.text, indexDepth: depth).root
        #expect(root.member("u")?.kind == .integer)
        #expect(root.member("u")?.openedValue == .bigInteger("18446744073709551615"))
        #expect(root.member("u")?.integer == nil)
        #expect(root.member("w")?.kind == .integer)
        #expect(root.member("w")?.openedValue == .bigInteger("18446744073709551616"))
        let permissive = try JSONDocument(text: "[[[NaN,18446744073709551616]]]", indexDepth: depth).root
        let numbers = permissive.elements[0].elements[0].elements
        #expect(numbers[0].kind == .double)
        #expect(numbers[0].double?.isNaN == true)
        #expect(numbers[1].kind == .integer)
        #expect(numbers[1].openedValue == .bigInteger("18446744073709551616"))
    }

    @Test(arguments: indexDepths)
    func resolvesDuplicates(depth: Int) throws {
        let text = "{\"a\":1,\"b\":2,\"\\u0061\":3,\"c\":{\"x\":1,\"x\":{\"y\":1,\"y\":2}}}"
        let root = try JSONDocument(text: text, indexDepth: depth).root
        #expect(root.members.map(\.key) == ["a", "b", "c"])
        #expect(root.member("a")?.integer == 3)
        #expect(root.member("c")?.member("x")?.member("y")?.integer == 2)
        #expect(root.count == 3)
        #expect(JSONValue.view(root).text == "{\"a\":3,\"b\":2,\"c\":{\"x\":{\"y\":2}}}")
        #expect(root.value == ["a": 3, "b": 2, "c": ["x": ["y": 2]]])
    }

    @Test(arguments: indexDepths)
    func knowsEmptyContainers(depth: Int) throws {
        let root = try JSONDocument(text: Self.text, indexDepth: depth).root
        for (name, isEmpty) in [("emptyList", true), ("emptyObject", true), ("l", false), ("o", false), ("s", false)] {
            #expect(root.member(name)?.isEmptyContainer == isEmpty)
        }
        #expect(root.member("emptyList")?.elements.isEmpty == true)
        #expect(root.member("emptyObject")?.members.isEmpty == true)
        #expect(root.member("emptyList")?.count == 0)
    }

    @Test(arguments: indexDepths)
    func handsOutPlainStrings(depth: Int) throws {
        let root = try JSONDocument(text: Self.text, indexDepth: depth).root
        #expect(root.member("s")?.withPlainString { Array($0) } == Array("plain".utf8))
        #expect(root.member("e")?.withPlainString { Array($0) } == nil)
        #expect(root.member("i")?.withPlainString { Array($0) } == nil)
    }

    @Test func outlivesItsDocument() throws {
        let view = try #require(try JSONDocument(text: "{\"a\":{\"b\":\"text\"}}").root.member("a"))
        #expect(view.member("b")?.string == "text")
        #expect(view.rawText == "{\"b\":\"text\"}")
    }
}
