package import JSON
package import Jinja
package import Manifest

/// Removes fields from the configuration.
///
/// Manifest type `ConfigRemoveFields`. The condition is evaluated once. Each pointer is a path of shell patterns, see
/// `DpathGlob`; what is missing is skipped.
package struct ConfigRemoveFields: Component, ConfigTransformation {
    package static let typeName = "ConfigRemoveFields"
    package static let summary = "Removes fields from the configuration."
    package static let details = """
        The condition is evaluated once. Each path is a list of shell patterns; missing fields are ignored.
        """
    package static let example = """
        type: ConfigRemoveFields
        field_pointers: [[legacy_key]]
        condition: "{{ config['legacy_key'] == '' }}"
        """

    private static let pointers = Field.required("field_pointers", .list(.list(.string)), "Paths to the fields.")
    private static let condition = Field(
        "condition",
        .condition(reads: .config),
        default: "",
        "The condition under which fields are removed."
    )
    package static let fields = [pointers, condition]

    private let pointers: [[String]]
    private let condition: TemplateCondition?

    package init(_ reader: ComponentReader) throws {
        pointers = (reader.value(Self.pointers)?.array ?? []).map { $0.array?.compactMap(\.string) ?? [] }
        let isConditional = reader.optionalString(Self.condition).map { !$0.isEmpty } ?? false
        condition = isConditional ? try reader.optionalCondition(Self.condition) : nil
    }

    package func transform(_ config: inout JSONObject, in scope: Scope) throws {
        scope[.config] = Value(.object(config))
        if let condition, try !condition.holds(in: scope) { return }
        for pointer in pointers {
            config = DpathGlob.delete(pointer, from: .object(config)).object ?? config
        }
        scope[.config] = Value(.object(config))
    }
}
