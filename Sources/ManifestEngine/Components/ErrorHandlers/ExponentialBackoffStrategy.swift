package import HTTP
import JSON
package import Jinja
package import Manifest

/// Doubles the wait with every attempt.
///
/// Manifest type `ExponentialBackoffStrategy`. The wait after attempt n, counted from 1, is `factor` times 2 to the power
/// of n.
package struct ExponentialBackoffStrategy: Component, BackoffStrategy {
    package static let typeName = "ExponentialBackoffStrategy"
    package static let summary = "Doubles the wait with every attempt."
    package static let details = "The wait after attempt n, counted from 1, is `factor` times 2 to the power of n."
    package static let example = """
        type: ExponentialBackoffStrategy
        factor: 5
        """

    private static let factor = Field(
        "factor",
        .numberOrTemplate(otherwise: .warning),
        default: 5,
        "Half of the first wait (seconds)."
    )
    package static let fields = [factor, WaitJitter.field]

    /// Doublings after which the wait stops growing; a year is passed long before.
    private static let longest = 40

    private let factor: TemplateText
    private let jitter: WaitJitter

    package init(_ reader: ComponentReader) throws {
        factor = try reader.template(Self.factor)
        jitter = WaitJitter(reader)
    }

    package func wait(after outcome: RequestOutcome, attempt: Int, in scope: Scope, now: Double) throws -> Double? {
        let factor = try WaitNumber.value(of: factor, named: Self.factor.name, in: scope)
        return jitter.added(to: factor * Double(1 << min(max(0, attempt), Self.longest)), in: scope)
    }

    package func origin(of outcome: RequestOutcome, in scope: Scope) -> WaitOrigin {
        let value = (try? factor.text(in: scope)) ?? factor.source
        return WaitOrigin("\(Self.typeName) with the factor '\(value)' doubles with every attempt")
    }
}
