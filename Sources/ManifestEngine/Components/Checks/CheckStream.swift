package import Diagnostics
package import Manifest

/// Checks a configuration by reading the first record of some streams.
///
/// Manifest type `CheckStream`.
package struct CheckStream: Component, ConnectionCheck {
    package static let typeName = "CheckStream"
    package static let summary = "Checks a configuration by reading the first record of some streams."
    package static let details = """
        The check succeeds when the first page of each of the streams can be read. Streams that are made from a template \
        are requested only when a name is not among `streams`, or for `dynamic_streams_check_configs`.
        """
    package static let example = """
        type: CheckStream
        stream_names: [users]
        """

    private static let namesField = Field("stream_names", .list(.string), "The streams to read, in order.")
    private static let dynamicField = Field(
        "dynamic_streams_check_configs",
        .list(.component(ComponentRegistry.dynamicStreamChecks)),
        "The streams made from templates to read, after the others."
    )
    package static let fields = [namesField, dynamicField, CheckOverrides.field]

    package let streamNames: [String]
    package let overrides: CheckOverrides
    private let dynamic: [DynamicStreamCheckConfig]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        var faults: [FieldFault] = []
        let lists = [mapping[namesField.name], mapping[dynamicField.name]].compactMap { $0?.sequence }
        if lists.allSatisfy(\.isEmpty) {
            faults.append(
                FieldFault(
                    namesField.name,
                    code: "missing-field",
                    "CheckStream names no stream to read",
                    fix: "add 'stream_names' with at least one stream"
                )
            )
        }
        return faults + CheckOverrides.faults(in: mapping)
    }

    package init(_ reader: ComponentReader) throws {
        streamNames = reader.strings(Self.namesField)
        overrides = CheckOverrides(reader)
        dynamic = try reader.components(Self.dynamicField, ComponentRegistry.dynamicStreamChecks)
    }

    package func failure(of check: SourceCheck) async throws -> EngineFailure? {
        let names = try check.chosenNames ?? streamNames
        let streams = try await streams(names, of: check)
        for name in names {
            if let refused = streams.refused.first(where: { $0.name == name }) {
                return EngineFailure(.config, refused.checkText)
            }
            guard let stream = streams.all.first(where: { $0.name == name }) else {
                throw EngineFailure(.system, "The check names the stream '\(name)', which is not in the manifest.")
            }
            if let failure = await check.failure(of: stream) { return failure }
        }
        for entry in dynamic {
            if let failure = try await entry.failure(among: streams, check) { return failure }
        }
        return nil
    }

    /// The streams: those made from templates only where they are needed.
    private func streams(_ names: [String], of check: SourceCheck) async throws -> SourceStreams {
        let declared = try await check.declaredStreams()
        let known = Set(declared.all.map(\.name) + declared.refused.map(\.name))
        return dynamic.isEmpty && known.isSuperset(of: names) ? declared : try await check.streams()
    }
}
