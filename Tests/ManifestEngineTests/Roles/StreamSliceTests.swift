import JSON
import Jinja
import Manifest
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("StreamSlice")
struct StreamSliceTests {
    @Test("partition and cursor are one for templates; the cursor's members win")
    func merged() {
        let slice = StreamSlice(partition: ["id": 1, "a": 2], cursor: ["a": 3], extraFields: ["x": 4])
        #expect(JSONValue.object(slice.merged).text == #"{"id":1,"a":3}"#)
    }

    @Test(
        "people see a short text without the parent's slice",
        arguments: [
            (StreamSlice(), ""), (StreamSlice(partition: ["parent_slice": [:]]), ""),
            (StreamSlice(partition: ["id": 1, "parent_slice": [:]]), #"{"id":1}"#),
            (
                StreamSlice(cursor: ["a": .string(String(repeating: "x", count: 100))]),
                #"{"a":""# + String(repeating: "x", count: 63) + "…"
            ),
        ]
    )
    func summary(_ slice: StreamSlice, _ expected: String) {
        #expect(slice.summary == expected)
    }

    @Test(
        "templates read members, the cursor's first, and the parts by name",
        arguments: [
            ("{{ stream_slice.a }}", "3"), ("{{ stream_slice['id'] }}", "1"), ("{{ stream_partition.a }}", "3"),
            ("{{ stream_slice.get('id') }}", "1"), ("{{ stream_slice.partition.a }}", "2"),
            ("{{ stream_slice.cursor_slice.a }}", "3"), ("{{ stream_slice.extra_fields.x }}", "4"),
            ("{{ stream_slice.none is none }}", "True"), ("{{ stream_slice.missing is defined }}", "False"),
            ("{{ stream_slice.ids[1] }}", "6"), ("{{ stream_slice is mapping }}", "True"),
            ("{{ stream_slice.keys() | list }}", "['id', 'a', 'ids', 'none']"),
            ("{{ stream_slice.ids.append(7) or stream_slice.ids | length }}", "3"),
        ]
    )
    func templates(_ source: String, _ expected: String) throws {
        let slice = StreamSlice(
            partition: ["id": 1, "a": 2, "ids": [5, 6], "none": .null],
            cursor: ["a": 3],
            extraFields: ["x": 4]
        )
        #expect(try TemplateText(source).text(in: .testing(slice: slice)) == expected)
    }

    @Test("are for templates what they are in the reference", arguments: try RecordedTable.rows("represented"))
    func represented(_ row: RecordedRow) throws {
        let slice = StreamSlice(
            partition: ["parent_id": "42"],
            cursor: ["start_time": "2024-01-01"],
            extraFields: ["ex": ["a": 1]]
        )
        let expected = row.expected == "!UndefinedError" ? "!undefined" : row.expected
        #expect(try Scope.testing(slice: slice).represented("{{ \(row.input) }}") == expected)
    }
}
