import Diagnostics
import JSON
import Jinja
package import Manifest

/// A list in the configuration, of which each element stands for a stream.
///
/// Manifest type `StreamConfig`.
package struct StreamConfig: Component {
    package static let typeName = "StreamConfig"
    package static let summary = "A list in the configuration, of which each element stands for a stream."
    package static let details = """
        A value that is not a list counts as a list of one; a missing one, as an empty list.
        """
    package static let example = """
        type: StreamConfig
        configs_pointer: [tables]
        """

    private static let pointerField = Field.required(
        "configs_pointer",
        .list(.template(reads: .config)),
        "Path to the list in the configuration."
    )
    private static let defaultsField = Field(
        "default_values",
        .list(.any),
        "Further elements, after those of the list."
    )
    package static let fields = [pointerField, defaultsField]

    private let pointer: [TemplateText]
    private let defaults: [JSONValue]

    package init(_ reader: ComponentReader) throws {
        pointer = try reader.templates(Self.pointerField)
        defaults = reader.value(Self.defaultsField)?.array ?? []
    }

    /// The elements of the list, and the further ones.
    func elements(in config: JSONObject, _ scope: Scope) throws -> [JSONValue] {
        let path = try pointer.map { try $0.value(in: scope).json() }
        let found = try DpathGlob.matches(path.map(DpathGlob.Segment.init), in: .object(config))
        guard found.count <= 1 else {
            let names = path.map { $0.string ?? $0.text }.joined(separator: ".")
            throw EngineFailure(
                .config,
                "'configs_pointer' \(names) matches \(found.count) values of the configuration."
            )
        }
        let value = found.first?.opened ?? .array([])
        return (value.array ?? [value]) + defaults
    }
}
