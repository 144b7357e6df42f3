import RegularExpressions

/// A regular expression of a manifest, with the meaning it has in Python.
///
/// A string on which the search would take far too long counts as no match.
struct TextPattern: Sendable {
    private let regex: PythonRegex

    /// Compiles a pattern; nil when it is not valid.
    init?(_ pattern: String) {
        guard let regex = try? PythonRegex(pattern) else { return nil }
        self.regex = regex
    }

    /// What the pattern matches at the start of a string.
    ///
    /// The leftmost match is found first, so one at the start is.
    func prefixMatch(in text: String) -> String? {
        guard let found = try? regex.search(text)?.group(0), text.hasPrefix(found) else { return nil }
        return found
    }

    /// Whether the pattern matches anywhere in a string.
    func isFound(in text: String) -> Bool { (try? regex.search(text)) != nil }
}
