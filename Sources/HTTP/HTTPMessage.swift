package import JSON

/// Header fields in order; names are compared without regard to case.
package struct HTTPHeaderList: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    package private(set) var fields: [Field]

    package init(_ fields: [(String, String)] = []) { self.fields = fields.map { Field(name: $0.0, value: $0.1) } }

    /// The first value of a name; setting replaces all of them in place, or appends.
    package subscript(name: String) -> String? {
        get { fields.first { Self.isSame($0.name, name) }?.value }
        set {
            let place = fields.firstIndex { Self.isSame($0.name, name) }
            fields.removeAll { Self.isSame($0.name, name) }
            if let newValue {
                fields.insert(Field(name: name, value: newValue), at: min(place ?? fields.count, fields.count))
            }
        }
    }

    package mutating func append(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }

    /// Whether two ASCII names are the same header.
    package static func isSame(_ one: String, _ other: String) -> Bool {
        one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lower($0) == lower($1) }
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

/// A request as it goes over the wire.
package struct HTTPRequest: Sendable, Equatable {
    /// All but the body.
    package private(set) var head: RequestHead
    package var body: [UInt8]?
    /// Whether the body of a success is to come in pieces; that of any other response comes whole all the same.
    package var wantsPieces = false

    package init(head: RequestHead, body: [UInt8]? = nil) {
        self.head = head
        self.body = body
    }

    package init(method: String, url: String, headers: HTTPHeaderList = HTTPHeaderList(), body: [UInt8]? = nil) {
        self.init(head: RequestHead(method: method, url: url, headers: RequestHeaders(headers)), body: body)
    }

    package var method: String {
        get { head.method }
        set { head = head.with(method: newValue) }
    }

    /// The whole address, query included, percent-encoded.
    package var url: String {
        get { head.url }
        set { head = head.with(url: newValue) }
    }

    package var headers: HTTPHeaderList {
        get { head.headers }
        set { head = head.with(headers: newValue) }
    }

    /// Limits of this request where they differ from the transport's own.
    package var timeouts: HTTPTimeouts {
        get { head.timeouts }
        set { head = head.with(timeouts: newValue) }
    }

    /// Where the authenticator put what it signs with.
    package var credentials: CredentialPlaces {
        get { head.credentials }
        set { head = head.with(credentials: newValue) }
    }

    /// Whether a response named the address.
    package var isRedirected: Bool {
        get { head.isRedirected }
        set { head = head.with(isRedirected: newValue) }
    }
}

/// How long a request may wait, in seconds; nil leaves it to the transport.
package struct HTTPTimeouts: Sendable, Hashable {
    /// For making a connection.
    package var connect: Double?
    /// For the next byte of the response.
    package var read: Double?

    package init(connect: Double? = nil, read: Double? = nil) {
        self.connect = connect
        self.read = read
    }
}

/// A response with its whole body, content encoding removed; or with a body still to come, see `pieces`.
package struct HTTPResponse: Sendable {
    package let status: Int
    package let headers: HTTPHeaderList
    package let body: Bytes
    /// Where the response came from, after redirects; nil means the address of the request.
    package let url: String?
    /// The proxy that passed the response on, or made it itself; nil where none can have.
    package var proxy: String?
    /// How large the body may get when a decoder decompresses it further.
    package var limit = ResponseLimit.none
    /// The body that is still to come, for a request that takes it in pieces.
    ///
    /// `body` is empty then.
    package let pieces: (any BodyPieces)?

    package init(
        status: Int,
        headers: HTTPHeaderList = HTTPHeaderList(),
        body: Bytes = Bytes(),
        pieces: (any BodyPieces)? = nil,
        url: String? = nil
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.pieces = pieces
        self.url = url
    }
}

/// Sends requests: the one place where the engine talks to the network.
package protocol HTTPTransport: Sendable {
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
    /// Sends with the cookies that fit the address, and keeps those that are set; nil keeps none beyond the request.
    func send(_ request: HTTPRequest, cookies: CookieJar?) async throws(TransportError) -> HTTPResponse
    /// Where tasks that send requests run best, at most one for each worker; empty when it does not matter.
    func executors(for workers: Int) -> [any TaskExecutor]
}

extension HTTPTransport {
    package func send(_ request: HTTPRequest, cookies: CookieJar?) async throws(TransportError) -> HTTPResponse {
        try await send(request)
    }

    package func executors(for workers: Int) -> [any TaskExecutor] { [] }
}
