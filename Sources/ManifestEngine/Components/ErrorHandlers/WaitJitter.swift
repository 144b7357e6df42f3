import Jinja
import Manifest

/// A random part of a wait, so that workers do not come back all at once: the field `jitter_range_in_seconds`.
struct WaitJitter {
    static let field = Field(
        "jitter_range_in_seconds",
        .number,
        "Adds a random time from 0 to twice this many seconds. Default: none."
    )

    private let range: Double?

    init(_ reader: ComponentReader) { range = reader.number(Self.field) }

    /// The wait with its random part; the random bits are the scope's.
    func added(to wait: Double, in scope: Scope) -> Double {
        guard let range else { return wait }
        let fraction = Double(scope.environment.random() >> 11) / Double(1 << 53)
        return wait + fraction * range * 2
    }
}
