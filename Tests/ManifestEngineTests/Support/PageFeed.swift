import HTTP
import JSON
import Synchronization

/// An API with slices of the same pages, which notes how they were asked for.
final class PageFeed: HTTPTransport {
    private let pages: [(response: String, count: Int)]
    private let log = Mutex<[String]>([])

    /// - Parameter pages: what each response holds besides its records, and how many of those.
    init(_ pages: [(response: String, count: Int)]) { self.pages = pages }

    /// The requests of a slice, without its name.
    func addresses(of slice: String) -> [String] {
        log.withLock { $0 }.filter { $0.contains("slice=\(slice)") }
            .map { $0.replacing("slice=\(slice)", with: "slice=") }
    }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let place = log.withLock { log in
            log.append(request.url)
            let slice = request.url.contains("slice=a") ? "slice=a" : "slice=b"
            return log.count { $0.contains(slice) } - 1
        }
        guard place < pages.count else { return HTTPResponse(status: 404) }
        let (response, count) = pages[place]
        let items = (0..<count).map { JSONValue.object(["id": .integer(place * 1000 + $0)]).text }
        let rest = response.dropFirst().dropLast()
        let body = #"{"items":[\#(items.joined(separator: ","))]\#(rest.isEmpty ? "" : ",")\#(rest)}"#
        return HTTPResponse(status: 200, body: Bytes(body))
    }
}
