/// A whole number of any length, as decimal digits when it does not fit 64 bits.
package struct YAMLInteger: Sendable, Hashable, CustomStringConvertible {
    /// The value, when it fits.
    package let int: Int?

    /// The digits, when it does not.
    private let longDigits: String

    /// Makes a number of 64 bits.
    package init(_ value: Int) {
        int = value
        longDigits = ""
    }

    init(isNegative: Bool, magnitude: Magnitude) {
        let digits = (isNegative && !magnitude.isZero ? "-" : "") + magnitude.description
        int = Int(digits)
        longDigits = int == nil ? digits : ""
    }

    /// The decimal digits, with a minus sign for a negative number.
    package var digits: String { int.map(String.init) ?? longDigits }

    /// The same as ``digits``.
    package var description: String { digits }
}
