package import HTTP
package import JSON
import Synchronization
import Text

/// Responds to requests from a list, without a network.
///
/// The first entry that matches and is not used up responds; see `conformance/README.md` for the form of the entries. A request
/// that matches no entry gets status 599 and is kept in `unmatched`.
package final class StubTransport: HTTPTransport {
    /// A request that was made, and the status of its response (0: none).
    package struct Seen: Sendable {
        package let request: HTTPRequest
        package let status: Int
    }

    private struct State {
        var uses: [Int: Int] = [:]
        var seen: [Seen] = []
        var unmatched: [String] = []
    }

    private let entries: [JSONValue]
    private let state = Mutex(State())

    package init(_ entries: JSONValue) { self.entries = entries.array ?? [] }

    package var seen: [Seen] { state.withLock { $0.seen } }
    package var unmatched: [String] { state.withLock { $0.unmatched } }

    package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let found = state.withLock { state in
            for (index, entry) in entries.enumerated() {
                let used = state.uses[index, default: 0]
                guard used < entry["times"]?.integer ?? .max, Self.fits(request, entry["request"] ?? [:])
                else {
                    continue
                }
                state.uses[index] = used + 1
                return entry["response"]
            }
            state.unmatched.append("\(request.method) \(request.url) \(Self.text(request.body))")
            return nil
        }
        let fault = found?["fault"]?.string
        let status = found == nil ? 599 : fault == nil ? found?["status"]?.integer ?? 200 : 0
        state.withLock { $0.seen.append(Seen(request: request, status: status)) }
        if fault == "close" { throw TransportError(.connection, "the connection was closed without a response") }
        if fault == "truncate" { throw TransportError(.truncated, "the connection was closed mid-response") }
        let response = Self.response(found ?? [:], status: status)
        guard request.wantsPieces, status == 200 else { return response }
        let pieces = MemoryPieces(response.body, size: Self.pieceSize)
        return HTTPResponse(status: status, headers: response.headers, pieces: pieces)
    }

    /// Bytes in which a body comes that is wanted in pieces: few, so that nothing fits into one.
    private static let pieceSize = 7

    private static func response(_ entry: JSONValue, status: Int) -> HTTPResponse {
        let body = content(of: entry)
        var headers = HTTPHeaderList([("Content-Type", "application/json;charset=UTF-8")])
        for (name, value) in entry["headers"]?.object ?? [:] { headers[name] = value.string ?? value.text }
        headers["Content-Length"] = String(body.count)
        let isPacked = headers["Content-Encoding"] == "gzip"
        return HTTPResponse(status: status, headers: headers, body: isPacked ? unpacked(body) : body)
    }

    /// What a body in gzip holds, as far as it can be unpacked.
    private static func unpacked(_ body: Bytes) -> Bytes {
        let plain = Bytes()
        try? Inflater(.gzip).unpack(
            UnsafeRawBufferPointer(body.buffer),
            into: plain,
            fault: { $0 as any Error },
            grown: {}
        )
        return plain
    }

    /// The body: `base64` for bytes, `text` as it is, or `body` as JSON.
    private static func content(of entry: JSONValue) -> Bytes {
        if let packed = entry["base64"]?.string, let bytes = try? Base64.decode(packed) { return Bytes(bytes) }
        return Bytes(entry["text"]?.string ?? (entry["body"] ?? [:]).text)
    }

    // MARK: Fitting

    private static func fits(_ request: HTTPRequest, _ wanted: JSONValue) -> Bool {
        let address = AddressText(request.url)
        if let method = wanted["method"]?.string, method != request.method { return false }
        if let path = wanted["path"]?.string, path != address.path { return false }
        if let query = wanted["query"], !contains(.object(address.parameters), query) { return false }
        if let headers = wanted["headers"]?.object {
            for (name, value) in headers where request.headers[name] != value.string { return false }
        }
        guard let body = wanted["body"] else { return true }
        guard let given = try? request.body.map({ try JSONValue(parsing: text($0)) }) ?? [:] else { return false }
        return contains(given, body)
    }

    /// Whether a value has everything that another has; a wanted null means absent.
    private static func contains(_ given: JSONValue, _ wanted: JSONValue) -> Bool {
        guard let members = wanted.object, let object = given.object else { return given == wanted }
        return members.allSatisfy { key, value in
            value.isNull ? object[key] == nil : object[key].map { contains($0, value) } ?? false
        }
    }

    private static func text(_ body: [UInt8]?) -> String { body.map { String(decoding: $0, as: UTF8.self) } ?? "" }
}

/// An address in its parts.
package struct AddressText: Sendable {
    package let path: String
    /// The query as sent, without the question mark.
    package let query: String

    package init(_ url: String) {
        var rest = Substring(url)
        if let slashes = rest.firstIndex(of: ":") { rest = rest[slashes...].dropFirst(3) }
        rest = rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts.first ?? "")
        query = parts.count > 1 ? String(parts[1]) : ""
    }

    /// The query's parameters; a key that comes more than once has a list.
    var parameters: JSONObject {
        var all = JSONObject()
        for pair in query.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let key = PercentEncoding.decodeForm(String(sides[0]))
            let value = JSONValue.string(sides.count > 1 ? PercentEncoding.decodeForm(String(sides[1])) : "")
            if let known = all[key] { all[key] = .array((known.array ?? [known]) + [value]) } else { all[key] = value }
        }
        return all
    }
}
