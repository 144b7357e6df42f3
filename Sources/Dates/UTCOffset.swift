/// A fixed distance from UTC with the name that `%Z` prints.
///
/// The distance is less than 24 hours either way. Equality regards the name as well; instants ignore it.
package struct UTCOffset: Hashable, Sendable {
    /// Microseconds shifted left by six bits, with the name code in the low bits.
    let packed: Int64

    /// Wraps a packed value.
    init(packed: Int64) {
        self.packed = packed
    }

    /// UTC itself.
    package static let utc = UTCOffset(packed: 0)
    /// UTC as the text macros make it: the same instant and name, but it prints as `<UTC>` inside a list.
    package static let macroUTC = UTCOffset(packed: 1)

    /// Makes an offset; nil from 24 hours on.
    package init?(microseconds: Int64) {
        guard microseconds.magnitude < Gregorian.dayLength.magnitude else { return nil }
        packed = microseconds << 6
    }

    /// Makes an offset of whole seconds east of UTC; nil from 24 hours on.
    package init?(seconds: Int) {
        guard seconds.magnitude < 86_400 else { return nil }
        packed = Int64(seconds) * 1_000_000 << 6
    }

    /// The same offset that prints the zone name it was read with: `utc` or `gmt`, each letter in its own case.
    ///
    /// Bit 5 marks a read name, bit 3 stands for `gmt`, bits 0 to 2 for capitals in the first to third letter.
    func named(_ code: UInt8) -> UTCOffset { UTCOffset(packed: packed | Int64(code | 32)) }

    /// The distance east of UTC in microseconds.
    package var microseconds: Int64 { packed >> 6 }

    /// The zone name: `UTC`, `UTC+05:30`, or the name the zone was read with.
    package var name: String {
        let code = UInt8(truncatingIfNeeded: packed & 63)
        if code & 32 != 0 {
            let letters = (code & 8 == 0 ? "utc" : "gmt").utf8.enumerated()
            return String(decoding: letters.map { code >> $0 & 1 == 1 ? $1 - 32 : $1 }, as: UTF8.self)
        }
        if microseconds == 0 { return "UTC" }
        var text = Array("UTC".utf8)
        append(to: &text, separator: ":")
        return String(decoding: text, as: UTF8.self)
    }

    /// The offset as it prints inside a list: `datetime.timezone.utc`.
    var representation: String {
        let code = packed & 63
        if code == 1 { return "<UTC>" }
        if code == 0, microseconds == 0 { return "datetime.timezone.utc" }
        let delta = TimeDelta(unchecked: Int128(microseconds)).representation
        return "datetime.timezone(\(delta)\(code == 0 ? "" : ", '\(name)'"))"
    }

    /// Writes sign, hours and minutes, then seconds and their fraction when there are any.
    func append(to text: inout [UInt8], separator: String) {
        text.append(UInt8(ascii: microseconds < 0 ? "-" : "+"))
        let size = Int(microseconds.magnitude)
        let seconds = size / 1_000_000
        text.appendNumber(seconds / 3600, width: 2)
        text.append(text: separator)
        text.appendNumber(seconds / 60 % 60, width: 2)
        guard size % 60_000_000 != 0 else { return }
        text.append(text: separator)
        text.appendNumber(seconds % 60, width: 2)
        guard size % 1_000_000 != 0 else { return }
        text.append(UInt8(ascii: "."))
        text.appendNumber(size % 1_000_000, width: 6)
    }
}
