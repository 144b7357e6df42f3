import Diagnostics
import HTTP
import JSON
import Jinja
package import Manifest

/// Where the API says how much of its quota a token has left.
///
/// Manifest type `QuotaStatusSource`. Asked once for each token before the first request, and again after a wait.
package struct QuotaStatusSource: Component {
    package static let typeName = "QuotaStatusSource"
    package static let summary = "Where the API says how much of its quota a token has left."
    package static let details = """
        It is asked once for each token, before the first request of a run and after a wait for new quotas. A status of \
        `unavailable_status_codes` means that the API does not count: the token is used without a quota.
        """
    package static let example = """
        type: QuotaStatusSource
        url: https://api.example.com/rate_limit
        """

    private static let urlField = Field.required("url", .template(reads: .config), "The whole address.")
    private static let methodField = Field("http_method", .word(["GET", "POST"]), default: "GET", "The method.")
    private static let headersField = Field(
        "request_headers",
        .mapping(.template(reads: .config)),
        "Headers of the request."
    )
    private static let unavailableField = Field(
        "unavailable_status_codes",
        .list(.integer),
        default: [],
        "Statuses by which the API says that it does not count."
    )
    package static let fields = [urlField, methodField, headersField, unavailableField]

    private let url: TemplateText
    private let method: String
    private let headers: TemplateMapping?
    let unavailable: Set<Int>

    package init(_ reader: ComponentReader) throws {
        url = try reader.template(Self.urlField)
        method = try reader.string(Self.methodField)
        headers = try reader.templateMapping(Self.headersField)
        unavailable = Set(reader.integers(Self.unavailableField))
    }

    /// The request, signed with a header.
    func request(signedBy header: (name: String, value: String), in scope: Scope) throws -> HTTPRequest {
        var list = HTTPHeaderList()
        for (name, value) in try headers?.texts(in: scope) ?? [:] { list[name] = value.pythonText }
        list[header.name] = header.value
        var request = HTTPRequest(method: method, url: try url.text(in: scope), headers: list)
        request.credentials.headers = [header.name]
        return request
    }

    /// The body of the response for a token; nil where the API does not count.
    func status(signedBy header: (name: String, value: String), in run: SourceRun) async throws -> JSONValue? {
        let context = run.context
        let scope = context.makeScope()
        let request = try request(signedBy: header, in: scope)
        let handler = QuotaStatusHandler(unavailable: unavailable)
        let sender = RequestSender(streamName: "quota status", handler: handler, context: context)
        let response = try await sender.send(in: scope, make: { _ in request }).response
        if unavailable.contains(response.status) { return nil }
        do throws(JSONError) { return try response.document(indexDepth: 4).root.value } catch {
            throw EngineFailure(.system, "The quota status is not JSON: \(error).")
        }
    }
}

/// The default rules, but for statuses that say that the API does not count.
private struct QuotaStatusHandler: ErrorHandler {
    private let rules = DefaultErrorHandler()
    let unavailable: Set<Int>

    func resolve(_ outcome: RequestOutcome, in scope: Scope) async throws -> ErrorResolution {
        guard case .response(let response, _) = outcome, unavailable.contains(response.status) else {
            return try rules.resolve(outcome, in: scope)
        }
        return ErrorResolution(
            action: .ignore,
            failureType: nil,
            message: "The API does not count the calls of a token.",
            decidedBy: nil
        )
    }

    func maxRetries(in scope: Scope) throws -> Int { try rules.maxRetries(in: scope) }

    var backoffStrategies: [any BackoffStrategy] { rules.backoffStrategies }
}
