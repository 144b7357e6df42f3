package import JSON
package import Jinja

extension Value {
    /// The value as Python's `str` prints it.
    package var pythonText: String { printed }

    /// The value as JSON; throws for what has no JSON form, such as a date.
    package func jsonValue() throws -> JSONValue { try json() }
}

extension JSONValue {
    /// The value as Python's `str` prints it: `True`, `1.0`, `None`, `{'a': 1}`.
    package var pythonText: String {
        if case .string(let text) = self { return text }
        return Jinja.Value(self).printed
    }
}
