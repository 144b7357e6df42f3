/// Reads numbers from strings, as Python's `float` does.
package enum DecimalNumber {
    /// A finite number; nil for anything else, strings such as `nan` and `0x10` among them.
    ///
    /// Numbers beyond the range of a double are the greatest within.
    package static func of(_ text: String) -> Double? {
        let text = text.trimmed()
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
        guard let number = Double(text), !number.isNaN else { return nil }
        let most = Double.greatestFiniteMagnitude
        return min(max(number, -most), most)
    }

    /// A decimal integer, as Python's `int` takes it; nil for anything else.
    package static func integer(_ text: String) -> Int? { Int(text.trimmed()) }
}
