/// The character classes of Python's text methods.
extension Unicode.Scalar {
    /// `str.isspace` and `\s`.
    package var isPythonSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20: true
        case 0..<0x80: false
        case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// `str.isprintable`: what `repr` shows as it is.
    package var isPythonPrintable: Bool {
        if value < 0x7F { return value >= 0x20 }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }

    package var isNameStart: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "_": true
        default: value >= 0x80 && properties.isXIDStart
        }
    }

    package var isNamePart: Bool {
        switch self {
        case "0"..."9": true
        default: isNameStart || (value >= 0x80 && properties.isXIDContinue)
        }
    }
}
