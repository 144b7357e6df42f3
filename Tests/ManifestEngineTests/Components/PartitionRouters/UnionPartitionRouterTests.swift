import Diagnostics
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("UnionPartitionRouter")
struct UnionPartitionRouterTests {
    /// A union of lists, each given as flow YAML.
    static func union(_ lists: String..., name: String = "id") -> String {
        let children = lists.map { "\n  - {type: ListPartitionRouter, cursor_field: id, values: \($0)}" }
        return "partition_field: \(name)\npartition_routers:\(children.joined())"
    }

    @Test(
        "gives each value once, the first router first",
        arguments: [
            (union("[a, b]", "[b, c]"), [#"{"id":"a"}"#, #"{"id":"b"}"#, #"{"id":"c"}"#]),
            (union("[\"1\", 1]", "[true, 1.0, \"1\", 0, false]"), [#"{"id":"1"}"#, #"{"id":1}"#, #"{"id":0}"#]),
            (union("[a]", "[]", name: "\"{{ config.n }}\""), [#"{"id":"a"}"#]),
        ]
    )
    func values(_ yaml: String, _ expected: [String]) async throws {
        #expect(try await UnionPartitionRouter(fields: yaml).slices(config: #"{"n":"id"}"#) == expected)
    }

    @Test(
        "a router without the field, and a value that is a list, fail",
        arguments: [union("[a]", "[b]", name: "\"{{ config.n }}\""), union("[[1]]", "[b]")]
    )
    func failure(_ yaml: String) async throws {
        let router = try UnionPartitionRouter(fields: yaml)
        await #expect(throws: EngineFailure.self) { try await router.slices(config: #"{"n":"other"}"#) }
    }

    @Test("what else a child has in its partition becomes an extra field, and nothing is injected")
    func parents() async throws {
        let router = try UnionPartitionRouter(
            fields: """
                partition_field: id
                partition_routers:
                  - {type: ListPartitionRouter, cursor_field: id, values: [1]}
                  - type: SubstreamPartitionRouter
                    parent_stream_configs:
                      - parent_key: id
                        partition_field: id
                        extra_fields: [[name]]
                        stream: \(ParentSample.stream)
                """
        )
        #expect(
            try await router.slices(responses: ParentSample.responses) == [
                #"{"id":1}"#, #"{"id":2} + {"name":"two","parent_slice":{}}"#,
            ]
        )
        #expect(router.parents.flatMap(\.stream.candidates).map(\.name) == ["parents"])
        #expect(try router.requestParts(for: StreamSlice(partition: ["id": 1]), in: .testing()) == RequestParts())
    }

    @Test(
        "faults",
        arguments: [
            (union("[a]"), ["'partition_routers' needs at least 2 elements, found 1"]),
            (
                union("[a]", "[b]", name: "key"),
                ["'partition_field' is 'key', but one of the routers makes 'id'"]
            ),
            (
                "partition_field: id\npartition_routers:\n"
                    + "  - {type: ListPartitionRouter, cursor_field: id, values: []}\n"
                    + "  - {type: ListPartitionRouter, cursor_field: id, values: [], "
                    + "request_option: {inject_into: header, field_name: h}}",
                ["the routers in a union cannot inject request options"]
            ),
        ]
    )
    func faults(_ yaml: String, _ expected: [String]) throws {
        #expect(try UnionPartitionRouter.diagnostics(yaml: yaml).map(\.message) == expected)
    }
}
