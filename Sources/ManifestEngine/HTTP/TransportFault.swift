import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Says in the engine's words what the HTTP client reports.
enum TransportFault {
    /// The fault behind an error of the client.
    ///
    /// - Parameters:
    ///   - hasHead: whether the answer had begun.
    ///   - address: where the request went; its query is left out of messages.
    static func translated(_ error: any Error, hasHead: Bool, address: String) -> TransportError {
        let place = AddressParts(address)?.authority ?? address
        switch error {
        case let error as HTTPClientError: return translated(error, hasHead: hasHead, place: place, address: address)
        case let error as NIOConnectionError: return TransportError(.connection, text(error))
        case is HTTPParserError where hasHead, is IOError where hasHead, is ChannelError where hasHead:
            return TransportError(.truncated, "\(place) broke off inside the answer: \(words(error))")
        case is IOError: return TransportError(.connection, "no connection to \(place): \(words(error))")
        default: return TransportError(.connection, "\(place): \(error)")
        }
    }

    private static func translated(
        _ error: HTTPClientError,
        hasHead: Bool,
        place: String,
        address: String
    ) -> TransportError {
        switch error {
        case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath:
            return TransportError(
                .invalidURL,
                "'\(address)' is not an address requests can go to; one begins with http:// or https:// and a host"
            )
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout:
            return TransportError(.timeout, "no connection to \(place) in time")
        case .readTimeout, .deadlineExceeded, .writeTimeout:
            return TransportError(.timeout, "\(place) fell silent for too long")
        case .remoteConnectionClosed, .uncleanShutdown, .bodyLengthMismatch:
            return hasHead
                ? TransportError(.truncated, "\(place) closed the connection inside the answer")
                : TransportError(.connection, "\(place) closed the connection without an answer")
        case .cancelled: return TransportError(.connection, "the request was cancelled")
        case _ where error.shortDescription == "Unsupported scheme":
            return TransportError(.invalidScheme, "'\(address)' does not begin with http:// or https://")
        default: return TransportError(.connection, "\(place): \(error.shortDescription)")
        }
    }

    /// An error of the system in the system's words.
    private static func words(_ error: any Error) -> String {
        guard let error = error as? IOError else { return String(describing: error) }
        return String(cString: strerror(error.errnoCode))
    }

    /// The first reason why no connection came about.
    private static func text(_ error: NIOConnectionError) -> String {
        let place = "\(error.host):\(error.port)"
        if let reason = error.connectionErrors.first?.error { return "no connection to \(place): \(words(reason))" }
        if error.dnsAError != nil || error.dnsAAAAError != nil { return "the host name of \(place) is not known" }
        return "no connection to \(place)"
    }
}
