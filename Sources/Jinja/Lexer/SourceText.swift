import Text

/// A template's text with line ends made uniform and one newline taken off its end, as the language prescribes.
struct SourceText {
    let bytes: [UInt8]
    /// Offset in the text as written for each offset in `bytes`; nil when they are the same.
    private let places: [Int]?

    init(_ source: String) {
        var bytes = Array(source.utf8)
        var places: [Int]?
        if bytes.contains(0x0D) { (bytes, places) = Self.withoutReturns(bytes) }
        if bytes.last == 0x0A { bytes.removeLast() }
        self.bytes = bytes
        self.places = places
    }

    private static func withoutReturns(_ bytes: [UInt8]) -> ([UInt8], [Int]) {
        var kept: [UInt8] = []
        var places: [Int] = []
        for (at, byte) in bytes.enumerated() {
            if byte == 0x0A, at > 0, bytes[at - 1] == 0x0D { continue }
            kept.append(byte == 0x0D ? 0x0A : byte)
            places.append(at)
        }
        places.append(bytes.count)
        return (kept, places)
    }

    func range(_ lower: Int, _ upper: Int) -> Range<Int> {
        guard let places else { return lower..<max(lower, upper) }
        return places[min(lower, places.count - 1)]..<places[min(max(lower, upper), places.count - 1)]
    }

    func text(_ lower: Int, _ upper: Int) -> String { String(decoding: bytes[lower..<upper], as: UTF8.self) }

    /// The scalar at a place and its length in bytes.
    func scalar(at place: Int) -> (Unicode.Scalar, Int)? {
        guard place < bytes.count else { return nil }
        if bytes[place] < 0x80 { return (Unicode.Scalar(bytes[place]), 1) }
        var iterator = bytes[place...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, UTF8.width(scalar))
    }

    /// The first place at or after `start` that holds no white space.
    func skipSpace(_ start: Int) -> Int {
        var at = start
        while let (scalar, width) = scalar(at: at), scalar.isPythonSpace { at += width }
        return at
    }

    func starts(with prefix: [UInt8], at place: Int) -> Bool {
        place + prefix.count <= bytes.count && bytes[place..<(place + prefix.count)].elementsEqual(prefix)
    }
}
