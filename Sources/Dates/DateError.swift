/// Says why a date, a duration or a zone could not be read or computed.
///
/// The raw values of the kinds are the names of Python's exception classes.
package struct DateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The class of a fault, named after what was wrong.
    package enum Kind: String, Hashable, Sendable {
        /// A string or a number that is not a valid date.
        case value = "ValueError"
        /// A result outside years 1 to 9999, or an interval that is too long.
        case overflow = "OverflowError"
        /// Operands that do not go together.
        case type = "TypeError"
        /// A format that repeats a directive.
        case pattern = "error"
        /// A string that is not an ISO 8601 duration.
        case duration = "ISO8601Error"
        /// A zone name that is not known.
        case zone = "UnknownTimeZoneError"
        /// A division by zero.
        case division = "ZeroDivisionError"
        /// A number of seconds that the system calendar cannot hold.
        case system = "OSError"
    }

    /// The class of the fault.
    package let kind: Kind
    /// What was wrong, in one sentence without a full stop.
    package let message: String

    /// Makes an error of a class with a message.
    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The message alone.
    package var description: String { message }

    /// The fault of a date outside years 1 to 9999 that came out of arithmetic.
    static let outOfRange = DateError(.overflow, "date value out of range")

    /// The fault of a year outside 1 to 9999.
    static func year(_ year: Int) -> DateError { DateError(.value, "year \(year) is out of range") }
}
