/// An HTTP request as a value, with the moment it arrived.
package struct SimulatorRequest: Sendable, Equatable {
    /// Upper-case method.
    package var method: String
    /// The path without its query.
    package var path: String
    /// The query as received, still escaped, without the question mark.
    package var query: String
    /// Header names and values in the order received.
    package var headers: [HeaderField]
    /// The body; empty when there was none.
    package var body: [UInt8]
    /// When it arrived, on the simulator's own clock; used for expiry and limits, never for data.
    package var instant: Instant

    /// Makes a request; the target is a path with an optional query.
    package init(
        _ method: String,
        _ target: String,
        headers: [HeaderField] = [],
        body: [UInt8] = [],
        instant: Instant = .standardNow
    ) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.method = method
        path = parts.first.map(String.init) ?? ""
        query = parts.count > 1 ? String(parts[1]) : ""
        self.headers = headers
        self.body = body
        self.instant = instant
    }

    /// The first value of a header, whatever the case of its name.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The query decoded as form fields: names and values in order.
    package var queryItems: [FormFields.Item] { FormFields.parse(query) }

    /// The first value of a query parameter, decoded.
    package func queryValue(_ name: String) -> String? {
        queryItems.first { $0.name == name }?.value
    }

    /// The body as text, with replacement characters where it is not UTF-8.
    package var bodyText: String { String(decoding: body, as: UTF8.self) }
}

/// One header of a request or response.
package struct HeaderField: Sendable, Equatable {
    /// The name as sent.
    package let name: String
    /// The value as sent.
    package let value: String

    /// Makes a header.
    package init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Form-encoded fields, as in a query string or a form body.
package enum FormFields {
    /// A decoded name and value.
    package struct Item: Sendable, Equatable {
        /// The decoded name.
        package let name: String
        /// The decoded value; empty when there was no equals sign.
        package let value: String
    }

    /// Decodes `a=1&b=2`: plus signs are spaces, `%41` is a byte; a broken escape is kept as it is.
    package static func parse(_ text: String) -> [Item] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Item(name: decode(parts[0]), value: parts.count > 1 ? decode(parts[1]) : "")
        }
    }

    private static func decode(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let escaped = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
