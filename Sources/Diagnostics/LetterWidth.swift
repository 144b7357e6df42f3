/// How many columns of a terminal a character takes.
package enum LetterWidth {
    /// Letters of East Asian scripts and pictures, which take two columns.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
    ]

    /// The columns of one Unicode scalar: none for an accent of its own, two for a wide letter, else one.
    package static func columns(_ scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// The columns of a letter with its accents.
    package static func columns(_ letter: Character) -> Int {
        letter.unicodeScalars.first.map { max(1, columns($0)) } ?? 0
    }
}
