package import JSON
package import Jinja

/// The `$parameters` of one component, its parents' included, which all of its templates see.
package final class ComponentParameters: Sendable {
    package let members: JSONObject
    let isEmpty: Bool

    package init(_ members: JSONObject = [:]) {
        self.members = members
        isEmpty = members.isEmpty
    }

    /// Runs an evaluation with the parameters in scope.
    @inline(never)
    func evaluate<Result>(
        in scope: Scope,
        _ body: (Scope) throws(TemplateError) -> Result
    ) throws(TemplateError) -> Result {
        if let shared = scope.shared {
            return try shared.evaluate(in: scope, .parameters, of: self, first: { Value(.object(members)) }, body)
        }
        let outer = scope[.parameters]
        scope[.parameters] = Value(.object(members))
        defer { scope[.parameters] = outer }
        return try body(scope)
    }
}
