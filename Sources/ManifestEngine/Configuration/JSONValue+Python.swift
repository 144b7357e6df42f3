import JSON
import Jinja

extension JSONValue {
    /// The value as Python's `repr` prints it.
    var pythonRepresentation: String {
        // A list prints its elements with `repr`, whatever they are.
        String(Jinja.Value.list([Jinja.Value(self)]).printed.dropFirst().dropLast())
    }
}
