import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

/// Finds out more about a fault by asking the server again, without sending anything of the request.
///
/// Which certificate is not trusted and why, and whether one side speaks TLS where the other does not.
struct FaultLook {
    let loop: any EventLoop
    /// Seconds since 1970.
    var now: @Sendable () -> Int = { time(nil) }

    /// The fault as far as it can be found out.
    func looked(at fault: TransportFault) async -> TransportError {
        let told = fault.translated
        guard let parts = AddressParts(fault.address), !fault.hasHead else { return told }
        let host = parts.host.hasPrefix("[") ? String(parts.host.dropFirst().dropLast()) : parts.host
        switch parts.scheme {
        case "https":
            let port = parts.port ?? 443
            if let tls = fault.tls, tls.isOfCertificate {
                return await certificateFault(tls, host, port, parts.authority) ?? told
            }
            guard !fault.isReached, Self.isSilence(fault, told), await PlainLook.hasHTTP(host, port, loop) else {
                return told
            }
            return TransportError(.tls, TLSFault.noTLS.message(parts.authority))
        case "http":
            guard !fault.isReached, Self.isSilence(fault, told) else { return told }
            let chain = await CertificateLook.certificates(of: host, port: parts.port ?? 80, on: loop)
            guard chain != nil else { return told }
            let message = "\(parts.authority) expects TLS on this port. Begin the address with https://."
            return TransportError(.tls, message)
        default: return told
        }
    }

    private func certificateFault(
        _ tls: TLSFault,
        _ host: String,
        _ port: Int,
        _ place: String
    ) async -> TransportError? {
        let chain = await CertificateLook.certificates(of: host, port: port, on: loop)
        let facts = chain.flatMap { CertificateFacts($0) }
        return facts.map { TransportError(.tls, $0.message(tls, host: host, place, now: now())) }
    }

    /// What the client says when a connection brings nothing.
    private static let silences: [HTTPClientError] = [
        .remoteConnectionClosed, .uncleanShutdown, .tlsHandshakeTimeout, .connectTimeout,
    ]

    /// Whether a connection was made, but nothing came over it that makes sense.
    private static func isSilence(_ fault: TransportFault, _ told: TransportError) -> Bool {
        switch fault.error {
        case is HTTPParserError: return told.kind == .connection
        case is NIOConnectionError: return false
        case is KeptConnectionClosed: return true
        case let error as IOError: return error.errnoCode == ECONNRESET || error.errnoCode == EPIPE
        case let error as HTTPClientError: return silences.contains(error)
        default: return told.message.hasSuffix("during the TLS handshake")
        }
    }
}
