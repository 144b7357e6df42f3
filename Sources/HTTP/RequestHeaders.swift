import NIOHTTP1
import Synchronization

/// The headers of requests; the transport keeps with them what it finds out.
package final class RequestHeaders: Sendable {
    package let list: HTTPHeaderList
    private let wire = Mutex<WireHeaders?>(nil)

    package init(_ list: HTTPHeaderList) { self.list = list }

    /// The headers as they go over the wire, made when first asked for; throws for headers that cannot be sent.
    func wireHeaders() throws(TransportError) -> WireHeaders {
        if let known = wire.withLock({ $0 }) { return known }
        let made = try WireHeaders(list)
        wire.withLock { $0 = made }
        return made
    }
}

/// Headers that were checked, with those that every request has.
struct WireHeaders: Sendable {
    let headers: HTTPHeaders
    /// Whether a value has non-ASCII characters.
    let areLatin: Bool

    init(_ list: HTTPHeaderList) throws(TransportError) {
        if let fault = HeaderCheck.fault(in: list) { throw fault }
        var headers = HTTPHeaders()
        headers.reserveCapacity(list.fields.count + 4)
        for (name, value) in [
            ("User-Agent", AsyncHTTPTransport.userAgent), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*"),
        ] where list[name] == nil {
            headers.add(name: name, value: value)
        }
        for field in list.fields { headers.add(name: field.name, value: field.value) }
        self.headers = headers
        areLatin = !list.fields.allSatisfy { $0.value.utf8.allSatisfy { $0 < 0x80 } }
    }
}
