package import Diagnostics

/// Why no response came.
package struct TransportError: Error, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable, CaseIterable {
        /// No connection: refused, reset, no route.
        case connection
        case timeout
        /// The connection or the compressed data ended inside a response.
        case truncated
        /// The compressed data are damaged.
        case undecodable
        case invalidURL
        /// Neither http nor https.
        case invalidScheme
        case tooManyRedirects
        /// A redirect that would send credentials to an unnamed host.
        case foreignHost
        /// A header that HTTP has no form for, such as one with a line break.
        case invalidHeader
        /// A header with characters beyond Latin-1.
        case unwritableHeader
        /// A proxy that lets the request through neither now nor later.
        case proxy
        /// The name of a host that was never reached is not known.
        case unknownHost
        /// The certificate is not trusted, or the two sides do not agree on TLS.
        case tls
        /// The process may open no more files.
        case tooFewFiles
        /// Compressed in a way that was not requested.
        case unreadEncoding
        /// Larger than the limit.
        case tooLarge
    }

    package let kind: Kind
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    package var description: String { message }
}

extension TransportError.Kind {
    /// How many times a request is sent in all, whatever the manifest allows; nil leaves it to the manifest.
    ///
    /// What a second attempt cannot fix is not retried. A host name is looked up once more, as name servers
    /// fail briefly at times.
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
