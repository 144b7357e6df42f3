import AsyncHTTPClient
import NIOCore

/// A kept connection turned out to be closed by the server before a byte of the response came.
struct KeptConnectionClosed: Error {
    /// What the server knows of the request.
    enum Reading {
        /// Certainly nothing: not a byte of it arrived.
        case unread
        /// Probably nothing: the connection was reset, as happens when it is closed with unread bytes.
        case reset
        /// Perhaps all of it.
        case perhapsRead
    }

    let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    /// What an error of the client says about the connection; nil when it is about something else.
    ///
    /// - Parameter hasSentHead: whether a connection was found for the request and it was begun.
    init?(behind error: any Error, hasSentHead: Bool) {
        if let closed = error as? KeptConnectionClosed {
            self = closed
        } else if !hasSentHead, case ChannelError.ioOnClosedChannel? = error as? ChannelError {
            // The client picked a connection in the moment in which it closed.
            reading = .unread
        } else {
            return nil
        }
    }
}
