import Dates
import NIOSSL

/// What the certificates of a server say about why they are not trusted.
struct CertificateFacts: Equatable {
    /// Seconds since 1970.
    var notBefore: Int
    var notAfter: Int
    /// The host names and addresses that the certificate is for.
    var names: [String]
    /// The common name of the authority, or its organization.
    var issuer: String?
    /// Whether the server has made the certificate itself.
    var isSelfSigned: Bool

    /// Why the certificate does not pass, with what to do about it.
    ///
    /// - Parameters:
    ///   - fault: what the TLS library said.
    ///   - host: as it stands in the address, without port.
    ///   - place: host and port.
    ///   - now: seconds since 1970.
    func message(_ fault: TLSFault, host: String, _ place: String, now: Int) -> String {
        if now > notAfter {
            return "The certificate of \(place) expired on \(Self.day(notAfter)). Its operator has to renew it; "
                + "check the clock of this machine, too."
        }
        if now < notBefore {
            return
                "The certificate of \(place) is not valid before \(Self.day(notBefore)). Check the clock of this machine."
        }
        let others = names.isEmpty ? "none" : names.prefix(5).joined(separator: ", ")
        if fault == .otherHost {
            return "The certificate of \(place) is for another host name: \(others). Check the address."
        }
        let reason = isSelfSigned ? "self-signed" : issuer.map { "issued by \($0)" } ?? "from an unknown authority"
        let also = isFor(host) ? "" : " It is also for another host name: \(others)."
        return "The certificate of \(place) is not trusted (\(reason)).\(also) \(TLSFault.trust)"
    }

    /// Whether one of the names is that of a host; a `*` stands for the first part of a name.
    private func isFor(_ host: String) -> Bool {
        let host = host.lowercased()
        let rest = host.drop { $0 != "." }
        return names.contains { name in
            let name = name.lowercased()
            return name == host || name.hasPrefix("*.") && !rest.isEmpty && name.dropFirst() == rest
        }
    }

    /// The day of a moment, such as `2024-01-31`.
    private static func day(_ seconds: Int) -> String {
        DateTime(nearestMicrosecondsSinceEpoch: Int64(seconds).multipliedReportingOverflow(by: 1_000_000).partialValue)
            .date.description
    }
}

extension CertificateFacts {
    /// The facts of a chain, the server's certificate first; nil when there is none.
    init?(_ chain: [NIOSSLCertificate]) {
        guard let first = chain.first else { return nil }
        let names = (try? first.toDERBytes()).flatMap(CertificateNames.init)
        self.init(
            notBefore: chain.map { Int($0.notValidBefore) }.max() ?? 0,
            notAfter: chain.map { Int($0.notValidAfter) }.min() ?? 0,
            names: first.hostNames,
            issuer: names?.issuer,
            isSelfSigned: names?.isSelfSigned ?? false
        )
    }
}

extension NIOSSLCertificate {
    /// The host names and IPv4 addresses among the alternative names.
    fileprivate var hostNames: [String] {
        _subjectAlternativeNames().compactMap { name in
            let bytes = Array(name.contents)
            switch name.nameType {
            case .dnsName: return String(decoding: bytes, as: UTF8.self)
            case .ipAddress where bytes.count == 4: return bytes.map(String.init).joined(separator: ".")
            default: return nil
            }
        }
    }
}
