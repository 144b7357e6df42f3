/// Mixes values into 64 bits; equal input, equal result, on every machine and in every run.
///
/// Good enough to tell filters and cursors apart in a simulator, and no protection against an attacker.
enum Digest {
    /// The FNV-1a digest of a string.
    static func of(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// A digest that depends on both values and on their order.
    static func combine(_ left: UInt64, _ right: UInt64) -> UInt64 {
        mix(left &+ 0x9E37_79B9_7F4A_7C15 &+ mix(right))
    }

    /// The finishing step of SplitMix64: spreads every input bit over the whole result.
    static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Sixteen lower-case hexadecimal digits.
    static func hexadecimal(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
