package import Diagnostics

/// Why no response came.
package struct TransportError: Error, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable, CaseIterable {
        /// No connection: refused, reset, no route.
        case connection = "ConnectionError"
        case timeout = "Timeout"
        /// The connection or the packed data ended inside a response.
        case truncated = "ChunkedEncodingError"
        /// The packed data are damaged.
        case undecodable = "ContentDecodingError"
        case invalidURL = "InvalidURL"
        /// Neither http nor https.
        case invalidScheme = "InvalidSchema"
        case tooManyRedirects = "TooManyRedirects"
        /// A redirect that would send credentials to an unnamed host.
        case foreignHost = "ForeignHost"
        /// A header that HTTP has no form for, such as one with a line break.
        case invalidHeader = "InvalidHeader"
        /// A header with letters beyond Latin-1.
        case unwritableHeader = "UnicodeEncodeError"
        /// A proxy that lets the request through neither now nor later.
        case proxy = "ProxyError"
        /// The name of a host that was never reached is not known.
        case unknownHost = "UnknownHost"
        /// The certificate is not trusted, or the two sides do not agree on TLS.
        case tls = "SSLError"
        /// The process may open no more files.
        case tooFewFiles = "TooFewFiles"
        /// Compressed in a way that was not requested.
        case unreadEncoding = "UnreadEncoding"
        /// Larger than the limit.
        case tooLarge = "ResponseTooLarge"
    }

    package let kind: Kind
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { "\(kind.rawValue): \(message)" }
}

extension TransportError.Kind {
    /// How many times a request is sent in all, whatever the manifest allows; nil leaves it to the manifest.
    ///
    /// What a second attempt cannot fix is not retried. A host name is looked up once more, as name servers
    /// have their bad seconds too.
    package var mostAttempts: Int? {
        switch self {
        case .connection, .timeout, .truncated, .undecodable, .tooManyRedirects: nil
        case .unknownHost: 2
        case .invalidURL, .invalidScheme, .foreignHost, .invalidHeader, .unwritableHeader, .proxy, .tls, .tooFewFiles,
            .unreadEncoding, .tooLarge:
            1
        }
    }

    /// Who has to act.
    package var failureType: FailureType {
        switch self {
        case .invalidURL, .invalidScheme, .foreignHost, .invalidHeader, .proxy, .unknownHost, .tls: .config
        case .connection, .timeout, .truncated, .undecodable, .tooManyRedirects, .unwritableHeader, .tooFewFiles,
            .unreadEncoding, .tooLarge:
            .system
        }
    }
}
