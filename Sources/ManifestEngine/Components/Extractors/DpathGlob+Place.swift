package import JSON

extension DpathGlob {
    /// Whether a path exists in a value, whatever it holds.
    ///
    /// Null on all ways there says that there is nothing, which also counts as found; so does an empty list, object or string
    /// where the path wants an element.
    package static func finds(_ path: [Segment], in value: JSONValue) -> Bool {
        for length in (0...path.count).reversed() {
            guard let found = try? matches(Array(path[..<length]), in: value), !found.isEmpty else { continue }
            guard length < path.count else { return true }
            return found.allSatisfy { $0.isNull || path[length].isElement && !$0.isTruthy }
        }
        return false
    }
}
