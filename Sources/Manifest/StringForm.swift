import Dates
package import Diagnostics
import RegularExpressions
import Text

/// What a string must look like where it is written out.
package enum StringForm: Sendable {
    case any
    /// A condition, which is the same for everything unless an expression is in it.
    case condition
    /// A duration of ISO 8601, such as `P1D`.
    case duration
    /// A duration of fixed length: no months, no years.
    case fixedDuration
    /// A date format of Python's `strptime` and its extensions; `nil` leaves the verdict to the component.
    case dateFormat(Diagnostic.Severity?)
    /// A regular expression of Python; a broken one is refused or only causes a warning.
    case pattern(Diagnostic.Severity)
    case integer(NumberBound?)
    /// A number within a bound; another string is refused or only causes a warning.
    case number(NumberBound?, Diagnostic.Severity)

    /// What is wrong with a string.
    struct Fault {
        var severity = Diagnostic.Severity.error
        var code = "invalid-value"
        let message: String
        let fix: String
    }

    /// The form in words.
    package var words: String {
        switch self {
        case .any, .condition: "a string"
        case .duration, .fixedDuration: "a duration such as P1D"
        case .dateFormat: "a date format"
        case .pattern: "a regular expression"
        case .integer(let bound): "an integer" + (bound.map { ", \($0.words)" } ?? "")
        case .number(let bound, _): "a number" + (bound.map { ", \($0.words)" } ?? "")
        }
    }

    /// The fault of a string without expressions in the field of a name.
    func fault(in text: String, field name: String) -> Fault? {
        switch self {
        case .any: nil
        case .condition: Self.conditionFault(text, name)
        case .duration: text.isEmpty ? nil : Self.durationFault(text, name)
        case .fixedDuration: Self.fixedDurationFault(text, name)
        case .dateFormat(let severity): severity.flatMap { Self.formatFault(text, name, $0) }
        case .pattern(let severity): Self.patternFault(text, name, severity)
        case .integer(let bound): text.isEmpty ? nil : Self.integerFault(text, name, bound)
        case .number(let bound, let severity):
            text.isEmpty ? nil : Self.numberFault(text, name, "a number", bound, severity) { Double($0) }
        }
    }

    private static func conditionFault(_ text: String, _ name: String) -> Fault? {
        guard !text.isEmpty, !["true", "false"].contains(text.lowercased()) else { return nil }
        return Fault(
            severity: .warning,
            code: "constant-condition",
            message: "'\(name)' contains no expression, so it is the same for everything",
            fix: "write \"{{ \(text) }}\""
        )
    }

    private static func durationFault(_ text: String, _ name: String) -> Fault? {
        if let duration = try? ISO8601Duration.parse(text), !duration.isBackward { return nil }
        return Fault(
            message: "'\(name)' is '\(text)', which is not a duration",
            fix: "write one such as P1D, PT1H or P1M"
        )
    }

    private static func fixedDurationFault(_ text: String, _ name: String) -> Fault? {
        if case .fixed(let delta)? = try? ISO8601Duration.parse(text), delta > .zero { return nil }
        return Fault(
            message: "'\(name)' is '\(text)', which is not a fixed duration",
            fix: "write days, hours, minutes or seconds, such as PT1M"
        )
    }

    /// What is wrong with a date format, which could be written but never read.
    package static func formatFault(in text: String) -> String? { DateFormat(text).readingFault }

    private static func formatFault(_ text: String, _ name: String, _ severity: Diagnostic.Severity) -> Fault? {
        guard let message = formatFault(in: text) else { return nil }
        return Fault(severity: severity, message: "'\(name)' cannot be used for reading: \(message)", fix: formatFix)
    }

    /// What to do about a format that cannot be parsed with.
    package static let formatFix = "write directives of strptime, such as \"%Y-%m-%dT%H:%M:%SZ\""

    private static func patternFault(_ text: String, _ name: String, _ severity: Diagnostic.Severity) -> Fault? {
        do {
            _ = try PythonRegex(text)
            return nil
        } catch {
            let message = "'\(name)' is not a valid regular expression: \(text)"
            return Fault(severity: severity, code: "invalid-pattern", message: message, fix: error.message)
        }
    }

    private static func integerFault(_ text: String, _ name: String, _ bound: NumberBound?) -> Fault? {
        numberFault(text, name, "an integer", bound, .error) { Int($0).map(Double.init) }
    }

    private static func numberFault(
        _ text: String,
        _ name: String,
        _ kind: String,
        _ bound: NumberBound?,
        _ severity: Diagnostic.Severity,
        _ read: (String) -> Double?
    ) -> Fault? {
        guard let number = read(text.trimmed().filter { $0 != "_" }) else {
            return Fault(
                severity: severity,
                code: "not-a-number",
                message: "'\(name)' must be \(kind), found '\(text)'",
                fix: "write \(kind), or a template such as \"{{ config['\(name)'] }}\""
            )
        }
        guard let bound, !bound.holds(for: number) else { return nil }
        return Fault(
            severity: severity == .warning ? severity : bound.severity,
            code: "out-of-range",
            message: "'\(name)' is \(text); it must be \(bound.words)",
            fix: "write \(bound.words)"
        )
    }
}
