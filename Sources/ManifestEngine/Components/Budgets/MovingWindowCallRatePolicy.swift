package import HTTP
package import Jinja
package import Manifest

/// Allows so many calls in any stretch of time.
///
/// Manifest type `MovingWindowCallRatePolicy`; see `MovingWindow` for how calls are timed.
package struct MovingWindowCallRatePolicy: CallRatePolicy {
    package static let typeName = "MovingWindowCallRatePolicy"
    package static let summary = "Allows so many calls in any stretch of time."

    private static let rates = Field.required(
        "rates",
        .list(.component(ComponentRegistry.rates)),
        "The rates; all of them hold."
    )
    package static let fields = [rates, matchersField]

    private let rates: [Rate]
    package let matchers: [HttpRequestRegexMatcher]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        guard mapping[rates.name]?.sequence?.isEmpty == true else { return [] }
        return [FieldFault(rates.name, "\(typeName) needs at least one rate", fix: "add a rate")]
    }

    package init(_ reader: ComponentReader) throws {
        rates = try reader.components(Self.rates, ComponentRegistry.rates)
        matchers = try reader.components(Self.matchersField, ComponentRegistry.requestMatchers)
    }

    package func meter(in scope: Scope) throws -> RequestBudget.Meter {
        .moving(MovingWindow(rates: try rates.map { try $0.value(in: scope) }))
    }
}
