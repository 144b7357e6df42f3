import Diagnostics
import JSON
package import Jinja
package import Manifest
import Text

/// Says how many workers read side by side.
///
/// Manifest type `ConcurrencyLevel`. An integer is taken as it is; the result of a template is capped by
/// `max_concurrency`, which a template that reads the configuration must have.
package struct ConcurrencyLevel: Component {
    package static let typeName = "ConcurrencyLevel"
    package static let summary = "Says how many workers read side by side."
    package static let details = """
        `max_concurrency` caps the result of a template; it is required for a template that reads the \
        configuration.
        """
    package static let example = """
        type: ConcurrencyLevel
        default_concurrency: "{{ config.get('workers', 4) }}"
        max_concurrency: 20
        """

    private static let defaultConcurrency = Field.required(
        "default_concurrency",
        .integerOrTemplate(),
        "Number of workers."
    )
    private static let maxConcurrency = Field(
        "max_concurrency",
        .integer,
        "Upper limit for workers set by the configuration."
    )
    package static let fields = [defaultConcurrency, maxConcurrency]

    private let defaultConcurrency: TemplateText
    private let maxConcurrency: Int?

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard let text = mapping[defaultConcurrency.name]?.string, text.holds("config") else { return [] }
        let cap = mapping[maxConcurrency.name]?.json.integer ?? 0
        guard cap == 0 else { return [] }
        return [
            FieldFault(
                defaultConcurrency.name,
                "a number of workers taken from the configuration needs 'max_concurrency'",
                fix: "add max_concurrency"
            )
        ]
    }

    package init(_ reader: ComponentReader) throws {
        defaultConcurrency = try reader.template(Self.defaultConcurrency)
        let isTemplate = reader.optionalString(Self.defaultConcurrency) != nil
        maxConcurrency = isTemplate ? reader.optionalInteger(Self.maxConcurrency) : nil
    }

    /// The number of workers, at least 1.
    package func workers(in scope: Scope) throws -> Int {
        let value = try defaultConcurrency.value(in: scope)
        let number: Int? =
            switch value {
            case .int(let number): number
            case .bool(let flag): flag ? 1 : 0
            default: nil
            }
        guard let number else {
            throw EngineFailure(.system, "'default_concurrency' is '\(value.pythonText)', not an integer.")
        }
        let capped = maxConcurrency.map { $0 == 0 ? number : min(number, $0) } ?? number
        guard capped >= 1 else {
            throw EngineFailure(.system, "'default_concurrency' is \(capped); at least one worker is needed.")
        }
        return capped
    }
}
