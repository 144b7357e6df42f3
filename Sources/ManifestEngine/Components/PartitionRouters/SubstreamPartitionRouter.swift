package import JSON
package import Jinja
package import Manifest

/// One partition per record of one or several parent streams.
///
/// Manifest type `SubstreamPartitionRouter`. Parents are read one after the other, with all their filters,
/// transformations and pages.
package struct SubstreamPartitionRouter: Component, PartitionRouter {
    package static let typeName = "SubstreamPartitionRouter"
    package static let summary = "One partition per record of one or several parent streams."
    package static let details = """
        Parents are read one after the other, with all their filters, transformations and pages.
        """
    package static let example = """
        type: SubstreamPartitionRouter
        parent_stream_configs:
          - type: ParentStreamConfig
            stream: "#/definitions/users"
            parent_key: id
            partition_field: user_id
        """

    private static let parentsField = Field.required(
        "parent_stream_configs",
        .list(.component(ComponentRegistry.parentStreams, default: "ParentStreamConfig")),
        "The parent streams."
    )
    package static let fields = [parentsField]

    package let parents: [ParentStreamConfig]
    package let keepsParentState = true

    package init(_ reader: ComponentReader) throws {
        parents = try reader.components(Self.parentsField, ComponentRegistry.parentStreams)
    }

    package func generate(
        _ run: PartitionRun,
        _ body: (GeneratedPartition) async throws -> Void
    ) async throws -> JSONObject? {
        var state = JSONObject()
        for parent in parents {
            try await generate(from: parent, run, state: &state, body)
        }
        return state
    }

    /// Reads one parent.
    ///
    /// A slice of the parent counts as read just before the partition of its last record is made, so
    /// one partition is held back.
    private func generate(
        from parent: ParentStreamConfig,
        _ run: PartitionRun,
        state: inout JSONObject,
        _ body: (GeneratedPartition) async throws -> Void
    ) async throws {
        let reading = try await run.open(parent)
        let name = reading.name
        let others = state
        var held: StreamSlice?
        let last = try await reading.forEachSlice { slice in
            if reading.isIncremental { state = others.merging([name: .object(reading.state)]) { $1 } }
            let before = state
            try await reading.forEachPartition(of: slice) { partition in
                if let previous = held { try await body(GeneratedPartition(previous, parentState: before)) }
                held = partition
            }
            if reading.isIncremental { state = others.merging([name: .object(reading.state)]) { $1 } }
            if let partition = held { try await body(GeneratedPartition(partition, parentState: state)) }
            held = nil
        }
        if reading.isIncremental { state = others.merging([name: .object(last)]) { $1 } }
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts {
        var parts = RequestParts()
        for parent in parents {
            guard let option = parent.option, let value = slice.partition[try parent.partitionName(in: scope)],
                value.isTruthy
            else { continue }
            try option.inject(value, into: &parts, in: scope)
        }
        return parts
    }
}
