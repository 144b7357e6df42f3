/// Reads the parts of a TZif file (RFC 8536).
struct TimeZoneReader {
    /// The counts at the head of a block.
    struct Header {
        let version: Int
        /// Counts of: UTC marks, standard marks, leap seconds, changes, types, name bytes.
        let counts: [Int]
    }

    /// The contents of a block.
    struct Block {
        let times: [Int]
        let indexes: [Int]
        let types: [(offset: Int, isSummer: Bool)]
    }

    private let bytes: [UInt8]
    private var place = 0

    /// Starts at the first byte.
    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads a header; nil when there is none here.
    mutating func header() -> Header? {
        guard place + 44 <= bytes.count, bytes[place..<place + 4].elementsEqual("TZif".utf8) else { return nil }
        let version = bytes[place + 4]
        place += 20
        var counts: [Int] = []
        for _ in 0..<6 { counts.append(number(4)) }
        guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
        return Header(version: version >= 50 ? Int(version) - 48 : 1, counts: counts)
    }

    /// Passes over a block.
    mutating func skipBlock(_ header: Header, wide: Bool) {
        place += length(header, wide: wide)
    }

    /// Reads a block; nil when the file is too short for it or it has no types.
    mutating func block(_ header: Header, wide: Bool) -> Block? {
        let end = place + length(header, wide: wide)
        guard end <= bytes.count, header.counts[4] > 0 else { return nil }
        var times: [Int] = []
        for _ in 0..<header.counts[3] { times.append(number(wide ? 8 : 4)) }
        let indexes = bytes[place..<place + header.counts[3]].map { Int($0) }
        place += header.counts[3]
        var types: [(offset: Int, isSummer: Bool)] = []
        for _ in 0..<header.counts[4] {
            types.append((number(4), bytes[place] != 0))
            place += 2
        }
        place = end
        return Block(times: times, indexes: indexes, types: types)
    }

    /// Reads the rule between the line ends after the last block; empty when there is none.
    mutating func footer() -> [UInt8] {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\n") else { return [] }
        return Array(bytes[(place + 1)...].prefix { $0 != UInt8(ascii: "\n") })
    }

    /// The bytes of a block.
    private func length(_ header: Header, wide: Bool) -> Int {
        let size = wide ? 8 : 4
        let counts = header.counts
        return counts[3] * (size + 1) + counts[4] * 6 + counts[5] + counts[2] * (size + 4) + counts[1] + counts[0]
    }

    /// Reads a signed number of the given number of bytes, highest first.
    private mutating func number(_ size: Int) -> Int {
        var value = Int(Int8(bitPattern: bytes[place]))
        for byte in bytes[place + 1..<place + size] { value = value << 8 | Int(byte) }
        place += size
        return value
    }
}
