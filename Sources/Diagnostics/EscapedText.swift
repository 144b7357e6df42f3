/// A string as bytes, with some levels of escapes taken out, that knows where each byte was written.
///
/// A level takes out the escapes of addresses (`%2F`), of JSON and Python (`\"`, `\u002f`, `\x2f`) and of HTML (`&amp;`,
/// `&#x2F;`) together, in either case of their digits; zero bytes go. So strings that were escaped twice, or in one way
/// inside another, come out whole after as many levels.
struct EscapedText {
    let bytes: [UInt8]
    /// Where each byte begins in the text as written, and at last its length; nil while nothing was taken out.
    private let starts: [Int]?

    init(_ text: String) { self.init(bytes: Array(text.utf8), starts: nil) }

    private init(bytes: [UInt8], starts: [Int]?) {
        self.bytes = bytes
        self.starts = starts
    }

    /// The part of the text as written that bytes stand for.
    func written(_ range: Range<Int>) -> Range<Int> {
        guard let starts else { return range }
        return starts[range.lowerBound]..<starts[range.upperBound]
    }

    /// The text with one level of escapes less; nil when it has none.
    func unescaped() -> EscapedText? {
        guard bytes.contains(where: Escape.mayBegin) else { return nil }
        var out: [UInt8] = []
        var places: [Int] = []
        out.reserveCapacity(bytes.count)
        places.reserveCapacity(bytes.count + 1)
        var at = 0
        while at < bytes.count {
            let place = starts?[at] ?? at
            let before = out.count
            if let escape = Escape(in: bytes, at: at) {
                escape.append(to: &out)
                at += escape.length
            } else {
                out.append(bytes[at])
                at += 1
            }
            for _ in before..<out.count { places.append(place) }
        }
        guard out.count < bytes.count else { return nil }
        places.append(starts?[bytes.count] ?? bytes.count)
        return EscapedText(bytes: out, starts: places)
    }

    /// The bytes after each level of escapes, as written first; four levels at most.
    static func levels(of text: String) -> [EscapedText] {
        var levels = [EscapedText(text)]
        while levels.count < 5, let next = levels[levels.count - 1].unescaped() { levels.append(next) }
        return levels
    }
}
