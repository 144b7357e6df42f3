/// Calls.
extension Value {
    /// Calls the value.
    ///
    /// Throws a type error when it cannot be called.
    func call(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) -> Value {
        switch self {
        case .function(let function): return try function.call(arguments, scope)
        case .undefined(let missing): throw missing.error
        case .object(let object):
            if let result = try object.call(arguments, scope) { return result }
        default: break
        }
        throw .type("'\(typeName)' object is not callable")
    }
}
