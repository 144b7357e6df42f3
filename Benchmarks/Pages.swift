import GongSimulator
import HTTP
import JSON

/// A full page of each heavy stream, as the simulator serves it.
struct Pages {
    let calls: [UInt8]
    let extensiveCalls: [UInt8]
    let transcripts: [UInt8]

    /// Fetches the pages from a simulator of its own.
    static func fetch() async throws -> Pages {
        var options = SimulatorOptions()
        options.calls = 100
        options.recordsRequests = false
        return try await withGongSimulator(options) { simulator in
            let transport = AsyncHTTPTransport()
            let base = simulator.baseURL
            let calls = try await page(transport, "GET", "\(base)/v2/calls")
            let extensive = try await page(transport, "POST", "\(base)/v2/calls/extensive", extensiveBody)
            let ids = try JSONDocument(Bytes(calls)).root.member("calls")?.elements.compactMap {
                $0.member("id")?.string
            }
            let filter: JSONValue = ["filter": ["callIds": .array((ids ?? []).map(JSONValue.string))]]
            let transcripts = try await page(transport, "POST", "\(base)/v2/calls/transcript", filter.text)
            await transport.shutdown()
            return Pages(calls: calls, extensiveCalls: extensive, transcripts: transcripts)
        }
    }

    private static let extensiveBody = """
        {"filter":{},"contentSelector":{"context":"Extended","contextTiming":["Now","TimeOfCall"],"exposedFields":\
        {"parties":true,"content":{"structure":true,"topics":true,"trackers":true,"trackerOccurrences":true,\
        "brief":true,"outline":true,"highlights":true,"callOutcome":true,"keyPoints":true},"interaction":\
        {"speakers":true,"video":true,"personInteractionStats":true,"questions":true},"collaboration":\
        {"publicComments":true},"media":true}}}
        """

    private static func page(
        _ transport: AsyncHTTPTransport,
        _ method: String,
        _ url: String,
        _ body: String? = nil
    ) async throws -> [UInt8] {
        // simulator-key:simulator-secret
        let credentials = "Basic c2ltdWxhdG9yLWtleTpzaW11bGF0b3Itc2VjcmV0"
        var headers = HTTPHeaderList([("Authorization", credentials)])
        if body != nil { headers["Content-Type"] = "application/json" }
        let request = HTTPRequest(method: method, url: url, headers: headers, body: body.map { Array($0.utf8) })
        let response = try await transport.send(request)
        return withExtendedLifetime(response.body) { Array(response.body.buffer) }
    }
}
