/// Matches a regular expression at places of a string, going back to other ways where one fails.
struct RegexMatcher {
    private let scalars: [Unicode.Scalar]
    /// Start and end of each group; index 0 is the whole match.
    private(set) var groups: [Range<Int>?]
    /// Steps left before the search is given up, so that a hostile expression cannot hold up a sync.
    private var budget: Int
    /// How many calls are open.
    ///
    /// Every code point of a repeated group takes a few, and the stack is finite.
    private var depth = 0
    private static let deepest = 4000

    init(_ scalars: [Unicode.Scalar], groupCount: Int, steps: Int) {
        self.scalars = scalars
        budget = steps + 10 * scalars.count
        groups = Array(repeating: nil, count: groupCount + 1)
    }

    var isExhausted: Bool { budget <= 0 }

    /// Matches from a place on; with `mustAdvance`, an empty match does not count.
    mutating func match(_ node: RegexNode, at start: Int, mustAdvance: Bool = false) -> Bool {
        for index in groups.indices { groups[index] = nil }
        var end: Int?
        let isMatch = run(node, start) { matcher, place in
            if mustAdvance, place == start { return false }
            end = place
            return true
        }
        guard isMatch, !isExhausted, let end else { return false }
        groups[0] = start..<end
        return true
    }

    private typealias Next = (inout RegexMatcher, Int) -> Bool

    private mutating func run(_ node: RegexNode, _ at: Int, _ next: Next) -> Bool {
        budget -= 1
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { budget = 0 }
        guard budget > 0 else { return false }
        switch node {
        case .empty: return next(&self, at)
        case .letter, .set, .any: return matchesSingle(node, at) && next(&self, at + 1)
        case .sequence(let nodes): return run(nodes[...], at, next)
        case .alternatives(let nodes):
            for node in nodes where run(node, at, next) { return true }
            return false
        case .group(let index, let node): return group(index, node, at, next)
        case .repetition(let node, let count, let greed):
            let (index, content) = node.ungrouped
            if let length = content.unitLength {
                let unit = Unit(node: content, length: length, group: index)
                return greed == .fewest
                    ? repeatFewest(unit, count, at, next) : repeatUnit(unit, count, greed, at, next)
            }
            return repeatNode(node, count, greed, at, 0, -1, next)
        case .backReference(let index, let ignoresCase): return reference(index, ignoresCase, at, next)
        case .look(let node, let isAhead, let isNegated): return look(node, isAhead, isNegated, at, next)
        case .atomic(let node):
            let saved = groups
            if let end = end(of: node, at), next(&self, end) { return true }
            groups = saved
            return false
        case .conditional(let index, let yes, let no):
            return run(groups.indices.contains(index) && groups[index] != nil ? yes : no, at, next)
        default: return holds(node, at) && next(&self, at)
        }
    }

    private mutating func run(_ nodes: ArraySlice<RegexNode>, _ at: Int, _ next: Next) -> Bool {
        guard let first = nodes.first else { return next(&self, at) }
        return run(first, at) { matcher, place in matcher.run(nodes.dropFirst(), place, next) }
    }

    // MARK: Single code points and places

    private func matchesSingle(_ node: RegexNode, _ at: Int) -> Bool {
        guard at < scalars.count else { return false }
        switch node {
        case .letter(let letter, let ignoresCase):
            return ignoresCase ? scalars[at].caseFolded == letter : scalars[at] == letter
        case .set(let set): return set.contains(scalars[at])
        case .any(let withNewline): return withNewline || scalars[at] != "\n"
        default: return false
        }
    }

    private func holds(_ node: RegexNode, _ at: Int) -> Bool {
        switch node {
        case .start(let isMultiline): at == 0 || (isMultiline && scalars[at - 1] == "\n")
        case .end(let isMultiline):
            at == scalars.count || (scalars[at] == "\n" && (isMultiline || at == scalars.count - 1))
        case .textStart: at == 0
        case .textEnd: at == scalars.count
        // Python finds no place of either kind in an empty string.
        case .wordBoundary(let isNegated):
            !scalars.isEmpty
                && ((at > 0 && scalars[at - 1].isRegexWord(false))
                    != (at < scalars.count && scalars[at].isRegexWord(false))) != isNegated
        default: false
        }
    }

    // MARK: Groups

    private mutating func group(_ index: Int, _ node: RegexNode, _ at: Int, _ next: Next) -> Bool {
        let outer = groups[index]
        let isMatch = run(node, at) { matcher, place in
            let inner = matcher.groups[index]
            matcher.groups[index] = at..<place
            if next(&matcher, place) { return true }
            matcher.groups[index] = inner
            return false
        }
        if !isMatch { groups[index] = outer }
        return isMatch
    }

