package import JSON

/// One way in which a value breaks a JSON schema.
package struct SchemaViolation: Sendable, Equatable {
    /// A step into the value: the name of a member or the index of an element.
    package enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    /// What is wrong, in the words python-jsonschema uses; values are printed as Python prints them.
    package let message: String
    /// The way to the part of the value that is wrong.
    package var path: [Step]
    /// The keyword of the schema that is not met; nil for the schema `false`.
    package let keyword: String?
    /// For `anyOf` and `oneOf`: how each branch is broken, with paths from the part that is wrong.
    package var branches: [[SchemaViolation]]
    /// The values or names that the keyword asks for, where it names some.
    package let expected: [JSONValue]
    /// Whether the part has a type that the schema around the keyword asks for.
    let matchesType: Bool

    package init(
        message: String,
        path: [Step] = [],
        keyword: String?,
        branches: [[SchemaViolation]] = [],
        expected: [JSONValue] = [],
        matchesType: Bool = false
    ) {
        self.message = message
        self.path = path
        self.keyword = keyword
        self.branches = branches
        self.expected = expected
        self.matchesType = matchesType
    }

    /// How all branches are broken.
    package var context: [SchemaViolation] { branches.flatMap { $0 } }

    /// The way to the part as text, such as `credentials.tokens[0]`; empty for the whole value.
    package var place: String { Self.text(of: path) }

    /// A way into a value as text, such as `credentials.tokens[0]`.
    package static func text(of path: [Step]) -> String {
        path.reduce(into: "") { text, step in
            switch step {
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            case .index(let index): text += "[\(index)]"
            }
        }
    }

    // MARK: Relevance

    /// The most telling violation: the one nearest to the root, unless it is an alternative.
    ///
    /// Of the alternatives' violations the deepest is taken, as it stands in the branch that was most likely meant. The
    /// first among equals wins.
    package static func mostRelevant(of violations: [SchemaViolation]) -> SchemaViolation? {
        guard var best = violations.first else { return nil }
        for violation in violations.dropFirst() where best.isLessRelevant(than: violation) { best = violation }
        while let least = leastRelevant(of: best.context) {
            let hasEqual = best.context.count { !least.isLessRelevant(than: $0) } > 1
            if hasEqual { return best }
            // Paths of alternatives begin at the part that has them.
            let start = best.path
            best = least
            best.path = start + least.path
        }
        return best
    }

    private static func leastRelevant(of violations: [SchemaViolation]) -> SchemaViolation? {
        guard var least = violations.first else { return nil }
        for violation in violations.dropFirst() where violation.isLessRelevant(than: least) { least = violation }
        return least
    }

    private var isAlternative: Bool { keyword == "anyOf" || keyword == "oneOf" }

    /// Deeper ones come first, then earlier paths, alternatives, and those whose part has the right type.
    private func isLessRelevant(than other: SchemaViolation) -> Bool {
        if path.count != other.path.count { return path.count > other.path.count }
        for (one, two) in zip(path, other.path) where one != two { return one.precedes(two) }
        if isAlternative != other.isAlternative { return isAlternative }
        return matchesType && !other.matchesType
    }
}

extension SchemaViolation.Step {
    fileprivate func precedes(_ other: Self) -> Bool {
        switch (self, other) {
        case (.index(let one), .index(let two)): one < two
        case (.key(let one), .key(let two)): one.unicodeScalars.lexicographicallyPrecedes(two.unicodeScalars)
        case (.index, .key): true
        case (.key, .index): false
        }
    }
}
