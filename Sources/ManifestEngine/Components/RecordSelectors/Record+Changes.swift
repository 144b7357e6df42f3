import JSON
import Jinja
import Manifest

extension Record {
    /// Takes over what a template changed in the record in scope.
    mutating func takeChanges(from scope: Scope) throws {
        guard case .dict(let dict)? = scope[.record], let members = try Value.dict(dict).json().object else { return }
        self.members = members
    }
}
