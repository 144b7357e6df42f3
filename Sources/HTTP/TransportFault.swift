import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Says in the engine's words what the HTTP client reports.
struct TransportFault {
    /// What the client reported.
    let error: any Error
    /// Whether the response had begun.
    let hasHead: Bool
    /// Where the request went; its query is left out of messages.
    let address: String
    /// Whether this host has responded before: then its name is known, and it speaks what the address says.
    let isReached: Bool

    private var place: String { AddressParts(address)?.authority ?? address }

    /// The fault, as far as the client's error shows it.
    var translated: TransportError {
        switch error {
        case let error as HTTPClientError: return translated(error)
        case let error as NIOConnectionError: return noConnection(error)
        case HTTPParserError.headerOverflow:
            return TransportError(.tooLarge, "\(place) sends more than 256 headers, or one of more than 80 KiB")
        case is HTTPParserError where hasHead, is IOError where hasHead, is ChannelError where hasHead:
            return TransportError(.truncated, "\(place) closed the connection mid-response: \(Self.words(error))")
        case is HTTPParserError:
            return TransportError(.connection, "\(place) does not respond in HTTP: \(Self.words(error))")
        case is KeptConnectionClosed:
            return TransportError(.connection, "\(place) closed the connection without a response")
        case is IOError: return TransportError(.connection, "no connection to \(place): \(Self.words(error))")
        default: return unusual
        }
    }

    /// What the TLS library reports, if it is about that.
    var tls: TLSFault? { error is HTTPClientError ? nil : TLSFault(String(describing: error)) }

    private var unusual: TransportError {
        if let tls { return TransportError(.tls, tls.message(place)) }
        let text = String(describing: error)
        // The TLS library names source files of its build machine; behind a proxy the client has no message at all.
        if text.contains("EOF during handshake") || text.contains("SSL") || text == "NoResult()" {
            return TransportError(.connection, "\(place) closed the connection during the TLS handshake")
        }
        return TransportError(.connection, "\(place): \(text)")
    }

    private func translated(_ error: HTTPClientError) -> TransportError {
        switch error {
        case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath:
            return TransportError(
                .invalidURL,
                "'\(AddressCheck.shown(address))' is not a valid request address"
            )
        case .connectTimeout, .getConnectionFromPoolTimeout:
            return TransportError(.timeout, "timed out connecting to \(place)")
        case .tlsHandshakeTimeout: return TransportError(.timeout, "timed out in the TLS handshake with \(place)")
        case .readTimeout, .deadlineExceeded, .writeTimeout:
            return TransportError(.timeout, "timed out waiting for data from \(place)")
        case .remoteConnectionClosed, .uncleanShutdown, .bodyLengthMismatch:
            return hasHead
                ? TransportError(.truncated, "\(place) closed the connection mid-response")
                : TransportError(.connection, "\(place) closed the connection without a response")
        case .cancelled: return TransportError(.connection, "the request was cancelled")
        case _ where error.shortDescription == "Unsupported scheme":
            return TransportError(.invalidScheme, "'\(place)' is neither http nor https")
        default: return TransportError(.connection, "\(place): \(error.shortDescription)")
        }
    }

    /// The first reason why no connection came about.
    private func noConnection(_ error: NIOConnectionError) -> TransportError {
        let place = "\(error.host):\(error.port)"
        if let reason = error.connectionErrors.first?.error {
            return TransportError(.connection, "no connection to \(place): \(Self.words(reason))")
        }
        guard error.dnsAError != nil || error.dnsAAAAError != nil else {
            return TransportError(.connection, "no connection to \(place)")
        }
        return TransportError(
            isReached ? .connection : .unknownHost,
            "the host name \(error.host) cannot be resolved; check the address, and the DNS server of this machine"
        )
    }

    /// An error of the system in the system's words.
    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as IOError: String(cString: strerror(error.errnoCode))
        case ChannelError.connectTimeout: "timed out"
        default: String(describing: error)
        }
    }
}
