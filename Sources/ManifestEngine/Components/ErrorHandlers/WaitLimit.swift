import Diagnostics
import Jinja
import Manifest
import Text

/// The longest wait that a backoff strategy may ask for: the field `max_waiting_time_in_seconds`.
struct WaitLimit {
    static let field = Field(
        "max_waiting_time_in_seconds",
        .either([.number, .template]),
        "Fail the stream instead of waiting this long or longer (seconds). Default: no limit."
    )

    private let seconds: TemplateText?

    init(_ reader: ComponentReader) throws { seconds = try reader.optionalTemplate(Self.field) }

    /// The wait, if it is short enough; otherwise the stream fails.
    ///
    /// Nil and 0 ask for no wait and pass.
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
