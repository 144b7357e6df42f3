import Diagnostics
import HTTP
import JSON
package import Manifest

/// A quota that each token has for some of the requests.
///
/// Manifest type `TokenQuota`.
package struct TokenQuota: Component {
    package static let typeName = "TokenQuota"
    package static let summary = "A quota that each token has for some of the requests."
    package static let details = """
        A request counts for the first quota one of whose matchers fits; a quota without matchers is for all others. The \
        paths lead into the quota status, the headers are those of each response, which corrects what was counted. A \
        status of `exhaustion_status_codes` means that the quota is spent.
        """
    package static let example = """
        type: TokenQuota
        name: rest
        remaining_path: [resources, core, remaining]
        reset_path: [resources, core, reset]
        limit_path: [resources, core, limit]
        remaining_header: X-RateLimit-Remaining
        reset_header: X-RateLimit-Reset
        """

    private static let nameField = Field.required("name", .string, "The name, for messages.")
    private static let remainingPath = Field.required("remaining_path", .list(.string), "Path to the calls left.")
    private static let resetPath = Field.required(
        "reset_path",
        .list(.string),
        "Path to the moment of the reset: seconds since 1970, or a date."
    )
    private static let limitPath = Field(
        "limit_path",
        .list(.string),
        "Path to the calls of a full quota; by default those left at first."
    )
    private static let matchersField = Field(
        "matchers",
        .list(.component(ComponentRegistry.requestMatchers, default: HttpRequestRegexMatcher.typeName)),
        "The requests that count for this quota."
    )
    private static let remainingHeader = Field("remaining_header", .string, "Header with the calls left.")
    private static let resetHeader = Field("reset_header", .string, "Header with the moment of the reset.")
    private static let limitHeader = Field("limit_header", .string, "Header with the calls of a full quota.")
    private static let exhaustionField = Field(
        "exhaustion_status_codes",
        .list(.integer),
        default: [],
        "Statuses that mean that the quota is spent."
    )
    package static let fields = [
        nameField, remainingPath, resetPath, limitPath, matchersField, remainingHeader, resetHeader, limitHeader,
        exhaustionField,
    ]

    let name: String
    let matchers: [HttpRequestRegexMatcher]
    private let paths: (remaining: [String], reset: [String], limit: [String]?)
    private let headers: (remaining: String?, reset: String?, limit: String?)
    private let exhaustion: [Int]

    package init(_ reader: ComponentReader) throws {
        name = try reader.string(Self.nameField)
        matchers = try reader.components(Self.matchersField, ComponentRegistry.requestMatchers)
        let limit = reader.strings(Self.limitPath)
        paths = (reader.strings(Self.remainingPath), reader.strings(Self.resetPath), limit.isEmpty ? nil : limit)
        headers = (
            reader.optionalString(Self.remainingHeader), reader.optionalString(Self.resetHeader),
            reader.optionalString(Self.limitHeader)
        )
        exhaustion = reader.integers(Self.exhaustionField)
    }

    /// The quota in a quota status.
    func pool(in status: JSONValue) throws -> TokenBudget.Pool {
        let remaining = try number(at: paths.remaining, of: status)
        guard let reset = TokenExpiry.date(try value(at: paths.reset, of: status)) else {
            throw fault(paths.reset, "is no date")
        }
        return TokenBudget.Pool(
            remaining: remaining,
            reset: reset.secondsSince1970,
            limit: try paths.limit.map { try number(at: $0, of: status) } ?? remaining
        )
    }

    private func number(at path: [String], of status: JSONValue) throws -> Int {
        switch try value(at: path, of: status).opened {
        case .integer(let number): return number
        case .double(let number): return Int(saturating: number)
        case .string(let text): if let number = Int(text) { return number }
        default: break
        }
        throw fault(path, "is no integer")
    }

    private func value(at path: [String], of status: JSONValue) throws -> JSONValue {
        guard let found = path.reduce(status as JSONValue?, { $0?[$1] }) else { throw fault(path, "is missing") }
        return found
    }

    private func fault(_ path: [String], _ what: String) -> EngineFailure {
        EngineFailure(.system, "'\(path.joined(separator: "."))' of the quota '\(name)' \(what) in the quota status.")
    }

    /// What a response says about the quota; nil when nothing.
    func report(_ response: HTTPResponse) -> TokenBudget.Report? {
        let report = TokenBudget.Report(
            remaining: headers.remaining.flatMap { response.headers[$0] }.flatMap { Int($0) },
            reset: headers.reset.flatMap { response.headers[$0] }.flatMap {
                TokenExpiry.date(.string($0))?.secondsSince1970
            },
            limit: headers.limit.flatMap { response.headers[$0] }.flatMap { Int($0) },
            isRefusal: exhaustion.contains(response.status)
        )
        let isSilent = report.remaining == nil && report.reset == nil && report.limit == nil && !report.isRefusal
        return isSilent ? nil : report
    }
}
