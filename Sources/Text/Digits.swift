/// Digits in bases other than ten.
extension Unicode.Scalar {
    /// The value of an octal digit; nil for everything else.
    package var octalDigit: UInt32? { ("0"..."7").contains(self) ? value - 0x30 : nil }

    /// The value of a hexadecimal digit; nil for everything else.
    package var hexadecimalDigit: UInt32? {
        UInt8(exactly: value).flatMap(\.hexadecimalDigit)
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit; nil for everything else.
    package var hexadecimalDigit: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self) - 0x30
        case 0x61...0x66: UInt32(self) - 0x57
        case 0x41...0x46: UInt32(self) - 0x37
        default: nil
        }
    }
}

extension [UInt8] {
    /// The number that a run of hexadecimal digits stands for, or nil if one of them is something else.
    package func hexNumber(at offset: Int, digits: Int) -> UInt32? {
        guard offset + digits <= count else { return nil }
        var number: UInt32 = 0
        for byte in self[offset..<offset + digits] {
            guard let digit = byte.hexadecimalDigit else { return nil }
            number = number &* 16 &+ digit
        }
        return number
    }
}
