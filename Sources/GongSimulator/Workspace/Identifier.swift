/// An id of up to 20 digits, written as a JSON string.
package struct Identifier: Sendable, Hashable, JSONWritable, CustomStringConvertible {
    /// The id as a number.
    package let number: UInt64

    /// The id as Gong writes it.
    package var description: String { String(number) }

    func write(to writer: inout JSONWriter) {
        writer.raw("\"")
        writer.digits(number)
        writer.raw("\"")
    }
}

/// Ids that rise with the position of a record, and can be traced back to it without a table.
struct IdentifierSeries {
    let seed: UInt64
    let kind: RecordKind
    let base: UInt64
    let stride: UInt64

    /// The id of the record at a position.
    func identifier(at index: Int) -> Identifier {
        var draws = Draws(seed: seed ^ 0xA5A5_5A5A, kind, index)
        return Identifier(number: base + UInt64(index) * stride + draws.next() % stride)
    }

    /// The position of an id; nil when no record has it.
    ///
    /// Positions at or beyond a count are for the caller to refuse.
    func index(of number: UInt64) -> Int? {
        guard number >= base else { return nil }
        let index = Int((number - base) / stride)
        return identifier(at: index).number == number ? index : nil
    }

    /// The position of an id given as text.
    func index(of text: String) -> Int? {
        UInt64(text).flatMap { index(of: $0) }
    }
}
