/// Numbers of bytes as people write them.
package enum ByteCount {
    private static let units: [(name: String, size: Int)] = [
        ("KIB", 1 << 10), ("MIB", 1 << 20), ("GIB", 1 << 30), ("TIB", 1 << 40), ("KB", 1000), ("MB", 1_000_000),
        ("GB", 1_000_000_000), ("TB", 1_000_000_000_000), ("K", 1 << 10), ("M", 1 << 20), ("G", 1 << 30),
        ("T", 1 << 40), ("B", 1), ("", 1),
    ]

    /// Reads a number with a unit or none: `512MiB`, `1.5 GiB`, `300MB`, `4096`.
    ///
    /// Nil for anything else, for zero and for what no memory holds.
    package static func parse(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let name = text[digits.endIndex...].drop { $0 == " " }.uppercased()
        guard let unit = units.first(where: { $0.name == name })?.size, let number = Double(digits) else { return nil }
        let bytes = (number * Double(unit)).rounded()
        guard bytes >= 1, bytes <= 0x1p50 else { return nil }
        return Int(bytes)
    }

    /// A number of bytes to the nearest tenth of a unit: `512 MiB`, `4.1 KiB`, `17 bytes`.
    package static func text(_ bytes: Int) -> String {
        let binary = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        guard let (name, size) = binary.first(where: { bytes >= $0.1 }) else { return "\(bytes) bytes" }
        let tenths = Int((Double(bytes) * 10 / Double(size)).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
}
