package import HTTP
import JSON
package import Jinja
package import Manifest

/// Limits how fast a source sends requests.
///
/// Manifest type `HTTPAPIBudget`. One budget holds for all streams of a source; the first policy that matches a request
/// counts it. Responses that say how many calls are left, or that there are none, slow the policy down.
package struct HTTPAPIBudget: Component {
    package static let typeName = "HTTPAPIBudget"
    package static let summary = "Limits how fast a source sends requests."
    package static let details = """
        One budget applies to all streams of a source. Responses that say how many calls are left, or that there \
        are none, slow the policy down.
        """
    package static let example = """
        type: HTTPAPIBudget
        policies:
          - type: MovingWindowCallRatePolicy
            rates:
              - type: Rate
                limit: 3
                interval: PT1S
            matchers: []
        """

    private static let policies = Field.required(
        "policies",
        .list(.component(ComponentRegistry.callRatePolicies)),
        "The policies; the first that matches a request counts it."
    )
    private static let resetHeader = Field(
        "ratelimit_reset_header",
        .string,
        default: "ratelimit-reset",
        "Header that says when calls are allowed again: seconds since 1970, seconds from now, or an HTTP date."
    )
    private static let remainingHeader = Field(
        "ratelimit_remaining_header",
        .string,
        default: "ratelimit-remaining",
        "Header that says how many calls are left."
    )
    private static let statusCodes = Field(
        "status_codes_for_ratelimit_hit",
        .list(.integer),
        default: [429],
        "Statuses that mean that no calls are left."
    )
    package static let fields = [policies, resetHeader, remainingHeader, statusCodes]

    private let policies: [any CallRatePolicy]
    private let signals: RateLimitSignals

    package init(_ reader: ComponentReader) throws {
        policies = try reader.components(Self.policies, ComponentRegistry.callRatePolicies)
        let statuses = reader.integers(Self.statusCodes)
        signals = RateLimitSignals(
            remainingHeader: try reader.string(Self.remainingHeader),
            resetHeader: try reader.string(Self.resetHeader),
            exhaustedStatuses: Set(statuses.isEmpty ? [429] : statuses)
        )
    }

    /// The budget of a run; limits are read from the configuration in scope.
    package func makeBudget(in scope: Scope) throws -> RequestBudget {
        let running = try policies.map { policy in
            RequestBudget.Policy(
                matchers: policy.matchers,
                weights: try policy.matchers.map { try $0.weight(in: scope) },
                name: policy.name,
                meter: RequestBudget.MeterBox(try policy.meter(in: scope))
            )
        }
        return RequestBudget(policies: running, signals: signals)
    }
}
