import HTTP
import JSON

/// Requests as lines of `requests.jsonl`.
enum RequestLines {
    /// One line per request, sorted; a GET with response 200 is listed once.
    static func lines(_ seen: [StubTransport.Seen]) -> [String] {
        var lines: [String] = []
        var once: Set<String> = []
        for entry in seen {
            let line = line(entry.request)
            if entry.request.method == "GET" && entry.status == 200 { once.insert(line) } else { lines.append(line) }
        }
        return (lines + once).sorted()
    }

    private static func line(_ request: HTTPRequest) -> String {
        let address = AddressText(request.url)
        var headers = JSONObject()
        for field in request.headers.fields.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
            headers[field.name.lowercased()] = .string(field.value)
        }
        let body = request.body.map { String(decoding: $0, as: UTF8.self) } ?? ""
        let line: JSONValue = [
            "method": .string(request.method), "path": .string(address.path), "query": .string(address.query),
            "body": .string(body), "headers": .object(headers),
        ]
        return ConformanceCase.masked(line.text)
    }
}
