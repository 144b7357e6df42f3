import JSON
import Synchronization
import Text

/// Keeps responses of a run in a temporary file, so that a parent that is also a stream is fetched once.
///
/// Only responses to GET requests with status 200 are kept. The file has no name, so it is gone with the process. A request that is
/// under way is awaited, not sent again.
package final class DiskCache: ResponseCache, Sendable {
    private struct Entry {
        var offset: Int
        var length: Int
        var headers: HTTPHeaderList
        var limit: ResponseLimit
    }

    private struct State {
        var file: TemporaryFile?
        var size = 0
        var entries: [String: Entry] = [:]
        var underWay: [String: [CheckedContinuation<Void, Never>]] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// Headers that do not distinguish two requests.
    private static let ignoredHeaders = ["authorization", "x-api-key", "x-auth-token", "x-api-token", "x-access-token"]

    package func response(
        to request: HTTPRequest,
        otherwise send: () async throws -> HTTPResponse
    ) async throws -> HTTPResponse {
        guard request.method == "GET" else { return try await send() }
        let key = Self.key(of: request)
        while true {
            if let kept = read(key) { return kept }
            if await claim(key) { break }
        }
        defer { release(key) }
        let response = try await send()
        if response.status == 200 { keep(response, key) }
        return response
    }

    private static func key(of request: HTTPRequest) -> String {
        let headers = request.headers.fields.filter { !ignoredHeaders.contains($0.name.lowercased()) }
        let body = request.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
        return request.url + headers.map { "\n\($0.name):\($0.value)" }.joined() + "\n\n" + body
    }

    /// Claims the right to send a request; false after waiting for another task that was sending it.
    private func claim(_ key: String) async -> Bool {
        let isMine = state.withLock { state in
            guard state.underWay[key] == nil else { return false }
            state.underWay[key] = []
            return true
        }
        if isMine { return true }
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                guard state.underWay[key] != nil else { return true }
                state.underWay[key]?.append(continuation)
                return false
            }
            if isOver { continuation.resume() }
        }
        return false
    }

    private func release(_ key: String) {
        let waiting = state.withLock { $0.underWay.removeValue(forKey: key) ?? [] }
        for continuation in waiting { continuation.resume() }
    }

    private func keep(_ response: HTTPResponse, _ key: String) {
        let body = response.body.buffer
        state.withLock { state in
            if state.file == nil { state.file = TemporaryFile() }
            guard let file = state.file, file.write(UnsafeRawBufferPointer(body), at: state.size) else { return }
            state.entries[key] = Entry(
                offset: state.size,
                length: body.count,
                headers: response.headers,
                limit: response.limit
            )
            state.size += body.count
        }
    }

    private func read(_ key: String) -> HTTPResponse? {
        let found = state.withLock { state in state.entries[key].map { ($0, state.file) } }
        guard let (entry, file) = found, let file else { return nil }
        let body = Bytes(capacity: entry.length)
        let isRead = body.append(count: entry.length) { target in
            file.read(into: UnsafeMutableRawBufferPointer(start: target, count: entry.length), at: entry.offset)
        }
        var response = HTTPResponse(status: 200, headers: entry.headers, body: body)
        response.limit = entry.limit
        return isRead ? response : nil
    }
}
