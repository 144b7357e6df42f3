import NIOCore

/// Says when what was written of a request goes out: head and body in one write.
///
/// The client flushes the head of a request before it writes the body. For the small bodies of an API that is a second
/// system call and a second packet, and the server wakes up for half a request. Requests are written whole without waiting
/// for anything, so a flush can wait for the end of the request, except for a body that fills the buffer, of which the client
/// writes the rest only once there is room.
struct WholeRequestFlush {
    /// Whether all of the request was written.
    var isWhole = false

    /// Whether a flush is passed on.
    func isDue(on channel: any Channel) -> Bool { isWhole || !channel.isWritable }
}
