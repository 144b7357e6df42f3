import Diagnostics
import Jinja
import Manifest
import Text

/// Reads the numbers of error handlers and backoff strategies that may be templates.
enum WaitNumber {
    /// The number a field gives; anything else fails the stream.
    static func value(of template: TemplateText, named name: String, in scope: Scope) throws -> Double {
        let value = try template.value(in: scope)
        guard let number = DecimalNumber.of(value) else {
            throw EngineFailure(.system, "'\(name)' of a backoff strategy is '\(value.pythonText)', not a number.")
        }
        return number
    }

    /// An integer as Python's `int` reads it: numbers are cut at the point, text must be a decimal integer.
    static func whole(_ value: Value) -> Int? {
        switch value {
        case .int(let number): number
        case .bool(let flag): flag ? 1 : 0
        case .double(let number): Int(exactly: number.rounded(.towardZero))
        default: value.text.flatMap(DecimalNumber.integer)
        }
    }
}

/// The longest wait that a backoff strategy may ask for: the field `max_waiting_time_in_seconds`.
struct WaitLimit {
    static let field = Field(
        "max_waiting_time_in_seconds",
        .numberOrTemplate(otherwise: .error),
        "Fail the stream instead of waiting this long or longer (seconds)."
    )

    private let seconds: TemplateText?

    init(_ reader: ComponentReader) throws { seconds = try reader.optionalTemplate(Self.field) }

    /// The wait, if it is short enough; otherwise the stream fails.
    ///
    /// Nil and 0 mean no wait and pass.
    func checked(_ wait: Double?, in scope: Scope) throws -> Double? {
        guard let seconds, let wait, wait != 0 else { return wait }
        let value = try seconds.value(in: scope)
        guard let limit = DecimalNumber.of(value) else {
            throw EngineFailure(.system, "'\(Self.field.name)' is '\(value.pythonText)', not a number of seconds.")
        }
        guard wait >= limit else { return wait }
        throw EngineFailure(
            .transient,
            "The API asks to wait for \(Self.text(wait)) s; the manifest allows less than \(Self.text(limit)) s."
        )
    }

    private static func text(_ seconds: Double) -> String {
        Int(exactly: seconds).map(String.init) ?? String(seconds)
    }
}

/// A random part of a wait, so that workers do not come back all at once: the field `jitter_range_in_seconds`.
struct WaitJitter {
    static let field = Field(
        "jitter_range_in_seconds",
        .number(.atLeast(0)),
        "Adds a random time from 0 to twice this many seconds."
    )

    private let range: Double?

    init(_ reader: ComponentReader) { range = reader.number(Self.field) }

    /// The wait with its random part; the random bits are the scope's.
    func added(to wait: Double, in scope: Scope) -> Double {
        guard let range else { return wait }
        return wait + scope.environment.fraction() * range * 2
    }
}
