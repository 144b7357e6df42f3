import JSON
package import Manifest

/// Checks a configuration by reading the first record of some streams.
///
/// Manifest type `CheckStream`.
package struct CheckStream: Component, ConnectionCheck {
    package static let typeName = "CheckStream"
    package static let summary = "Checks a configuration by reading the first record of some streams."
    package static let details = """
        The check succeeds when the first page of each of the streams can be read.
        """
    package static let example = """
        type: CheckStream
        stream_names: [users]
        """

    private static let namesField = Field.required(
        "stream_names",
        .list(.string, atLeast: 1),
        "The streams to read, in order."
    )
    private static let overrides = Field(
        "config_overrides",
        .settings,
        "Values that replace those of the configuration in a check; without effect yet."
    )
    package static let fields = [namesField, overrides]

    package let streamNames: [String]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let node = mapping[overrides.name] else { return [] }
        let message = "'\(overrides.name)' is part of the language, but this version ignores it"
        return [FieldFault(overrides.name, code: "no-effect", message, severity: .warning, at: node)]
    }

    package init(_ reader: ComponentReader) throws { streamNames = reader.strings(Self.namesField) }
}
