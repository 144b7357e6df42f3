import JSON
import ManifestEngine
import ManifestEngineTesting

/// The shop, whose API gives every request the same response.
struct ClosedShop {
    private let response: JSONValue

    init(_ body: String, status: Int) {
        response = [["response": ["status": .integer(status), "text": .string(body)]]]
    }

    /// The shop's connector over that API.
    func connector() throws -> Connector {
        var connector = try Shop().connector
        connector.options.transport = StubTransport(response)
        return connector
    }
}
