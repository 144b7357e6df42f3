import JSON
import Testing

@testable import ManifestEngine

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
}
