package import JSON
package import Jinja
package import Manifest
import Synchronization

/// Cuts a stream into partitions by a Python class.
///
/// Manifest type `CustomPartitionRouter`.
package struct CustomPartitionRouter: Component, PartitionRouter {
    package static let typeName = "CustomPartitionRouter"
    package static let summary = "Cuts a stream into partitions by a Python class."
    package static let details = """
        The class has a method `stream_slices()`, which gives the partitions, and `get_request_params`, `get_request_headers`, \
        `get_request_body_data` and `get_request_body_json` for what a partition adds to requests. Parent streams inside it are read by \
        Python, and no state of them is kept.
        """
    package static let example = """
        type: CustomPartitionRouter
        class_name: source_declarative_manifest.components.Months
        """
    package static let fields = [
        PythonComponent.classField,
        Field(
            "parent_stream_configs",
            .list(.component(ComponentRegistry.parentStreams, default: ParentStreamConfig.typeName)),
            "The parents, for a class that has some."
        ),
    ]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(reader, options: ["stream_name": .string(reader.source.streamName)])
    }

    package func generate(
        _ run: PartitionRun,
        _ body: (GeneratedPartition) async throws -> Void
    ) async throws -> JSONObject? {
        let number: JSONValue = .integer(Self.next())
        _ = try await python.call("begin_slices", ["number": number])
        while true {
            let part = try await python.call("next_slices", ["number": number])
            for slice in (part["slices"]?.array ?? []).compactMap({ StreamSlice($0) }) {
                try await body(GeneratedPartition(slice))
            }
            if part["is_end"]?.isTruthy ?? true { return nil }
        }
    }

    package func requestParts(for slice: StreamSlice, in scope: Scope) throws -> RequestParts {
        PythonComponent.parts(try python.callNow("slice_parts", ["slice": PythonComponent.argument(slice)]))
    }

    private static let lastNumber = Mutex(0)

    /// A number for the partitions of one reading.
    private static func next() -> Int {
        lastNumber.withLock { number in
            number += 1
            return number
        }
    }
}
