package import HTTP
package import Jinja
package import Manifest

/// Allows a number of calls in each period of a clock.
///
/// Manifest type `FixedWindowCallRatePolicy`; see `FixedWindow` for how periods begin.
package struct FixedWindowCallRatePolicy: Component, CallRatePolicy {
    package static let typeName = "FixedWindowCallRatePolicy"
    package static let summary = "Allows a number of calls in each period."
    package static let details = "The first period begins with the first call."
    package static let example = """
        type: FixedWindowCallRatePolicy
        period: PT1M
        call_limit: 100
        matchers: []
        """

    private static let period = Field.required("period", .string(.fixedDuration), "Length of a period.")
    private static let callLimit = Field.required("call_limit", .integer(.atLeast(1)), "Calls allowed in a period.")
    package static let fields = [period, callLimit, matchersField]

    private let period: Double
    private let callLimit: Int
    package let matchers: [HttpRequestRegexMatcher]

    package init(_ reader: ComponentReader) throws {
        period = try Interval.seconds(reader, Self.period)
        callLimit = reader.optionalInteger(Self.callLimit) ?? 0
        matchers = try reader.components(Self.matchersField, ComponentRegistry.requestMatchers)
    }

    package func meter(in scope: Scope) throws -> RequestBudget.Meter {
        .fixed(FixedWindow(limit: callLimit, period: period))
    }
}
