import JSON
import Testing

@Suite struct RecordTests {
    /// What the reference prints after the same changes of its dictionary.
    @Test(arguments: CaseFile.rows("edits.jsonl"))
    func editsAsTheReference(row: JSONValue) throws {
        for depth in indexDepths {
            let document = try JSONDocument(Bytes(row.bodyBytes), indexDepth: depth)
            var record = try #require(Record(document.root))
            for edit in row["edits"]?.array ?? [] {
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
            #expect(text(of: record) == (row["ours"] ?? row["line"])?.string, "index depth \(depth)")
            #expect(record.isEmpty == row["isEmpty"]?.bool, "index depth \(depth)")
        }
    }

    @Test func casesAreThere() { #expect(CaseFile.rows("edits.jsonl").count == 150) }

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
