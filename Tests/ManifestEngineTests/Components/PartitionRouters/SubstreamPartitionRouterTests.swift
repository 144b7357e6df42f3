import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("SubstreamPartitionRouter")
struct SubstreamPartitionRouterTests {
    static func router(_ lines: String) throws -> SubstreamPartitionRouter {
        try SubstreamPartitionRouter(fields: "parent_stream_configs:\n  - stream: \(ParentSample.stream)\n\(lines)")
    }

    @Test(
        "makes a partition of each record of the parent that has the key",
        arguments: [
            (
                "    parent_key: id\n    partition_field: pid",
                [#"{"pid":1,"parent_slice":{}}"#, #"{"pid":2,"parent_slice":{}}"#]
            ),
            ("    parent_key: o/k\n    partition_field: \"{{ config.f }}\"", [#"{"F":10,"parent_slice":{}}"#]),
            (
                "    parent_key: id\n    partition_field: pid\n    extra_fields: [[name], [o, \"{{ config.k }}\"]]",
                [
                    #"{"pid":1,"parent_slice":{}} + {"name":"one","o.k":10}"#,
                    #"{"pid":2,"parent_slice":{}} + {"name":"two","o.k":null}"#,
                ]
            ),
        ]
    )
    func partitions(_ lines: String, _ expected: [String]) async throws {
        let slices = try await Self.router(lines).slices(
            config: #"{"f":"F","k":"k"}"#,
            responses: ParentSample.responses
        )
        #expect(slices == expected)
    }

    @Test("reads several parents one after the other")
    func several() async throws {
        let lines = """
                parent_key: id
                partition_field: pid
              - stream: \(ParentSample.stream)
                parent_key: name
                partition_field: name
            """
        let slices = try await Self.router(lines).slices(responses: ParentSample.responses)
        #expect(slices.first == #"{"pid":1,"parent_slice":{}}"#)
        #expect(slices.last == #"{"name":"none","parent_slice":{}}"#)
        #expect(slices.count == 6)
    }

    @Test("injects the value of its own parent, unless it is false", arguments: [(1, #"{"p":1}"#), (0, "{}")])
    func option(_ value: Int, _ expected: String) throws {
        let lines = "    parent_key: id\n    partition_field: pid\n"
        let option = "    request_option: {inject_into: request_parameter, field_name: p}"
        let slice = StreamSlice(partition: ["pid": .integer(value), "parent_slice": [:]])
        let parts = try Self.router(lines + option).requestParts(for: slice, in: .testing())
        #expect(JSONValue.object(parts.parameters).text == expected)
    }
}
