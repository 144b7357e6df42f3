import RegularExpressions

/// Regular expressions of JSON schemas, in the syntax of Python.
package enum SchemaPattern {
    /// Whether a pattern is found anywhere in a string.
    ///
    /// A pattern that cannot be read, or that takes far too long, is found everywhere: it is the schema that is wrong, not
    /// the value.
    package static func isFound(_ pattern: String, in text: String) -> Bool {
        guard let regex = try? PythonRegex(pattern) else { return true }
        do {
            return try regex.search(text) != nil
        } catch {
            return true
        }
    }
}
