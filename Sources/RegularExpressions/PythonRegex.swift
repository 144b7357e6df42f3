import Text

/// A regular expression with the syntax and meaning of Python's `re`, compiled once.
package struct PythonRegex: Sendable {
    /// A match: the groups, index 0 being the whole; nil where a group took no part.
    package struct Match {
        let scalars: [Unicode.Scalar]
        let ranges: [Range<Int>?]

        /// The text of a group.
        package func group(_ index: Int) -> String? {
            guard ranges.indices.contains(index), let range = ranges[index] else { return nil }
            return String(scalars[range])
        }

        /// How many groups the expression has.
        package var groupCount: Int { ranges.count - 1 }
    }

    private let node: RegexNode
    private let groupCount: Int
    private let names: [String: Int]
    private let firstLetter: Unicode.Scalar?
    private let mostSteps: Int

    /// Compiles an expression.
    ///
    /// Throws `pattern` with the position when it is broken.
    /// - Parameter mostSteps: steps after which a search in a short text is given up; a second or so.
    package init(_ pattern: String, mostSteps: Int = 3_000_000) throws(RegexError) {
        self.mostSteps = mostSteps
        var parser = RegexParser(pattern)
        node = try parser.parse()
        groupCount = parser.groupCount
        names = parser.names
        firstLetter = node.firstLetter
    }

    /// The first match anywhere, as `re.search`.
    ///
    /// Throws when the search takes far too many steps.
    package func search(_ text: String) throws(RegexError) -> Match? {
        let scalars = Array(text.unicodeScalars)
        var matcher = RegexMatcher(scalars, groupCount: groupCount, steps: mostSteps)
        return try search(scalars, &matcher, from: 0, mustAdvance: false)
    }

    /// The next match; all searches with one matcher share its steps.
    private func search(
        _ scalars: [Unicode.Scalar],
        _ matcher: inout RegexMatcher,
        from start: Int,
        mustAdvance: Bool
    ) throws(RegexError) -> Match? {
        var at = start
        while at <= scalars.count {
            if let firstLetter {
                while at < scalars.count, scalars[at] != firstLetter { at += 1 }
                if at == scalars.count { return nil }
            }
            if matcher.match(node, at: at, mustAdvance: mustAdvance && at == start) {
                return Match(scalars: scalars, ranges: matcher.groups)
            }
            guard !matcher.isExhausted else {
                throw RegexError(.exhausted, "the regular expression takes too many steps on this text")
            }
            at += 1
        }
        return nil
    }

    /// The text with every match replaced, as `re.sub`; the replacement may refer to groups as `\1` or `\g<name>`.
    package func replaceAll(_ text: String, _ replacement: String) throws(RegexError) -> String {
        let template = try RegexReplacement(replacement, groupCount: groupCount, names: names)
        let scalars = Array(text.unicodeScalars)
        var matcher = RegexMatcher(scalars, groupCount: groupCount, steps: mostSteps)
        var result = String.UnicodeScalarView()
        var copied = 0
        var at = 0
        var mustAdvance = false
        while let match = try search(scalars, &matcher, from: at, mustAdvance: mustAdvance),
            let range = match.ranges[0]
        {
            result.append(contentsOf: scalars[copied..<range.lowerBound])
            result.append(contentsOf: template.text(match).unicodeScalars)
            copied = range.upperBound
            at = range.upperBound
            mustAdvance = range.isEmpty
            if at > scalars.count { break }
        }
        result.append(contentsOf: scalars[copied...])
        return String(result)
    }
}
