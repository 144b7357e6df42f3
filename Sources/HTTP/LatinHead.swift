import NIOCore

/// Sends the head of a request in Latin-1, as the reference's HTTP client does, where a header has non-ASCII
/// characters.
///
/// Sits between the codec and the socket; `KeptConnection` tells it which head that is.
final class LatinHead: ChannelOutboundHandler {
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// Whether the next bytes are a head to be written in Latin-1.
    var isDue = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard isDue, case .byteBuffer(let head) = unwrapOutboundIn(data) else {
            return context.write(data, promise: promise)
        }
        isDue = false
        let bytes = Self.latin(String(buffer: head)).map { context.channel.allocator.buffer(bytes: $0) }
        context.write(wrapOutboundOut(.byteBuffer(bytes ?? head)), promise: promise)
    }

    /// The text in Latin-1; nil when that lacks one of its letters.
    static func latin(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
