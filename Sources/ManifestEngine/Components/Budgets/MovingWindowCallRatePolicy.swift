package import HTTP
package import Jinja
package import Manifest

/// Allows a number of calls in any interval.
///
/// Manifest type `MovingWindowCallRatePolicy`; see `MovingWindow` for how calls are timed.
package struct MovingWindowCallRatePolicy: Component, CallRatePolicy {
    package static let typeName = "MovingWindowCallRatePolicy"
    package static let summary = "Allows a number of calls in any interval of a given length."
    package static let example = """
        type: MovingWindowCallRatePolicy
        rates:
          - type: Rate
            limit: 3
            interval: PT1S
        matchers: []
        """

    private static let rates = Field.required(
        "rates",
        .list(.component(ComponentRegistry.rates, default: "Rate"), atLeast: 1),
        "The rates; all of them apply."
    )
    package static let fields = [rates, matchersField]

    private let rates: [Rate]
    package let matchers: [HttpRequestRegexMatcher]

    package init(_ reader: ComponentReader) throws {
        rates = try reader.components(Self.rates, ComponentRegistry.rates)
        matchers = try reader.components(Self.matchersField, ComponentRegistry.requestMatchers)
    }

    package func meter(in scope: Scope) throws -> RequestBudget.Meter {
        .moving(MovingWindow(rates: try rates.map { try $0.value(in: scope) }))
    }
}
