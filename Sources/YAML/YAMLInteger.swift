import Text

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

    init(_ value: BigInteger) {
        int = value.small
        longDigits = int == nil ? value.description : ""
    }

    /// The decimal digits, with a minus sign for a negative number.
    package var digits: String { int.map(String.init) ?? longDigits }

    /// The same as ``digits``.
    package var description: String { digits }
}
