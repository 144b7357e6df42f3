import JSON
import Testing

/// The parser expects the keys of the object before; whatever comes instead, each object reads as it does alone.
@Suite struct KeyShapesTests {
    private static let long = String(repeating: "k", count: 49)
    private static let many = (0..<70).map { "\"key\($0)\":\($0)" }.joined(separator: ",")

    @Test(arguments: [
        [#"{"a":1,"b":2}"#, #"{"a":3,"b":4}"#, #"{"a":5}"#, #"{"a":6,"b":7,"c":8}"#, #"{"a":1,"b":2}"#],
        [#"{"a":1,"b":2}"#, #"{"b":1,"a":2}"#, #"{"a":1,"b":2}"#, #"{}"#, #"{"b":1,"a":2}"#],
        [#"{"a":1,"b":2}"#, #"{"a":1,"a":2}"#, #"{"a":1,"b":2,"a":3}"#, #"{"a":1,"b":2,"b":3}"#, #"{"a":1}"#],
        [#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#, #"{"a":1,"b":2}"#],
        [#"{"a":1,"b":2}"#, #"{"a":1,"\u0061":2}"#, #"{"\u0061":1,"b":2}"#, #"{"a":1,"b":2}"#, #"{"a":1,"\u0062":2}"#],
        [#"{"a\"b":1,"c":2}"#, #"{"a\"b":1,"c":2}"#, #"{"a\\":1,"c":2}"#],
        [#"{"":1,"b":2}"#, #"{"":3,"b":4}"#, #"{"":1,"":2}"#],
        [#"{"abcdefgh":1}"#, #"{"abcdefgi":1}"#, #"{"abcdefghi":1}"#, #"{"abcdefgh":1}"#, #"{"abcdefg":1}"#],
        [#"{"\#(long)":1,"b":2}"#, #"{"\#(long)":1,"b":2}"#, #"{"\#(long)":1,"\#(long)":2}"#],
        ["{\(many)}", "{\(many)}", "{\(many),\"key0\":1}", "{\(many),\"key69\":1}", "{\(many)}"],
        [#"{ "a" : 1 , "b" : 2 }"#, #"{"a":1,"b":2}"#, #"{"a" :1,"b": 2}"#, "{\n\"a\":\t1\n}"],
        [#"{"a":{"x":1},"b":{"y":1}}"#, #"{"a":{"x":1},"b":{"x":1,"x":2}}"#, #"{"a":{"y":1},"b":{"y":null}}"#],
        [#"{"é":null,"b":2}"#, #"{"é":1,"b":null}"#, #"{"é":1,"é":2}"#],
    ])
    func readsEachObjectAsAlone(objects: [String]) throws { try check(objects) }

    /// Objects of few names, so that expected, moved, missing and repeated keys all come, on several levels.
    @Test(arguments: 0..<20)
    func readsDrawnObjectsAsAlone(seed: UInt64) throws {
        var draws = Draws(state: seed)
        var objects = [drawnObject(&draws, depth: 0)]
        for _ in 0..<60 {
            objects.append(draws.below(2) == 0 ? objects[objects.count - 1] : drawnObject(&draws, depth: 0))
        }
        try check(objects)
    }

    @Test(arguments: [
        (#"[{"a":1,"b":2},{"a" 1}]"#, "expected ':'", 20), (#"[{"a":1},{"a":}]"#, "expected a value", 14),
        (#"[{"a":1,"b":2},{"a":1,"b"}]"#, "expected ':'", 25), (#"[{"a":1},{"a":1"#, "the text ends too early", 15),
        (#"[{"ab":1},{"ab"#, "the text ends too early", 14),
    ])
    func refusesWhatFollowsAnExpectedKey(text: String, message: String, offset: Int) {
        #expect(throws: JSONError(message, at: offset)) { try JSONDocument(text: text) }
    }

    private func check(_ objects: [String]) throws {
        let body = Array("[\(objects.joined(separator: ","))]".utf8)
        for depth in indexDepths {
            let alone = objects.compactMap { lines(of: Array($0.utf8), indexDepth: depth)?.first }
            #expect(alone.count == objects.count)
            #expect(lines(of: body, indexDepth: depth) == alone)
            let elements = try JSONDocument(Bytes(body), indexDepth: depth).root.elements
            for (element, text) in zip(elements, objects) {
                #expect(element.members.map(\.key) == (try JSONDocument(text: text).root.members.map(\.key)))
            }
        }
    }

    private func drawnObject(_ draws: inout Draws, depth: Int) -> String {
        let names = ["a", "b", "c", "name", "identifier", "\\u0061", "nested"]
        let members = (0..<draws.below(6)).map { _ in
            let value = depth < 3 && draws.below(3) == 0 ? drawnObject(&draws, depth: depth + 1) : "\(draws.below(9))"
            return "\"\(names[draws.below(names.count)])\":\(draws.below(9) == 0 ? " null" : value)"
        }
        return "{\(members.joined(separator: ","))}"
    }
}

/// Numbers that look random and are the same in every run.
private struct Draws {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
