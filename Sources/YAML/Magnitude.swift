/// A whole number without sign and without limit, built up digit by digit.
///
/// Only what reading YAML numbers needs: Horner's scheme and decimal output.
struct Magnitude: CustomStringConvertible {
    private static let base: UInt64 = 1_000_000_000

    /// Groups of nine decimal digits, the lowest first; no zero group at the high end.
    private var groups: [UInt32] = []

    var isZero: Bool { groups.isEmpty }

    /// How many decimal digits the number has, rounded up to groups of nine.
    var digitBound: Int { groups.count * 9 }

    /// Makes this number `self * factor + addend`.
    mutating func multiply(by factor: UInt32, adding addend: UInt32) {
        var carry = UInt64(addend)
        for index in groups.indices {
            let product = UInt64(groups[index]) * UInt64(factor) + carry
            groups[index] = UInt32(product % Self.base)
            carry = product / Self.base
        }
        while carry > 0 {
            groups.append(UInt32(carry % Self.base))
            carry /= Self.base
        }
    }

    /// Adds another number.
    mutating func add(_ other: Magnitude) {
        var carry: UInt64 = 0
        var index = 0
        while index < other.groups.count || carry > 0 {
            if index == groups.count { groups.append(0) }
            let addend = index < other.groups.count ? UInt64(other.groups[index]) : 0
            let sum = UInt64(groups[index]) + addend + carry
            groups[index] = UInt32(sum % Self.base)
            carry = sum / Self.base
            index += 1
        }
    }

    /// The decimal digits.
    var description: String {
        guard let highest = groups.last else { return "0" }
        var text = String(highest)
        for group in groups.dropLast().reversed() {
            let digits = String(group)
            text += String(repeating: "0", count: 9 - digits.count) + digits
        }
        return text
    }
}
