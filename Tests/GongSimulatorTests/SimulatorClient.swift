@testable import GongSimulator

/// Asks a simulator core with the default access key, without a socket.
struct SimulatorClient {
    static let basic = HeaderField("Authorization", "Basic c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0")
    static let json = HeaderField("Content-Type", "application/json")

    let core: SimulatorCore

    /// Makes a core with small records; the closure sets the options that the test is about.
    init(_ configure: (inout SimulatorOptions) -> Void = { _ in }) {
        var options = SimulatorOptions()
        options.size = .small
        configure(&options)
        core = SimulatorCore(options)
    }

    func get(_ target: String, at instant: Instant = .standardNow) -> SimulatorResponse {
        core.respond(to: SimulatorRequest("GET", target, headers: [Self.basic], instant: instant))
    }

    func post(_ target: String, _ body: String, at instant: Instant = .standardNow) -> SimulatorResponse {
        let headers = [Self.basic, Self.json]
        return core.respond(
            to: SimulatorRequest("POST", target, headers: headers, body: Array(body.utf8), instant: instant)
        )
    }

    /// Every page of a GET list.
    func pages(_ path: String, parameters: String = "") -> [JSONInput] {
        var pages: [JSONInput] = []
        var cursor: String?
        repeat {
            let target = path + "?" + parameters + (cursor.map { "&cursor=" + $0 } ?? "")
            guard let page = get(target).json else { return pages }
            pages.append(page)
            cursor = page["records"]?["cursor"]?.text
        } while cursor != nil
        return pages
    }

    /// Every page of a POST list; the members go into the body beside the cursor.
    func pages(posting path: String, members: String) -> [JSONInput] {
        var pages: [JSONInput] = []
        var cursor: String?
        repeat {
            let body = "{" + members + (cursor.map { #","cursor":"\#($0)""# } ?? "") + "}"
            guard let page = post(path, body).json else { return pages }
            pages.append(page)
            cursor = page["records"]?["cursor"]?.text
        } while cursor != nil
        return pages
    }
}

extension SimulatorResponse {
    /// The first text of `errors`.
    var errorText: String? { json?["errors"]?[0]?.text }

    /// The rows of a list.
    func rows(_ key: String) -> [JSONInput] { json?[key]?.elements ?? [] }

    /// The cursor of a page.
    var cursor: String? { json?["records"]?["cursor"]?.text }

    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// Paths of the calls endpoints, which tests name often.
enum Path {
    static let calls = "/v2/calls"
    static let extensive = "/v2/calls/extensive"
    static let transcript = "/v2/calls/transcript"
    static let users = "/v2/users"
    static let answered = "/v2/stats/activity/scorecards"
}

/// The texts of empty results, word for word.
enum EmptyText {
    static let calls = "No calls found corresponding to the provided filters"
    static let users = "No users found corresponding to the provided filters"
    static let answered = "No answered scorecards found corresponding to the provided filters."
}
