package import HTTP
package import Jinja
package import Manifest

/// Limits the requests it matches.
package protocol CallRatePolicy: Sendable {
    /// What messages call it.
    var name: String { get }
    /// Which requests it is for; empty means all.
    var matchers: [HttpRequestRegexMatcher] { get }
    /// A fresh meter; its numbers may come from the configuration in scope.
    func meter(in scope: Scope) throws -> RequestBudget.Meter
}

extension CallRatePolicy where Self: Component {
    package var name: String { Self.typeName }
}

extension CallRatePolicy {
    static var matchersField: Field {
        Field.required(
            "matchers",
            .list(.component(ComponentRegistry.requestMatchers, default: "HttpRequestRegexMatcher")),
            "Which requests the policy is for; an empty list means all."
        )
    }
}
