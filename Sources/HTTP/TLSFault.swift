/// What goes wrong between the two sides of a TLS connection.
enum TLSFault: Equatable {
    /// The certificate does not pass; why is seen in the certificate.
    case certificate
    case otherHost
    /// The port speaks something else.
    case noTLS
    case noCommonVersion
    case noCommonCipher
    case certificateDemanded
    case certificateRefused
    case nameRefused
    /// Anything else, in a word of the TLS library such as `DECRYPTION_FAILED`.
    case other(String)

    /// Words of the TLS library and what they mean.
    private static let words: [(String, TLSFault)] = [
        ("CERTIFICATE_VERIFY_FAILED", .certificate), ("WRONG_VERSION_NUMBER", .noTLS), ("HTTP_REQUEST", .noTLS),
        ("HTTPS_PROXY_REQUEST", .noTLS), ("UNKNOWN_PROTOCOL", .noTLS),
        ("UNSUPPORTED_PROTOCOL", .noCommonVersion), ("PROTOCOL_VERSION", .noCommonVersion),
        ("VERSION_TOO_LOW", .noCommonVersion), ("CERTIFICATE_REQUIRED", .certificateDemanded),
        ("BAD_CERTIFICATE", .certificateRefused), ("UNSUPPORTED_CERTIFICATE", .certificateRefused),
        ("CERTIFICATE_REVOKED", .certificateRefused), ("CERTIFICATE_EXPIRED", .certificateRefused),
        ("CERTIFICATE_UNKNOWN", .certificateRefused), ("ALERT_UNKNOWN_CA", .certificateRefused),
        ("ACCESS_DENIED", .certificateRefused), ("UNRECOGNIZED_NAME", .nameRefused),
        ("HANDSHAKE_FAILURE", .noCommonCipher), ("NO_SHARED_CIPHER", .noCommonCipher),
        ("INSUFFICIENT_SECURITY", .noCommonCipher),
    ]

    /// Reads the description of an error of the TLS library; nil when it is about something else.
    ///
    /// The library's own errors say what happened only there.
    init?(_ description: String) {
        if description.contains("failedToValidateHostname") {
            self = .otherHost
        } else if let (_, fault) = Self.words.first(where: { description.contains($0.0) }) {
            self = fault
        } else if let start = description.firstRange(of: "OPENSSL_internal:")?.upperBound {
            self = .other(String(description[start...].prefix { $0 == "_" || $0.isLetter || $0.isNumber }))
        } else {
            return nil
        }
    }

    /// Whether looking at the certificate shows more.
    var isOfCertificate: Bool { self == .certificate || self == .otherHost }

    /// The fault in words, with what to do about it.
    ///
    /// - Parameter place: host and port.
    func message(_ place: String) -> String {
        switch self {
        case .certificate: "The certificate of \(place) is not trusted. \(Self.trust)"
        case .otherHost: "The certificate of \(place) is for another host name. Check the address."
        case .noTLS: "\(place) does not speak TLS on this port. If that is right, begin the address with http://."
        case .noCommonVersion: "\(place) offers no TLS version that the engine supports."
        case .noCommonCipher:
            "\(place) ended the TLS handshake: it shares no cipher, or it requires a client certificate "
                + "(--cert and --key)."
        case .certificateDemanded: "\(place) requires a client certificate. Name it with --cert and --key."
        case .certificateRefused: "\(place) does not accept the client certificate. Check --cert and --key."
        case .nameRefused: "\(place) does not know this host name. Check the address."
        case .other(let word): "TLS with \(place) failed: \(word.lowercased().replacing("_", with: " "))."
        }
    }

    /// How a certificate becomes trusted.
    static let trust =
        "If it is the right server, put its certificate or its CA certificate into a PEM file and name the file "
        + "with --ca-file or SSL_CERT_FILE."
}
