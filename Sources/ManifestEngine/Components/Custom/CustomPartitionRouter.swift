package import JSON
package import Jinja
package import Manifest

/// Cuts a stream into partitions by a Python class.
///
/// Manifest type `CustomPartitionRouter`.
package struct CustomPartitionRouter: Component, PartitionRouter {
    package static let typeName = "CustomPartitionRouter"
    package static let summary = "Cuts a stream into partitions by a Python class."
    package static let details = """
        The class has a method `stream_slices()`, which gives the partitions, and `get_request_params`, `get_request_headers`, \
        `get_request_body_data` and `get_request_body_json` for what a partition adds to requests. Parent streams inside it are read by \
        Python; their state is what `get_stream_state()` gives.
        """
    package static let example = """
        type: CustomPartitionRouter
        class_name: source_declarative_manifest.components.Months
        """
    private static let parentsField = Field(
        "parent_stream_configs",
        .list(.component(ComponentRegistry.parentStreams, default: ParentStreamConfig.typeName)),
        "The parents, for a class that has some."
    )
    package static let fields = [PythonComponent.classField, parentsField]
    package static let runsPython = true

    private let python: PythonComponent
    package let parents: [ParentStreamConfig]
    package var keepsParentState: Bool { !parents.isEmpty }

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader, options: ["stream_name": .string(reader.source.streamName)])
        parents = try reader.components(Self.parentsField, ComponentRegistry.parentStreams)
    }

    package func generate(
        _ run: PartitionRun,
        _ body: (GeneratedPartition) async throws -> Void
    ) async throws -> JSONObject? {
        let slices = PythonBatches(
            python,
            "slices",
            given: ["state": try await givenState(run)],
            each: ["needs_state": .bool(run.isIncremental)]
        )
        var state: JSONObject?
        while let part = try await slices.next() {
            for made in part {
                guard let slice = StreamSlice(made) else { continue }
                state = made["parent_state"]?.object
                try await body(GeneratedPartition(slice, parentState: state))
            }
        }
        return state
    }

    /// The state of the parents that the stream follows, in the form of the stream's own state.
    private func givenState(_ run: PartitionRun) async throws -> JSONValue {
        var states = JSONObject()
        for parent in parents where parent.isIncrementalDependency {
            let reading = try await run.open(parent)
            states[reading.name] = .object(reading.state)
        }
        return states.isEmpty ? .null : ["parent_state": .object(states)]
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts {
        PythonComponent.parts(try python.callNow("slice_parts", ["slice": PythonComponent.argument(slice)]))
    }
}
