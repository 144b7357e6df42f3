package import Diagnostics
package import Manifest

/// Checks a configuration by reading the first record of the first streams, whatever they are called.
///
/// Manifest type `CheckDynamicStream`.
package struct CheckDynamicStream: Component, ConnectionCheck {
    package static let typeName = "CheckDynamicStream"
    package static let summary = "Checks a configuration by reading the first record of the first streams."
    package static let details = """
        The streams of `streams` come first, then those made from templates. Without a single stream the check fails.
        """
    package static let example = """
        type: CheckDynamicStream
        stream_count: 1
        """

    private static let countField = Field.required("stream_count", .integer, "How many streams are read.")
    private static let readsField = Field(
        "use_check_availability",
        .boolean,
        default: true,
        "Whether streams are read at all; without, there must only be one."
    )
    package static let fields = [countField, readsField, CheckOverrides.field]

    package let overrides: CheckOverrides
    private let count: Int
    private let readsStreams: Bool

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] { CheckOverrides.faults(in: mapping) }

    package init(_ reader: ComponentReader) throws {
        overrides = CheckOverrides(reader)
        count = reader.value(Self.countField)?.integer ?? 1
        readsStreams = reader.bool(Self.readsField)
    }

    package var streamNames: [String] { [] }

    package func failure(of check: SourceCheck) async throws -> EngineFailure? {
        let streams = try await check.streams()
        if streams.all.isEmpty {
            if let refused = streams.refused.first { return EngineFailure(.config, refused.checkText) }
            return EngineFailure(.config, "There are no streams to check.")
        }
        guard readsStreams else { return nil }
        for stream in streams.all.prefix(max(0, count)) {
            if let failure = await check.failure(of: stream) { return failure }
        }
        return nil
    }
}
