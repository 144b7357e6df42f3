import Diagnostics
package import HTTP
import JSON
package import Jinja
package import Manifest

/// Leaves the signing to one of several authenticators, named by the configuration.
///
/// Manifest type `SelectiveAuthenticator`. A configuration without the path, or with an unknown name, is a
/// configuration failure at the first request.
package struct SelectiveAuthenticator: Component, Authenticator {
    package static let typeName = "SelectiveAuthenticator"
    package static let summary = "Leaves the signing to the authenticator that the configuration names."
    package static let details = """
        A configuration without the name, or with one that is not among the authenticators, is an error.
        """
    package static let example = """
        type: SelectiveAuthenticator
        authenticator_selection_path: [credentials, auth_type]
        authenticators:
          key:
            type: BearerAuthenticator
            api_token: "{{ config['credentials']['key'] }}"
          none:
            type: NoAuth
        """

    private static let selectionPath = Field.required(
        "authenticator_selection_path",
        .list(.string),
        "Path to the name in the configuration."
    )
    private static let authenticators = Field.required(
        "authenticators",
        .mapping(.component(ComponentRegistry.authenticators)),
        "The authenticators by name."
    )
    package static let fields = [selectionPath, authenticators]

    private let path: [String]
    private let choices: [(name: String, part: any Authenticator)]

    package init(_ reader: ComponentReader) throws {
        path = reader.strings(Self.selectionPath)
        choices = try reader.namedComponents(Self.authenticators, ComponentRegistry.authenticators)
    }

    package func credentials(in scope: Scope, run: SourceRun) async throws -> RequestParts {
        try await selected(by: run.context.config).credentials(in: scope, run: run)
    }

    package func settledCredentials(in scope: Scope, run: SourceRun) throws -> RequestParts? {
        try selected(by: run.context.config).settledCredentials(in: scope, run: run)
    }

    package func renew(rejected: RequestParts, in scope: Scope, run: SourceRun) async throws -> Bool {
        try await selected(by: run.context.config).renew(rejected: rejected, in: scope, run: run)
    }

    package func sign(_ request: inout HTTPRequest, in scope: Scope, run: SourceRun) async throws {
        try await selected(by: run.context.config).sign(&request, in: scope, run: run)
    }

    package func observe(_ response: HTTPResponse, to request: HTTPRequest, run: SourceRun) async throws {
        try await selected(by: run.context.config).observe(response, to: request, run: run)
    }

    package func hasAlternative(to request: HTTPRequest, run: SourceRun) throws -> Bool {
        try selected(by: run.context.config).hasAlternative(to: request, run: run)
    }

    /// The value of the configuration that selects; each request asks for it, so plain paths are just walked.
    private func selector(in config: JSONObject) -> JSONValue? {
        guard let first = path.first, !path.contains(where: DpathGlob.isPattern) else {
            return DpathGlob.values(path, in: .object(config)).first
        }
        var value = config[first]
        for step in path.dropFirst() { value = value?[step] }
        return value
    }

    private var place: String { path.joined(separator: ".") }

    /// The authenticator that a configuration names.
    private func selected(by config: JSONObject) throws -> any Authenticator {
        guard let value = selector(in: config) else {
            throw EngineFailure(.config, "The configuration has no '\(place)', which selects the authenticator.")
        }
        let name = Value(value).pythonText
        guard let choice = choices.first(where: { $0.name == name }) else {
            let known = choices.map(\.name).joined(separator: ", ")
            throw EngineFailure(
                .config,
                "The value of '\(place)' in the configuration selects no authenticator. Known: \(known)."
            )
        }
        return choice.part
    }
}
