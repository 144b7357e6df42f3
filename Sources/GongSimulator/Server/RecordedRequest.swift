/// A request as the simulator received it, for tests to look at.
package struct RecordedRequest: Sendable, Equatable {
    /// Number of the request since the start, from 1.
    package let number: UInt64
    /// Upper-case method.
    package let method: String
    /// The path without its query.
    package let path: String
    /// The query as received, still escaped.
    package let query: String
    /// Headers in the order received.
    package let headers: [HeaderField]
    /// The body.
    package let body: [UInt8]

    init(_ request: SimulatorRequest, number: UInt64) {
        self.number = number
        method = request.method
        path = request.path
        query = request.query
        headers = request.headers
        body = request.body
    }

    /// The query decoded as names and values in order.
    package var queryItems: [FormFields.Item] { FormFields.parse(query) }

    /// The first value of a header, whatever the case of its name.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The body parsed as JSON; nil when it is not JSON.
    package var json: JSONInput? { JSONInput(body) }

    /// The body as text.
    package var bodyText: String { String(decoding: body, as: UTF8.self) }

    /// Writes the request as one JSON line; credentials are left out.
    func writeLine(to writer: inout JSONWriter) {
        writer.object { object in
            object.field("number", Int(number))
            object.field("method", method)
            object.field("path", path)
            object.field("query", query)
            object.object("headers") { members in
                for header in headers where header.name.lowercased() != "authorization" {
                    members.field(named: header.name.lowercased(), header.value)
                }
            }
            object.field("body", bodyText)
        }
        writer.raw("\n")
    }
}
