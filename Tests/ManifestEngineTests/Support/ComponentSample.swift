import Dates
import Diagnostics
import HTTP
import JSON
import Jinja
import Manifest
import ManifestEngine
import YAML

extension Component {
    /// A component from its YAML, read as a manifest's is: default types filled in, places kept.
    ///
    /// - Parameter yaml: the fields; `type` may be left out.
    init(yaml: String) throws {
        let text = yaml.contains("type: \(Self.typeName)") ? yaml : "type: \(Self.typeName)\n" + yaml
        var builder = NodeBuilder()
        let written = builder.node(try YAML.load(text: text, name: "sample.yaml"))
        let role = Role<Self>("test", [.init(Self.self, Self.init)])
        let node = ParameterPropagation.apply(to: written, as: role)
        try self.init(ComponentReader(node, path: ManifestPath(), source: SourceContext()))
    }

    /// The faults that the check of a manifest finds in a component.
    static func codes(yaml: String, as role: any AnyRole) throws -> [String] {
        var builder = NodeBuilder()
        let written = builder.node(try YAML.load(text: "type: \(typeName)\n" + yaml, name: "sample.yaml"))
        var checker = ManifestChecker()
        checker.check(ParameterPropagation.apply(to: written, as: role), as: role, at: ManifestPath())
        return checker.diagnostics.all.map(\.code)
    }
}

extension Scope {
    /// A scope with a configuration; the clock stands at the beginning of 2024 and chance always gives the same bits.
    static func sample(config: JSONValue = [:], random: UInt64 = 0) throws -> Scope {
        let now = try DateTime(year: 2024, month: 1, day: 1, offset: .utc)
        return Scope(environment: TemplateEnvironment(now: { now }, random: { random }), config: Value(config))
    }
}

extension RequestOutcome {
    /// A response to a GET request.
    static func response(
        _ status: Int,
        _ body: String = "",
        headers: [(String, String)] = [],
        url: String = "https://api.example.com/v1/items?key=1"
    ) -> RequestOutcome {
        let response = HTTPResponse(status: status, headers: HTTPHeaderList(headers), body: Bytes(body))
        return .response(response, request: HTTPRequest(method: "GET", url: url))
    }
}
