/// An HTTP response as a value, and how it reaches the client.
package struct SimulatorResponse: Sendable, Equatable {
    /// How much of the response is sent.
    package enum Delivery: Sendable, Equatable {
        /// All of it.
        case whole
        /// The headers and this many bytes of the body; then the connection closes.
        case cut(afterBytes: Int)
        /// Nothing; the connection closes.
        case dropped
    }

    /// The HTTP status.
    package var status: Int
    /// Headers, without the content length.
    package var headers: [HeaderField]
    /// The body.
    package var body: [UInt8]
    /// How much is sent.
    package var delivery = Delivery.whole
    /// Milliseconds before the response is sent.
    package var delayMilliseconds = 0

    /// Makes a response with a body of JSON.
    package init(status: Int = 200, json body: [UInt8]) {
        self.status = status
        self.body = body
        headers = [HeaderField("Content-Type", "application/json;charset=UTF-8")]
    }

    /// Adds the headers that name the request and the service version.
    mutating func trace(_ requestID: String) {
        headers.append(HeaderField("x-traceid", requestID))
        headers.append(HeaderField("x-gong-service-version", "1.0"))
    }

    /// The first value of a header.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The body parsed as JSON; nil when it is not JSON.
    package var json: JSONInput? { JSONInput(body) }
}
