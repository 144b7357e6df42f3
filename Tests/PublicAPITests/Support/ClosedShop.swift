import JSON
import ManifestEngine
import ManifestEngineTesting

/// The shop, whose API answers everything in one way.
struct ClosedShop {
    private let answer: JSONValue

    init(_ body: String, status: Int) {
        answer = [["response": ["status": .integer(status), "text": .string(body)]]]
    }

    /// The shop's connector over that API.
    func connector() throws -> Connector {
        var connector = try Shop().connector
        connector.options.transport = StubTransport(answer)
        return connector
    }
}