    private mutating func reference(_ index: Int, _ ignoresCase: Bool, _ at: Int, _ next: Next) -> Bool {
        guard let range = groups[index], at + range.count <= scalars.count else { return false }
        budget -= range.count
        let isSame = zip(scalars[range], scalars[at..<(at + range.count)]).allSatisfy { one, other in
            one == other || (ignoresCase && one.caseFolded == other.caseFolded)
        }
        return isSame && next(&self, at + range.count)
    }

    private mutating func look(
        _ node: RegexNode,
        _ isAhead: Bool,
        _ isNegated: Bool,
        _ at: Int,
        _ next: Next
    ) -> Bool {
        let start = isAhead ? at : at - (node.fixedLength ?? 0)
        let saved = groups
        let isMatch = start >= 0 && end(of: node, start) != nil
        if isNegated { groups = saved }
        if isMatch != isNegated, next(&self, at) { return true }
        groups = saved
        return false
    }

    /// Where the first way to match ends, which is then settled.
    private mutating func end(of node: RegexNode, _ at: Int) -> Int? {
        var end: Int?
        _ = run(node, at) { _, place in
            end = place
            return true
        }
        return end
    }

    // MARK: Repetition

    /// A node that matches in one way only, maybe as a group.
    private struct Unit {
        let node: RegexNode
        let length: Int
        let group: Int?
    }

    private mutating func repeatUnit(
        _ unit: Unit,
        _ count: ClosedRange<Int>,
        _ greed: RegexGreed,
        _ at: Int,
        _ next: Next
    ) -> Bool {
        var taken = 0
        while taken < count.upperBound, matchesUnit(unit.node, at + taken * unit.length) { taken += 1 }
        budget -= taken
        guard taken >= count.lowerBound else { return false }
        while true {
            if goOn(after: unit, taken, at, next) { return true }
            guard greed == .most, taken > count.lowerBound, budget > 0 else { return false }
            taken -= 1
        }
    }

    private mutating func repeatFewest(
        _ unit: Unit,
        _ count: ClosedRange<Int>,
        _ at: Int,
        _ next: Next
    ) -> Bool {
        var taken = 0
        while true {
            if taken >= count.lowerBound, goOn(after: unit, taken, at, next) { return true }
            guard taken < count.upperBound, budget > 0, matchesUnit(unit.node, at + taken * unit.length) else {
                return false
            }
            taken += 1
            budget -= 1
        }
    }

    /// Continues after a number of repetitions; the last one is what the group holds.
    private mutating func goOn(after unit: Unit, _ taken: Int, _ at: Int, _ next: Next) -> Bool {
        let end = at + taken * unit.length
        guard let index = unit.group, taken > 0 else { return next(&self, end) }
        let outer = groups[index]
        groups[index] = (end - unit.length)..<end
        if next(&self, end) { return true }
        groups[index] = outer
        return false
    }

    private func matchesUnit(_ node: RegexNode, _ at: Int) -> Bool {
        switch node {
        case .sequence(let nodes):
            var place = at
            for node in nodes {
                guard matchesUnit(node, place) else { return false }
                place += node.unitLength ?? 0
            }
            return true
        case .alternatives(let nodes): return nodes.contains { matchesUnit($0, at) }
        default: return matchesSingle(node, at)
        }
    }

    private mutating func repeatNode(
        _ node: RegexNode,
        _ count: ClosedRange<Int>,
        _ greed: RegexGreed,
        _ at: Int,
        _ taken: Int,
        _ last: Int,
        _ next: Next
    ) -> Bool {
        if greed == .possessive { return repeatPossessive(node, count, at, next) }
        func again(_ matcher: inout RegexMatcher) -> Bool {
            guard taken < count.upperBound, at != last || taken < count.lowerBound, taken < 20_000 else { return false }
            return matcher.run(node, at) { matcher, place in
                matcher.repeatNode(node, count, greed, place, taken + 1, at, next)
            }
        }
        if taken < count.lowerBound { return again(&self) }
        if greed == .fewest { return next(&self, at) || again(&self) }
        return again(&self) || next(&self, at)
    }

    private mutating func repeatPossessive(
        _ node: RegexNode,
        _ count: ClosedRange<Int>,
        _ at: Int,
        _ next: Next
    ) -> Bool {
        let saved = groups
        var place = at
        var taken = 0
        while taken < count.upperBound, let end = end(of: node, place) {
            taken += 1
            if end == place { break }
            place = end
        }
        if taken >= count.lowerBound, next(&self, place) { return true }
        groups = saved
        return false
    }
}
