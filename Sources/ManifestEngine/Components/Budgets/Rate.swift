import Diagnostics
import HTTP
import Jinja
package import Manifest

/// A number of calls in an interval.
///
/// Manifest type `Rate`.
package struct Rate: Component {
    package static let typeName = "Rate"
    package static let summary = "A number of calls in an interval."
    package static let example = """
        type: Rate
        limit: "{{ config.get('calls_per_second', 3) }}"
        interval: PT1S
        """

    private static let limit = Field.required("limit", .integerOrTemplate(.atLeast(1)), "Number of calls.")
    private static let interval = Field.required("interval", .string(.fixedDuration), "The interval.")
    package static let fields = [limit, interval]

    private let limit: TemplateText
    private let interval: Double

    package init(_ reader: ComponentReader) throws {
        limit = try reader.template(Self.limit)
        interval = try Interval.seconds(reader, Self.interval)
    }

    /// The rate with its limit read from the configuration.
    func value(in scope: Scope) throws -> MovingWindow.Rate {
        let value = try limit.value(in: scope)
        guard let number = WaitNumber.whole(value), number > 0 else {
            throw EngineFailure(
                .config,
                "The limit of calls per interval is '\(value.pythonText)'; it must be an integer, 1 or more."
            )
        }
        return MovingWindow.Rate(limit: number, interval: interval)
    }
}
