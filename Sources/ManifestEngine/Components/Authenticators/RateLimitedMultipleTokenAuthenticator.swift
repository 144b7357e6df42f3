import Dates
import Diagnostics
package import HTTP
import JSON
package import Jinja
package import Manifest

/// Signs requests with one of several tokens, by what is left of their quotas.
///
/// Manifest type `RateLimitedMultipleTokenAuthenticator`. A token serves until its quota for a kind of request is spent, then
/// the next one. When all are spent, requests wait for the first reset. Streams with the same definition share the quotas.
package struct RateLimitedMultipleTokenAuthenticator: Component, Authenticator {
    package static let typeName = "RateLimitedMultipleTokenAuthenticator"
    package static let summary = "Signs requests with one of several tokens, by what is left of their quotas."
    package static let details = """
        A token serves until its quota for a kind of request is spent, then the next one does. When all are spent, requests \
        wait for the first reset, but no longer than `max_wait_time`. Once all tokens are down to their reserve, the larger \
        of `budget_min_reserve` and `budget_reserve_fraction` of a full quota, requests are spread over the time until the \
        reset. A rate-limited request is repeated at once when another token has calls left.
        """
    package static let example = """
        type: RateLimitedMultipleTokenAuthenticator
        tokens: "{{ config['tokens'] }}"
        quota_status_source:
          type: QuotaStatusSource
          url: https://api.example.com/rate_limit
        quotas:
          - type: TokenQuota
            name: rest
            remaining_path: [resources, core, remaining]
            reset_path: [resources, core, reset]
        """

    private static let tokensField = Field.required(
        "tokens",
        .either([.template(reads: .config), .list(.template(reads: .config), atLeast: 1)]),
        "The tokens: a list, or one string with `token_delimiter` between them."
    )
    private static let delimiterField = Field("token_delimiter", .string, default: ",", "What separates tokens.")
    private static let methodField = Field("auth_method", .string, default: "Bearer", "The word before the token.")
    private static let headerField = Field("header", .string, default: "Authorization", "The header of the token.")
    private static let sourceField = Field.required(
        "quota_status_source",
        .component(ComponentRegistry.quotaStatusSources, default: QuotaStatusSource.typeName),
        "Where the quotas are."
    )
    private static let quotasField = Field.required(
        "quotas",
        .list(.component(ComponentRegistry.tokenQuotas, default: TokenQuota.typeName), atLeast: 1),
        "The quotas of each token."
    )
    private static let waitField = Field(
        "max_wait_time",
        .template(.fixedDuration, reads: .config),
        default: "PT2H",
        "The longest wait for a reset."
    )
    private static let fractionField = Field(
        "budget_reserve_fraction",
        .number,
        default: 0.1,
        "The part of a full quota from which requests are spread."
    )
    private static let reserveField = Field(
        "budget_min_reserve",
        .integer,
        default: 50,
        "The least number of calls from which requests are spread."
    )
    package static let fields = [
        tokensField, delimiterField, methodField, headerField, sourceField, quotasField, waitField, fractionField,
        reserveField,
    ]

    private let tokenList: [TemplateText]
    /// Nil where the tokens are a list.
    private let delimiter: String?
    private let prefix: String
    private let header: String
    private let source: QuotaStatusSource
    private let quotas: [TokenQuota]
    private let longestWait: TemplateText
    private let reserve: (fraction: Double, least: Int)
    /// What the fields say, whatever the parameters are.
    private let definition: String

    package init(_ reader: ComponentReader) throws {
        let isList = reader.isList(Self.tokensField)
        tokenList = try isList ? reader.templates(Self.tokensField) : [reader.template(Self.tokensField)]
        let delimiter = reader.optionalString(Self.delimiterField).flatMap { $0.isEmpty ? nil : $0 }
        self.delimiter = isList ? nil : delimiter ?? ","
        prefix = reader.optionalString(Self.methodField).flatMap { $0.isEmpty ? nil : $0 } ?? "Bearer"
        header = reader.optionalString(Self.headerField).flatMap { $0.isEmpty ? nil : $0 } ?? "Authorization"
        source = try reader.component(Self.sourceField, ComponentRegistry.quotaStatusSources)
        quotas = try reader.components(Self.quotasField, ComponentRegistry.tokenQuotas)
        longestWait = try reader.template(Self.waitField)
        reserve = (reader.number(Self.fractionField) ?? 0.1, reader.optionalInteger(Self.reserveField) ?? 50)
        definition = Self.withoutParameters(reader.node.json).text
    }

    private static func withoutParameters(_ value: JSONValue) -> JSONValue {
        if let elements = value.array { return .array(elements.map(withoutParameters)) }
        guard let members = value.object else { return value }
        return .object(members.filter { $0.key != "$parameters" }.mapValues(withoutParameters))
    }

    /// A header with one of the tokens, which marks the request as one with credentials; `sign` decides which token it is.
    package func credentials(in scope: Scope, run: SourceRun) throws -> RequestParts {
        var parts = RequestParts()
        parts.headers[header] = .string(try pools(in: run).value(of: 0))
        return parts
    }

    package func sign(_ request: inout HTTPRequest, in scope: Scope, run: SourceRun) async throws {
        let patience = try patience(in: run.context.makeScope())
        request.headers[header] = try await pools(in: run).charge(request, patience: patience, in: run)
    }

    package func observe(_ response: HTTPResponse, to request: HTTPRequest, run: SourceRun) async throws {
        try pools(in: run).note(response, to: request, in: run)
    }

    package func hasAlternative(to request: HTTPRequest, run: SourceRun) throws -> Bool {
        try pools(in: run).hasAlternative(to: request, in: run)
    }

    private func patience(in scope: Scope) throws -> Double {
        let text = try longestWait.text(in: scope)
        guard case .fixed(let delta)? = try? ISO8601Duration.parse(text) else {
            throw EngineFailure(.config, "'max_wait_time' is '\(text)', which is not a fixed duration such as PT2H.")
        }
        return delta.totalSeconds
    }

    private func pools(in run: SourceRun) throws -> TokenPools {
        let tokens = try tokens(in: run.context.makeScope())
        guard !tokens.isEmpty else {
            throw EngineFailure(.config, "The configuration has no token to sign requests with.")
        }
        return run.tokenPools(of: "\(tokens) \(definition)") {
            tokens.forEach { run.context.secrets.add($0) }
            return TokenPools(
                tokens: tokens,
                prefix: prefix,
                header: header,
                source: source,
                quotas: quotas,
                reserve: reserve
            )
        }
    }

    private func tokens(in scope: Scope) throws -> [String] {
        let texts = try tokenList.map { try $0.text(in: scope) }
        let parts = delimiter.map { delimiter in texts.flatMap { $0.split(separator: delimiter).map(String.init) } }
        var found: [String] = []
        for token in parts ?? texts {
            let token = String(token.trimmed())
            if !token.isEmpty, !found.contains(token) { found.append(token) }
        }
        return found
    }
}
