import JSON

/// A short mark of a page's records: pages with the same records have the same mark.
///
/// Looks at the number of records and at the bytes of a few of them, so it costs the same for a page of any size.
struct PagePrint: Equatable, Sendable {
    /// How many records the page has.
    let count: Int
    private let samples: Int

    /// Bytes of a record that are looked at.
    private static let sampleBytes = 512

    init(_ records: [JSONValue]) {
        count = records.count
        var hasher = Hasher()
        for place in Self.places(in: records.count) { Self.feed(records[place], to: &hasher) }
        samples = hasher.finalize()
    }

    /// The first record, the last, and two between them.
    private static func places(in count: Int) -> [Int] {
        count < 5 ? Array(0..<count) : [0, count / 3, count * 2 / 3, count - 1]
    }

    private static func feed(_ record: JSONValue, to hasher: inout Hasher) {
        guard case .view(let view) = record else { return hasher.combine(record.text) }
        hasher.combine(view.byteCount)
        view.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0.prefix(sampleBytes))) }
    }
}
