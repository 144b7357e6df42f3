import Diagnostics
package import Manifest

/// Which streams made from a template a check reads.
///
/// Manifest type `DynamicStreamCheckConfig`.
package struct DynamicStreamCheckConfig: Component {
    package static let typeName = "DynamicStreamCheckConfig"
    package static let summary = "Which streams made from a template a check reads."
    package static let example = """
        type: DynamicStreamCheckConfig
        dynamic_stream_name: tables
        stream_count: 1
        """

    private static let nameField = Field.required(
        "dynamic_stream_name",
        .string,
        "The `name` of the entry of `dynamic_streams`; `dynamic_stream_0` for the first one when it has none."
    )
    private static let countField = Field(
        "stream_count",
        .integer(.atLeast(1)),
        "How many of its streams are read; all of them when it is left out."
    )
    package static let fields = [nameField, countField]

    private let name: String
    private let count: Int?

    package init(_ reader: ComponentReader) throws {
        name = try reader.string(Self.nameField)
        count = reader.value(Self.countField)?.integer
    }

    /// Why one of the streams cannot be read; nil when all can.
    func failure(among streams: SourceStreams, _ check: SourceCheck) async throws -> EngineFailure? {
        guard let made = streams.dynamic.first(where: { $0.name == name }) else {
            return EngineFailure(.config, "Dynamic stream \(name) is not found in manifest.")
        }
        for stream in made.streams.prefix(count ?? made.streams.count) {
            if let failure = await check.failure(of: stream, kind: "Dynamic Stream") { return failure }
        }
        return nil
    }
}
