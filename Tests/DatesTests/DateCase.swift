import Dates
import Testing

/// One row of a table: what goes in, and what the reference implementation makes of it.
///
/// An expectation that begins with `!` is the class of a fault.
struct DateCase: Sendable, CustomTestStringConvertible {
    let input: String
    let argument: String
    let expected: String

    init(_ input: String, _ argument: String, _ expected: String) {
        self.input = input
        self.argument = argument
        self.expected = expected
    }

    init(_ input: String, _ expected: String) {
        self.init(input, "", expected)
    }

    var testDescription: String { "\(input) | \(argument)" }
}

/// The result of a call as tables write it: its text, or `!` and the class of the fault.
func outcome(_ body: () throws(DateError) -> String) -> String {
    do throws(DateError) { return try body() } catch { return "!" + error.kind.rawValue }
}

/// The fault of a call as `Class: message`.
func fault(_ body: () throws(DateError) -> some Any) -> String {
    do throws(DateError) { return "no fault: \(try body())" } catch {
        return "\(error.kind.rawValue): \(error.message)"
    }
}
