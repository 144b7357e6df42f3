package import JSON
package import Jinja

extension Value {
    /// The value as Python's `str` prints it.
    package var pythonText: String { printed }

    /// The value as JSON; throws for what has no JSON form, such as a date.
    package func jsonValue() throws -> JSONValue { try json() }
}
