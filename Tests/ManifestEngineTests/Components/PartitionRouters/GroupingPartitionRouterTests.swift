import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("GroupingPartitionRouter")
struct GroupingPartitionRouterTests {
    static let list = "underlying_partition_router: {type: ListPartitionRouter, cursor_field: id, values: "

    @Test(
        "puts values into groups",
        arguments: [
            ("[\"1\", \"2\", \"3\"]", "", [#"{"id":["1","2"]}"#, #"{"id":["3"]}"#]),
            ("[\"1\", \"2\", \"1\", \"3\"]", "", [#"{"id":["1","2"]}"#, #"{"id":["3"]}"#]),
            ("[\"1\", \"2\", \"1\", \"3\"]", "deduplicate: false", [#"{"id":["1","2"]}"#, #"{"id":["1","3"]}"#]),
            ("[]", "", []),
            ("[1, \"1\", 1.0, true]", "", [#"{"id":[1,"1"]}"#]),
            ("[[1], [1]]", "deduplicate: false", [#"{"id":[[1],[1]]}"#]),
        ] as [(String, String, [String])]
    )
    func groups(_ values: String, _ rest: String, _ expected: [String]) async throws {
        let router = try GroupingPartitionRouter(fields: "group_size: 2\n\(Self.list)\(values)}\n\(rest)")
        #expect(try await router.slices() == expected)
    }

    @Test("extra fields and parent slices become lists too")
    func columns() throws {
        var group = PartitionGroup(size: 3, isDeduplicating: true)
        for (id, extra) in [(1, ["n": "a"]), (2, ["n": "b"]), (2, ["n": "c"])] as [(JSONValue, JSONObject)] {
            let slice = StreamSlice(partition: ["id": id, "parent_slice": [:]], extraFields: extra)
            #expect(try group.add(GeneratedPartition(slice)).map { _ in true } == nil)
        }
        let last = StreamSlice(partition: ["id": 3, "parent_slice": [:]], extraFields: ["m": 1])
        let full = try #require(try group.add(GeneratedPartition(last)))
        #expect(JSONValue.object(full.slice.partition).text == #"{"id":[1,2,3],"parent_slice":[{},{},{}]}"#)
        #expect(JSONValue.object(full.slice.extraFields).text == #"{"n":["a","b",null],"m":[null,null,1]}"#)
        #expect(group.take().map { _ in true } == nil)
    }

    @Test(
        "a partition of two values, and a list as a value, fail",
        arguments: [["a": 1, "b": 2], ["a": [1]]] as [JSONObject]
    )
    func failure(_ partition: JSONObject) {
        var group = PartitionGroup(size: 2, isDeduplicating: true)
        #expect(throws: EngineFailure.self) { try group.add(GeneratedPartition(StreamSlice(partition: partition))) }
    }

    @Test(
        "faults",
        arguments: [
            ("group_size: 0\n\(list)[]}", ["'group_size' is 0; it must be 1 or more"]),
            (
                "group_size: 2\n\(list)[], request_option: {inject_into: header, field_name: h}}",
                ["a router in a group cannot inject request options"]
            ),
        ]
    )
    func faults(_ yaml: String, _ expected: [String]) throws {
        #expect(try GroupingPartitionRouter.diagnostics(yaml: yaml).map(\.message) == expected)
    }
}
