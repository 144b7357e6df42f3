import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// Checks the value at a path of the configuration.
///
/// Manifest type `DpathValidator`. The segments are templates that see no configuration. With a segment `*` every match
/// is checked; without one there may be one match only. A missing path is skipped.
package struct DpathValidator: Component, ConfigValidator {
    package static let typeName = "DpathValidator"
    package static let summary = "Checks the value at a path of the configuration."
    package static let details = """
        The segments are templates that see no configuration. With a segment `*` every match is checked; without \
        one there may be only one match. A missing value is ignored.
        """
    package static let example = """
        type: DpathValidator
        field_path: [regions]
        validation_strategy:
          type: ValidateAdheresToSchema
          base_schema: {type: array, items: {type: string}}
        """

    private static let fieldPath = Field.required(
        "field_path",
        .list(.template(reads: .config), atLeast: 1),
        "Path to the value."
    )
    private static let strategy = Field.required(
        "validation_strategy",
        .component(ComponentRegistry.validationStrategies),
        "What the value must be."
    )
    package static let fields = [fieldPath, strategy]

    private let path: [TemplateText]
    private let strategy: any ValidationStrategy

    package init(_ reader: ComponentReader) throws {
        path = try reader.templates(Self.fieldPath)
        strategy = try reader.component(Self.strategy, ComponentRegistry.validationStrategies)
    }

    package func validate(_ config: JSONObject, in scope: Scope) throws {
        let scope = Scope(copying: scope)
        scope[.config] = Value(.object([:]))
        let keys = try path.map { try $0.value(in: scope).json() }
        let found = try DpathGlob.matches(keys.map(DpathGlob.Segment.init), in: .object(config))
        if found.count > 1, !keys.contains(where: { $0.string == "*" }) {
            let place = keys.map(\.text).joined(separator: ".")
            throw EngineFailure(.config, "The path \(place) of a configuration rule matches several values.")
        }
        for value in found { try strategy.validate(value) }
    }
}
