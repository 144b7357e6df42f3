extension BidirectionalCollection {
    /// The elements without those that match at both ends.
    @inlinable
    package func trimmed(while isOuter: (Element) throws -> Bool) rethrows -> SubSequence {
        let rest = try drop(while: isOuter)
        guard let last = try rest.lastIndex(where: { try !isOuter($0) }) else { return rest.prefix(0) }
        return rest[...last]
    }
}

extension StringProtocol {
    /// The text without white space at both ends.
    package func trimmed() -> SubSequence { trimmed(while: \.isWhitespace) }
}

extension String {
    /// `str.strip`: the text without Python's white space at both ends.
    package func stripped() -> String { String(unicodeScalars.trimmed(while: \.isPythonSpace)) }

    /// `str.rstrip`: the text without Python's white space at its end.
    package func strippedRight() -> String {
        var scalars = unicodeScalars[...]
        while let last = scalars.last, last.isPythonSpace { scalars.removeLast() }
        return String(scalars)
    }
}
