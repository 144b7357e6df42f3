import Diagnostics
package import HTTP
import JSON
import Jinja
package import Manifest

/// Says whether a request belongs to a policy: everything that is stated must fit.
///
/// Manifest type `HttpRequestRegexMatcher`. `method` is compared without regard to case, `url_base` as `scheme://host`,
/// `url_path_pattern` is searched in the path. `params` and `headers` must be among the request's own.
package struct HttpRequestRegexMatcher: Component, RequestMatcher {
    package static let typeName = "HttpRequestRegexMatcher"
    package static let summary = "Recognises requests by method, address, parameters and headers."
    package static let details = """
        Everything that is given must match. The method is compared case-insensitively; the pattern is \
        searched for anywhere in the path.
        """
    package static let example = """
        type: HttpRequestRegexMatcher
        method: GET
        url_base: https://api.example.com
        url_path_pattern: ^/v2/users
        weight: 2
        """

    private static let method = Field("method", .string, "The method.")
    private static let urlBase = Field("url_base", .string, "Scheme and host, such as https://api.example.com.")
    private static let pathPattern = Field(
        "url_path_pattern",
        .string(.pattern(.error)),
        "Pattern to search for in the path."
    )
    private static let params = Field("params", .verbatimMapping, "Query parameters that must be present.")
    private static let headers = Field("headers", .verbatimMapping, "Headers that must be present.")
    private static let weight = Field(
        "weight",
        .integerOrTemplate(.atLeast(1)),
        default: 1,
        "How many calls such a request counts as."
    )
    package static let fields = [method, urlBase, pathPattern, params, headers, weight]

    private let method: String?
    private let urlBase: String?
    private let pathPattern: TextPattern?
    private let params: [(name: String, value: String)]
    private let headers: [(name: String, value: String)]
    private let weight: TemplateText

    package init(_ reader: ComponentReader) throws {
        method = reader.optionalString(Self.method)?.uppercased()
        urlBase = reader.optionalString(Self.urlBase).map(MatchedRequest.withoutSlashes)
        params = Self.pairs(reader.value(Self.params))
        headers = Self.pairs(reader.value(Self.headers))
        weight = try reader.template(Self.weight)
        pathPattern = reader.optionalString(Self.pathPattern).flatMap { $0.isEmpty ? nil : TextPattern($0) }
    }

    private static func pairs(_ value: JSONValue?) -> [(name: String, value: String)] {
        (value?.object ?? [:]).map { ($0.key, $0.value.pythonText) }
    }

    /// The weight, at least 1.
    func weight(in scope: Scope) throws -> Int {
        let value = try weight.value(in: scope)
        guard let number = WaitNumber.whole(value), number >= 1 else {
            throw EngineFailure(
                .system,
                "'weight' of a request matcher is '\(value.pythonText)'; it must be 1 or more."
            )
        }
        return number
    }

    package func matches(_ request: MatchedRequest) -> Bool {
        if let method, method != request.method { return false }
        if let urlBase, urlBase != request.base { return false }
        if let pathPattern, !pathPattern.isFound(in: request.path) { return false }
        if !params.isEmpty {
            let own = request.parameters
            if !params.allSatisfy({ own[$0.name] == $0.value }) { return false }
        }
        return headers.allSatisfy { request.headers[$0.name] == $0.value }
    }
}
