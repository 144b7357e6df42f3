package import JSON
package import Jinja
package import Manifest

/// Checks a configuration beyond what its schema says.
package protocol ConfigValidator: Sendable {
    /// Throws a configuration failure when the configuration cannot be used.
    func validate(_ config: JSONObject, in scope: Scope) throws
}

/// Checks one value.
package protocol ValidationStrategy: Sendable {
    /// Throws a configuration failure when the value is not as it should be.
    func validate(_ value: JSONValue) throws
}
