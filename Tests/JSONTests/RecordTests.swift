import JSON
import TestSupport
import Testing

@Suite struct RecordTests {
    /// What the reference prints after the same changes of its dictionary.
    @Test(arguments: try RecordedTable.rows("edits"))
    func editsAsTheReference(row: RecordedRow) throws {
        let edits = try #require(JSONValue(parsing: row.argument).array)
        for depth in indexDepths {
            let document = try JSONDocument(Bytes(Array(row.input.utf8)), indexDepth: depth)
            var record = try #require(Record(document.root))
            for edit in edits {
                let parts = try #require(edit.array)
                let key = JSONKey(try #require(parts[1].string))
                if parts[0].string == "set" {
                    record.set(key, parts[2])
                    #expect(record.get(key) == parts[2])
                } else {
                    record.remove(key)
                    #expect(record.get(key) == nil)
                }
            }
            let result = "\(text(of: record)) \(record.isEmpty ? "empty" : "not empty")"
            #expect(result == row.expected, "index depth \(depth)")
        }
    }

    @Test(arguments: ["1", "\"a\"", "[{}]", "null", "true"])
    func needsAnObject(text: String) throws {
        #expect(Record(try JSONDocument(text: text).root) == nil)
    }

    @Test func keepsItsBytesUntilChanged() throws {
        let document = try JSONDocument(text: "{\"a\":1,\"b\":{\"c\":null}}")
        var record = try #require(Record(document.root))
        #expect(record.untouchedView?.rawText == "{\"a\":1,\"b\":{\"c\":null}}")
        #expect(record.value == ["a": 1, "b": ["c": .null]])
        record.remove(JSONKey("x"))
        #expect(record.untouchedView != nil)
        record.set(JSONKey("a"), 2)
        #expect(record.untouchedView == nil)
        #expect(record.value == ["a": 2, "b": ["c": .null]])
        #expect(record.get("a") == 2)
        #expect(record.get("x") == nil)
    }

    @Test func isADictionaryWhenOpened() throws {
        var record = Record(["a": 1, "b": .null, "c": "x"])
        #expect(text(of: record) == "{\"a\":1,\"c\":\"x\"}")
        record.set(JSONKey("a"), 5)
        record.set(JSONKey("d"), [.null])
        record.remove(JSONKey("c"))
        #expect(text(of: record) == "{\"a\":5,\"d\":[null]}")
        #expect(Array(record.members.keys) == ["a", "b", "d"])
        record.members = ["z": 1]
        #expect(text(of: record) == "{\"z\":1}")
        record.remove(JSONKey("z"))
        #expect(record.isEmpty)
    }

    @Test func opensWithItsChanges() throws {
        let document = try JSONDocument(text: "{\"a\":1,\"b\":2,\"a\":3}")
        var record = try #require(Record(document.root))
        record.set(JSONKey("c"), 4)
        record.remove(JSONKey("b"))
        record.set(JSONKey("b"), 5)
        #expect(record.members.map { "\($0.key)\($0.value.text)" } == ["a3", "c4", "b5"])
    }

    @Test func keepsNamesApartThatLookAlike() throws {
        // As `String`s these two are equal; the lines must keep both.
        let text = "{\"\u{E9}\":1,\"e\u{301}\":2}"
        let document = try JSONDocument(text: text)
        var record = try #require(Record(document.root))
        #expect(JSONTests.text(of: record).utf8.elementsEqual(text.utf8))
        record.remove(JSONKey("e\u{301}"))
        #expect(JSONTests.text(of: record).utf8.elementsEqual("{\"\u{E9}\":1}".utf8))
        #expect(!record.isEmpty)
        #expect(record.members.count < 2)
    }
}
