import Text

/// How large a response may get, decompressed.
package struct ResponseLimit: Equatable, Sendable {
    /// Bytes that are not looked at for how well they were compressed.
    ///
    /// Small enough for many at once, large enough for what a generator of test data writes.
    static let unquestioned = 64 * 1024 * 1024
    /// How many times larger than its compressed form a body beyond `unquestioned` may be.
    ///
    /// Records that differ compress to a tenth or a hundredth, and deflate cannot go beyond 1032: what comes near that
    /// is made to fill memory.
    static let believedRatio = 500
    /// Bytes that are kept of a body that only explains an error.
    static let errorBody = 16 * 1024 * 1024

    /// Bytes it may have.
    package let bytes: Int
    /// False when the limit was set explicitly.
    let doubtsRatio: Bool

    package init(_ options: TransportOptions) {
        bytes = options.maxResponseSize ?? TransportOptions.standardResponseSize
        doubtsRatio = options.maxResponseSize == nil
    }

    private init(bytes: Int, doubtsRatio: Bool) {
        self.bytes = bytes
        self.doubtsRatio = doubtsRatio
    }

    /// No limit.
    package static let none = ResponseLimit(bytes: .max, doubtsRatio: false)

    /// The limit for a body that is read in pieces, which may have any size: only how well it was compressed is
    /// doubted.
    package var forPieces: ResponseLimit { ResponseLimit(bytes: .max, doubtsRatio: doubtsRatio) }

    /// The limit for a body that only explains an error.
    var forErrors: ResponseLimit { ResponseLimit(bytes: min(bytes, Self.errorBody), doubtsRatio: doubtsRatio) }

    /// Why a body is not read on; nil while it is within the limit.
    ///
    /// - Parameters:
    ///   - size: bytes of the body so far, decompressed.
    ///   - received: bytes it came in.
    package func excess(size: Int, received: Int, url: String) -> TransportError? {
        guard size > bytes || size > Self.unquestioned else { return nil }
        let place = AddressParts(url)?.authority ?? url
        if size > bytes {
            let packed = size > received ? ", decompressed from \(ByteCount.text(received))" : ""
            return TransportError(
                .tooLarge,
                "the response of \(place) is larger than \(ByteCount.text(bytes))\(packed); "
                    + "--max-response-size allows more, smaller pages or time windows avoid it"
            )
        }
        guard doubtsRatio, size / Self.believedRatio > received else { return nil }
        return TransportError(
            .tooLarge,
            "the response of \(place) grows from \(ByteCount.text(received)) to more than \(ByteCount.text(size)) when "
                + "it is unpacked, over \(Self.believedRatio) times its size, which is not plausible; if it is right, "
                + "set --max-response-size"
        )
    }
}
