import JSON

/// A short mark of a page's records: pages with the same records have the same mark.
///
/// Looks at the number of records and at the bytes of a few of them, so it costs the same for a page of any size.
struct PagePrint: Hashable, Sendable {
    /// How many records the page has.
    let count: Int
    private let samples: UInt64

    /// Bytes of a record that are looked at.
    private static let sampleBytes = 512

    /// - Parameter count: how many records the page has, when these are but the first of them.
    init(_ records: [JSONValue], count: Int? = nil) {
        self.count = count ?? records.count
        var mark: UInt64 = 0
        for place in Self.places(in: records.count) { Self.feed(records[place], to: &mark) }
        samples = mark
    }

    /// The first record, the last, and two between them.
    private static func places(in count: Int) -> [Int] {
        count < 5 ? Array(0..<count) : [0, count / 3, count * 2 / 3, count - 1]
    }

    private static func feed(_ record: JSONValue, to mark: inout UInt64) {
        guard case .view(let view) = record else {
            var text = record.text
            return text.withUTF8 { feed(UnsafeRawBufferPointer($0), to: &mark) }
        }
        mix(UInt64(view.byteCount), into: &mark)
        view.withBytes { feed(UnsafeRawBufferPointer(rebasing: $0.prefix(sampleBytes)), to: &mark) }
    }

    /// Takes eight bytes at a time.
    ///
    /// Nothing is gained by two pages with one mark, so no keyed hash is needed.
    private static func feed(_ bytes: UnsafeRawBufferPointer, to mark: inout UInt64) {
        var place = 0
        while place + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self), into: &mark)
            place += 8
        }
        while place < bytes.count {
            mix(UInt64(bytes[place]), into: &mark)
            place += 1
        }
    }

    @inline(__always)
    private static func mix(_ word: UInt64, into mark: inout UInt64) {
        mark = (mark ^ word) &* 0x9E37_79B9_7F4A_7C15
        mark ^= mark >> 29
    }
}
