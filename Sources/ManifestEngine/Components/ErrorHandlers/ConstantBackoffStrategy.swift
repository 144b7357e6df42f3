package import HTTP
package import Jinja
package import Manifest

/// Waits the same time before every attempt.
///
/// Manifest type `ConstantBackoffStrategy`. A time of 0 seconds counts as none.
package struct ConstantBackoffStrategy: Component, BackoffStrategy {
    package static let typeName = "ConstantBackoffStrategy"
    package static let summary = "Waits the same time before every further attempt."
    package static let details = "A wait of 0 seconds counts as none, and the next strategy decides."
    package static let example = """
        type: ConstantBackoffStrategy
        backoff_time_in_seconds: 30
        """

    private static let time = Field.required(
        "backoff_time_in_seconds",
        .numberOrTemplate(.atLeast(0), otherwise: .warning),
        "The wait (seconds)."
    )
    package static let fields = [time, WaitJitter.field]

    private let time: TemplateText
    private let jitter: WaitJitter

    package init(_ reader: ComponentReader) throws {
        time = try reader.template(Self.time)
        jitter = WaitJitter(reader)
    }

    package func wait(after outcome: RequestOutcome, attempt: Int, in scope: Scope, now: Double) throws -> Double? {
        jitter.added(to: try WaitNumber.value(of: time, named: Self.time.name, in: scope), in: scope)
    }

    package func origin(of outcome: RequestOutcome, in scope: Scope) -> WaitOrigin {
        let value = (try? time.text(in: scope)) ?? time.source
        return WaitOrigin("'\(Self.time.name)' of \(Self.typeName) is '\(value)'")
    }
}
