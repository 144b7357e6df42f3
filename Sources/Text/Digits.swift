/// Digits in bases other than ten.
extension Unicode.Scalar {
    /// The value of an octal digit; nil for everything else.
    package var octalDigit: UInt32? { ("0"..."7").contains(self) ? value - 0x30 : nil }

    /// The value of a hexadecimal digit; nil for everything else.
    package var hexadecimalDigit: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f": value - 0x57
        case "A"..."F": value - 0x37
        default: nil
        }
    }
}
