package import Diagnostics

/// The least that a number may be.
package struct NumberBound: Sendable {
    package let least: Int
    /// Whether the least itself is too small.
    package let isExclusive: Bool
    /// Whether a smaller number is refused or only causes a warning.
    package let severity: Diagnostic.Severity

    private init(_ least: Int, isExclusive: Bool = false, _ severity: Diagnostic.Severity = .error) {
        self.least = least
        self.isExclusive = isExclusive
        self.severity = severity
    }

    /// A number that must be at least this.
    package static func atLeast(_ least: Int) -> NumberBound { NumberBound(least) }

    /// A number that must be more than this.
    package static func above(_ least: Int) -> NumberBound { NumberBound(least, isExclusive: true) }

    /// A number that means nothing below this, but is not refused.
    package static func sensiblyAtLeast(_ least: Int) -> NumberBound { NumberBound(least, .warning) }

    /// The bound in words, such as "0 or more".
    package var words: String { isExclusive ? "more than \(least)" : "\(least) or more" }

    /// Whether a number keeps the bound.
    func holds(for number: Double) -> Bool { isExclusive ? number > Double(least) : number >= Double(least) }
}
