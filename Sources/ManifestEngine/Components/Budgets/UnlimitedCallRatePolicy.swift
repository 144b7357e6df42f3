package import HTTP
package import Jinja
package import Manifest

/// Lets the requests it matches go out at once, so that no later policy counts them.
///
/// Manifest type `UnlimitedCallRatePolicy`.
package struct UnlimitedCallRatePolicy: Component, CallRatePolicy {
    package static let typeName = "UnlimitedCallRatePolicy"
    package static let summary = "Does not limit the requests it matches."
    package static let details = "Later policies do not count these requests."
    package static let example = """
        type: UnlimitedCallRatePolicy
        matchers:
          - type: HttpRequestRegexMatcher
            url_path_pattern: /status$
        """
    package static let fields = [matchersField]

    package let matchers: [HttpRequestRegexMatcher]

    package init(_ reader: ComponentReader) throws {
        matchers = try reader.components(Self.matchersField, ComponentRegistry.requestMatchers)
    }

    package func meter(in scope: Scope) throws -> RequestBudget.Meter { .unlimited }
}
