/// Makes nodes with values out of a ``RawDocument``: the second step of loading.
///
/// Each anchored node is made once and shared by its aliases. Sizes and depths are counted as if every alias were
/// written out, so that code that walks the result cannot be trapped by a short text.
final class Constructor {
    /// What an anchored node became, and what one more use of it costs.
    private struct Made {
        var node: YAMLNode?
        var mapping: YAMLMapping?
        var size = 0
        var height = 0
    }

    let document: RawDocument
    let file: SourceFile
    /// The anchored nodes that are finished.
    private var made: [Int: Made] = [:]
    /// The anchored nodes that are being made; an alias to one of them has no end.
    private var unfinished: Set<Int> = []
    /// How many nodes have been made so far, aliases written out.
    private var size = 0
    /// The depth of the current node, and the greatest depth seen since the innermost anchored node began.
    private var depth = 0
    private var deepest = 0

    init(document: RawDocument, file: SourceFile) {
        self.document = document
        self.file = file
    }

    /// Makes the root node, and with it the whole document.
    func root() throws(YAMLError) -> YAMLNode {
        guard !document.nodes.isEmpty else {
            let range = SourceRange(start: .start, end: .start)
            return YAMLNode(value: .null, range: range, style: .plain, file: file)
        }
        return try node(at: 0)
    }

    /// Makes the node at an index, or finds it if it is anchored and made already.
    func node(at index: Int) throws(YAMLError) -> YAMLNode {
        let raw = document.nodes[index]
        if raw.kind == .alias { return try alias(raw) }
        guard raw.isAnchored else { return try newNode(raw, at: index) }
        if let known = made[index]?.node { return known }
        return try shared(at: index) { () throws(YAMLError) in
            let node = try newNode(raw, at: index)
            made[index, default: Made()].node = node
            return node
        }
    }

    /// Makes the mapping at an index, or of the alias there, whatever its tag is.
    func mapping(at place: Int) throws(YAMLError) -> YAMLMapping {
        let index = target(of: place)
        if index != place { try expectFinished(document.nodes[place]) }
        let raw = document.nodes[index]
        guard raw.isAnchored else { return try newMapping(raw, at: index) }
        if let known = made[index]?.mapping {
            try countAgain(index, at: document.nodes[place].range.start)
            return known
        }
        return try shared(at: index) { () throws(YAMLError) in
            let mapping = try newMapping(raw, at: index)
            made[index, default: Made()].mapping = mapping
            return mapping
        }
    }

    /// The index of the node that an index stands for: that of the anchored node for an alias.
    func target(of index: Int) -> Int {
        document.nodes[index].kind == .alias ? Int(document.nodes[index].target) : index
    }

    private func alias(_ raw: RawNode) throws(YAMLError) -> YAMLNode {
        let target = Int(raw.target)
        try expectFinished(raw)
        guard let known = made[target]?.node else { return try node(at: target).alias(at: raw.range) }
        try countAgain(target, at: raw.range.start)
        return known.alias(at: raw.range)
    }

    private func newNode(_ raw: RawNode, at index: Int) throws(YAMLError) -> YAMLNode {
        size += 1
        guard raw.kind != .scalar else {
            let value = try scalar(raw, at: index)
            return YAMLNode(value: value, range: raw.range, style: raw.style, file: file)
        }
        try enter(at: raw.range.start)
        defer { depth -= 1 }
        let value = try collection(raw, at: index)
        return YAMLNode(value: value, range: raw.range, style: nil, file: file)
    }

    /// Makes something anchored and notes its size and height.
    private func shared<Value>(
        at index: Int,
        make: () throws(YAMLError) -> Value
    ) throws(YAMLError) -> Value {
        unfinished.insert(index)
        defer { unfinished.remove(index) }
        let outerDeepest = deepest
        let outerSize = size
        deepest = depth
        let value = try make()
        made[index, default: Made()].size = size - outerSize
        made[index, default: Made()].height = deepest - depth
        deepest = max(deepest, outerDeepest)
        return value
    }

    private func countAgain(_ index: Int, at position: Position) throws(YAMLError) {
        guard let made = made[index] else { return }
        size += made.size
        deepest = max(deepest, depth + made.height)
        guard deepest <= YAML.maximumDepth else { throw .tooDeep(at: position, in: file) }
        guard size <= YAML.maximumExpandedNodes else {
            throw YAMLError(
                kind: .limit,
                message: "aliases expand this document to more than \(YAML.maximumExpandedNodes) values",
                position: position,
                file: file
            )
        }
    }

    private func enter(at position: Position) throws(YAMLError) {
        depth += 1
        deepest = max(deepest, depth)
        guard depth <= YAML.maximumDepth else { throw .tooDeep(at: position, in: file) }
    }

    /// Raises the error for an alias that stands inside the node it refers to.
    func expectFinished(_ alias: RawNode) throws(YAMLError) {
        guard unfinished.contains(Int(alias.target)) else { return }
        let anchored = document.nodes[Int(alias.target)]
        throw YAMLError(
            kind: .constructor,
            message: "this alias is inside the node that it refers to",
            position: alias.range.start,
            file: file,
            context: .init(message: "while constructing the anchored node", position: anchored.range.start),
            hint: "refer to a part that does not contain the alias"
        )
    }
}
