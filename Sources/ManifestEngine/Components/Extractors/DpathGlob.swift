import Diagnostics
package import JSON
package import Manifest
import Text

/// Paths of shell patterns into JSON.
///
/// Each segment is a pattern against the keys of an object; against a list it is an index, negative ones counting from
/// the end, or a pattern against the index's digits. `**` covers any number of levels, none included, and may occur
/// once.
package struct DpathGlob: Sendable {
    /// One segment: text is a pattern or an index, a number is an index only, other values match nothing.
    package struct Segment: Sendable {
        fileprivate let text: String?
        fileprivate let pattern: ShellPattern?
        fileprivate let index: Int?

        package init(_ value: JSONValue) {
            switch value.opened {
            case .string(let text): self.init(text)
            case .integer(let number): self.init(index: number)
            case .bool(let flag): self.init(index: flag ? 1 : 0)
            case .double(let number): self.init(index: Int(exactly: number.rounded(.towardZero)))
            default: self.init(index: nil)
            }
        }

        fileprivate init(_ text: String) {
            self.text = text
            pattern = ShellPattern.isPattern(text) ? ShellPattern(text) : nil
            index = Self.index(text)
        }

        private init(index: Int?) {
            text = nil
            pattern = nil
            self.index = index
        }

        /// An integer as Python reads it: spaces around it, a sign and single underscores are allowed.
        private static func index(_ text: String) -> Int? {
            let letters = text.trimmed()
            let digits = letters.drop { $0 == "+" || $0 == "-" }
            let runs = digits.split(separator: "_", omittingEmptySubsequences: false)
            guard letters.count - digits.count <= 1, runs.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) })
            else {
                return nil
            }
            return Int(letters.filter { $0 != "_" })
        }

        /// Whether this is a pattern or an index, not a name.
        var isElement: Bool { pattern != nil || index != nil }

        fileprivate func matches(key: String) -> Bool {
            guard let text else { return false }
            return pattern?.matches(key) ?? (text == key)
        }

        fileprivate func matches(index place: Int, count: Int) -> Bool {
            if let index { return index == place || index + count == place }
            return matches(key: String(place))
        }
    }

    /// The segments before `**`, or all of them.
    private let head: [Segment]
    /// The segments after `**`; nil without one.
    private let tail: [Segment]?
    private let source: String

    /// Whether a string is more than a plain name.
    ///
    /// A plain name may still be an index of a list.
    package static func isPattern(_ text: String) -> Bool { ShellPattern.isPattern(text) }

    /// Throws a system failure for a path with more than one `**`.
    private init(_ path: [Segment]) throws {
        source = path.map { $0.text ?? $0.index.map(String.init) ?? "?" }.joined(separator: ".")
        guard let place = path.firstIndex(where: { $0.text == "**" }) else {
            head = path
            tail = nil
            return
        }
        head = Array(path[..<place])
        let rest = Array(path[(place + 1)...])
        guard !rest.contains(where: { $0.text == "**" }) else {
            throw EngineFailure(.system, "The path '\(source)' has more than one '**'.")
        }
        tail = rest
    }

    // MARK: Finding

    /// What an extractor takes from a value.
    ///
    /// An empty path gives the value itself. With a segment `*` the result is the list of all matches, otherwise the
    /// one match, or an empty list without one. Throws a system failure when there are several.
    package static func extract(_ path: [Segment], from value: JSONValue) throws -> JSONValue {
        if path.isEmpty { return value }
        let glob = try DpathGlob(path)
        let matches = glob.matches(in: value)
        if path.contains(where: { $0.text == "*" }) { return .array(matches) }
        guard matches.count <= 1 else {
            throw EngineFailure(
                .system,
                "The path '\(glob.source)' matches \(matches.count) values; only a path with a segment '*' may do that."
            )
        }
        return matches.first ?? .array([])
    }

    /// All values at a path, in the order of `values(_:in:)`.
    ///
    /// Throws a system failure for a path with more than one `**`.
    package static func matches(_ path: [Segment], in value: JSONValue) throws -> [JSONValue] {
        path.isEmpty ? [value] : try DpathGlob(path).matches(in: value)
    }

    /// All values at a path of strings, in the order of the document, parents before what is inside them.
    ///
    /// A path that is not valid matches nothing.
    package static func values(_ path: [String], in value: JSONValue) -> [JSONValue] {
        if path.isEmpty { return [value] }
        guard let glob = try? DpathGlob(path.map { Segment($0) }) else { return [] }
        return glob.matches(in: value)
    }

    /// The places of all values at a path, in the order of `values(_:in:)`.
    ///
    /// Throws a system failure for a path with more than one `**`.
    package static func places(_ path: [Segment], in value: JSONValue) throws -> [[NodeStep]] {
        guard !path.isEmpty else { return [] }
        var places: [[NodeStep]] = []
        var steps: [Step] = []
        try DpathGlob(path).collect(value, &steps) { steps, _ in places.append(steps.map(\.place)) }
        return places
    }

    private func matches(in value: JSONValue) -> [JSONValue] {
        var found: [JSONValue] = []
        var steps: [Step] = []
        collect(value, &steps) { found.append($1) }
        return found
    }

    private func collect(_ value: JSONValue, _ steps: inout [Step], _ body: ([Step], JSONValue) -> Void) {
        let children = Self.children(of: value)
        guard !children.isEmpty, isOpen(steps) else { return }
        for (step, child) in children {
            steps.append(step)
            if covers(steps) { body(steps, child) }
            steps.removeLast()
        }
        for (step, child) in children {
            steps.append(step)
            collect(child, &steps, body)
            steps.removeLast()
        }
    }

    // MARK: Deleting

    /// The value without what a path matches; what is missing is skipped.
    ///
    /// Members of objects go. An element of a list goes when it is the last one at that moment, otherwise null takes
    /// its place. A path with more than one `**` deletes nothing.
    package static func delete(_ path: [String], from value: JSONValue) -> JSONValue {
        guard !path.isEmpty, let glob = try? DpathGlob(path.map { Segment($0) }) else { return value }
        var steps: [Step] = []
        return glob.deleting(from: value, &steps)
    }

    /// The value without those of its parts at a path that fit.
    package static func removing(
        _ path: [Segment],
        from value: JSONValue,
        where fits: (JSONValue) -> Bool
    ) throws -> JSONValue {
        var steps: [Step] = []
        return try DpathGlob(path).removing(from: value, &steps, fits)
    }

    private func removing(from value: JSONValue, _ steps: inout [Step], _ fits: (JSONValue) -> Bool) -> JSONValue {
        guard isOpen(steps) else { return value }
        func kept(_ child: JSONValue, _ step: Step, _ steps: inout [Step]) -> JSONValue? {
            steps.append(step)
            defer { steps.removeLast() }
            return covers(steps) && fits(child) ? nil : removing(from: child, &steps, fits)
        }
        switch value.opened {
        case .object(let members):
            var rest = JSONObject(minimumCapacity: members.count)
            for (key, member) in members { rest[key] = kept(member, .key(key), &steps) }
            return .object(rest)
        case .array(let elements):
            return .array(
                elements.enumerated().compactMap { kept($0.element, .index($0.offset, count: elements.count), &steps) }
            )
        case let leaf: return leaf
        }
    }

    private func deleting(from value: JSONValue, _ steps: inout [Step]) -> JSONValue {
        guard isOpen(steps) else { return value }
        switch value.opened {
        case .object(let members):
            var kept = JSONObject(minimumCapacity: members.count)
            for (key, member) in members {
                steps.append(.key(key))
                if !covers(steps) { kept[key] = deleting(from: member, &steps) }
                steps.removeLast()
            }
            return .object(kept)
        case .array(let elements): return .array(deleting(from: elements, &steps))
        case let leaf: return leaf
        }
    }

    private func deleting(from elements: [JSONValue], _ steps: inout [Step]) -> [JSONValue] {
        var kept = elements
        for (place, element) in elements.enumerated() {
            steps.append(.index(place, count: elements.count))
            if !covers(steps) {
                kept[place] = deleting(from: element, &steps)
            } else if place == kept.count - 1 {
                kept.removeLast()
            } else {
                kept[place] = .null
            }
            steps.removeLast()
        }
        return kept
    }

    // MARK: Matching

    private enum Step {
        case key(String)
        case index(Int, count: Int)

        var place: NodeStep {
            switch self {
            case .key(let key): .key(key)
            case .index(let index, _): .index(index)
            }
        }
    }

    private static func children(of value: JSONValue) -> [(Step, JSONValue)] {
        switch value.opened {
        case .object(let members): members.map { (.key($0.key), $0.value) }
        case .array(let elements):
            elements.enumerated().map { (.index($0.offset, count: elements.count), $0.element) }
        default: []
        }
    }

    /// Whether something below these steps can match.
    private func isOpen(_ steps: [Step]) -> Bool {
        if tail == nil, steps.count >= head.count { return false }
        return zip(steps, head).allSatisfy { Self.matches($0, $1) }
    }

    /// Whether the path covers these steps.
    private func covers(_ steps: [Step]) -> Bool {
        guard let tail else {
            return steps.count == head.count && zip(steps, head).allSatisfy { Self.matches($0, $1) }
        }
        guard steps.count >= head.count + tail.count else { return false }
        return zip(steps, head).allSatisfy { Self.matches($0, $1) }
            && zip(steps.suffix(tail.count), tail).allSatisfy { Self.matches($0, $1) }
    }

    private static func matches(_ step: Step, _ segment: Segment) -> Bool {
        switch step {
        case .key(let key): segment.matches(key: key)
        case .index(let place, let count): segment.matches(index: place, count: count)
        }
    }
}
