import JSON

/// Turns a body into UTF-8 while it comes in, by a named encoding or by the one that its first bytes tell.
///
/// Owned by one task.
struct StartedText {
    /// Bytes that tell the encoding.
    private static let tellingBytes = 4

    /// The first bytes of the body, until there are enough to tell the encoding.
    private var beginning: Bytes?
    /// Converts a body that is not plain UTF-8.
    private var charset: CharsetReader?
    private var hasEnded = false

    /// - Parameter charset: the encoding, when it is known.
    init(_ charset: CharsetReader? = nil) {
        self.charset = charset
        beginning = charset == nil ? Bytes() : nil
    }

    /// The UTF-8 of a piece; nil while the encoding is not known.
    mutating func utf8(of piece: Bytes) -> Bytes? {
        guard let beginning else { return convert(piece) }
        beginning.append(UnsafeRawBufferPointer(piece.buffer))
        return beginning.count >= Self.tellingBytes ? begin(with: beginning) : nil
    }

    /// What is left at the end of the body; nil when that is nothing.
    mutating func end() -> Bytes? {
        hasEnded = true
        return beginning.map { begin(with: $0) }
    }

    /// The encoding in which the body means nothing, or ends in the middle of a character; nil while it is right.
    var faultyEncoding: String? {
        guard let charset, charset.hasFault || charset.isCut && hasEnded else { return nil }
        return charset.name
    }

    private mutating func begin(with bytes: Bytes) -> Bytes {
        beginning = nil
        charset = TextEncoding.name(ofStart: bytes.buffer).flatMap(CharsetReader.init)
        return convert(bytes)
    }

    private func convert(_ piece: Bytes) -> Bytes { charset?.utf8(of: piece) ?? piece }
}
