import JSON

/// The body of a response while it comes in: decompressed as it is compressed, and held to its limit.
///
/// A body that is not compressed is copied once. Of a compressed one, each layer decompresses into the next, the last
/// into the body. Not Sendable: belongs to the response that is gathered.
final class ResponseBody {
    /// Bytes reserved at most on the word of a header.
    private static let reservationLimit = 64 * 1024 * 1024
    /// How much larger than its compressed form a body is taken to be.
    ///
    /// Room that is not used costs no memory.
    private static let usualPacking = 8

    private(set) var bytes: Bytes
    private let url: String
    private let limit: ResponseLimit
    private let layers: [Inflater]
    /// What the layers but the last decompress into.
    private let between: [Bytes]
    /// Why no byte of the body can be read.
    private let refusal: TransportError?
    private var received = 0
    /// Bytes of the body that were taken from here.
    private var taken = 0

    /// - Parameters:
    ///   - length: the bytes that are announced, as they come; nil when nothing is said.
    ///   - encodings: the values of `Content-Encoding`.
    ///   - url: where the response comes from, for messages.
    init(length: Int?, encodings: [String], limit: ResponseLimit, url: String) {
        self.url = url
        self.limit = limit
        var codings: [ContentCoding] = []
        var refusal: TransportError?
        do throws(UnreadCoding) { codings = try ContentCoding.undone(encodings) } catch {
            let message =
                "\(Self.place(url)) compressed its response as '\(error.name)', which was not requested and is not supported; "
                + "gzip, deflate and uncompressed responses are"
            refusal = TransportError(.unreadEncoding, message)
        }
        layers = codings.map(Inflater.init)
        between = codings.dropLast().map { _ in Bytes() }
        let factor = codings.isEmpty ? 1 : Self.usualPacking
        let announced = max(length ?? 0, 0)
        if codings.isEmpty { refusal = refusal ?? limit.excess(size: announced, received: announced, url: url) }
        self.refusal = refusal
        bytes = Bytes(capacity: min(announced, Self.reservationLimit / factor) * factor)
    }

    /// Whether there is a content encoding to take off.
    var isPacked: Bool { !layers.isEmpty }

    /// What there is so far, which is then forgotten here; nil when that is nothing.
    func takeBytes() -> Bytes? {
        guard bytes.count > 0 else { return nil }
        bytes.pad()
        taken += bytes.count
        defer { bytes = Bytes() }
        return bytes
    }

    /// Takes in the next part as it came; returns why the body cannot be read on.
    func fault(appending part: UnsafeRawBufferPointer) -> TransportError? {
        do throws(TransportError) {
            try append(part)
            return nil
        } catch {
            return error
        }
    }

    private func append(_ part: UnsafeRawBufferPointer) throws(TransportError) {
        guard !part.isEmpty else { return }
        if let refusal { throw refusal }
        received += part.count
        guard !layers.isEmpty else {
            try checkSize(bytes.count + part.count)
            return bytes.append(part)
        }
        try unpack(part, layer: 0)
    }

    /// The whole body.
    func finish() throws(TransportError) -> Bytes {
        for layer in layers {
            do throws(Inflater.Fault) { try layer.finish() } catch { throw transportError(error) }
        }
        bytes.pad()
        return bytes
    }

    private func unpack(_ part: UnsafeRawBufferPointer, layer: Int) throws(TransportError) {
        guard layer < layers.count - 1 else {
            return try layers[layer].unpack(part, into: bytes, fault: transportError) { () throws(TransportError) in
                try checkSize(bytes.count)
            }
        }
        let next = between[layer]
        try layers[layer].unpack(part, into: next, fault: transportError) { () throws(TransportError) in
            try unpack(UnsafeRawBufferPointer(next.buffer), layer: layer + 1)
            next.removeAll()
        }
    }

    private func checkSize(_ size: Int) throws(TransportError) {
        if let excess = limit.excess(size: taken + size, received: received, url: url) { throw excess }
    }

    private func transportError(_ fault: Inflater.Fault) -> TransportError {
        let place = Self.place(url)
        return switch fault {
        case .truncated:
            TransportError(.truncated, "the compressed response of \(place) is incomplete")
        case .notPacked:
            TransportError(
                .undecodable,
                "the response of \(place) is not compressed, though its Content-Encoding says so"
            )
        case .corrupt(let reason):
            TransportError(.undecodable, "the response of \(place) cannot be decompressed: \(reason)")
        }
    }

    private static func place(_ url: String) -> String { AddressParts(url)?.authority ?? url }
}
