// Mappings with their merge keys, sequences, and the collections that only a tag makes.

extension Constructor {
    /// The value of a mapping or sequence by its tag.
    func collection(_ raw: RawNode, at index: Int) throws(YAMLError) -> YAMLValue {
        switch raw.tag {
        case .map:
            try expect(.mapping, raw)
            return .mapping(try mapping(at: index))
        case .seq:
            try expect(.sequence, raw)
            return .sequence(try items(at: index))
        case .set:
            try expect(.mapping, raw)
            return .set(try mapping(at: index).entries.map(\.key))
        case .omap: return .sequence(try pairs(raw, at: index, context: "while constructing an ordered map"))
        case .pairs: return .sequence(try pairs(raw, at: index, context: "while constructing pairs"))
        case .str, .null, .bool, .int, .float, .timestamp, .binary: return try defaultScalar(raw, at: index)
        case .merge, .value, .other: throw unknownTag(raw, at: index)
        }
    }

    /// Makes a mapping: the merged entries first, then its own.
    func newMapping(_ raw: RawNode, at index: Int) throws(YAMLError) -> YAMLMapping {
        let pairs = pairIndexes(raw, at: index)
        var builder = MappingBuilder(capacity: pairs.count)
        for pair in pairs where document.nodes[pair.key].tag == .merge {
            try merge(pair.value, into: &builder, of: raw)
        }
        for pair in pairs where document.nodes[pair.key].tag != .merge {
            builder.add(try entry(pair, of: raw))
        }
        return builder.mapping()
    }

    /// Raises the error for a node whose kind does not suit its tag.
    func expect(_ kind: RawNode.Kind, _ raw: RawNode) throws(YAMLError) {
        guard raw.kind == kind else {
            throw fault("expected a \(kind.name) node, but found \(raw.kind.name)", at: raw.range.start)
        }
    }

    /// The error for a tag that the safe loader has no constructor for.
    func unknownTag(_ raw: RawNode, at index: Int) -> YAMLError {
        let tag = document.unknownTags[index] ?? raw.tag.text
        let hint =
            switch raw.tag {
            case .merge: "a plain << is a merge key; for a string, put it in quotes"
            case .value: "a plain = is reserved by YAML 1.1; for a string, put it in quotes"
            default: "a string that starts with '!' needs quotes; custom tags are not supported"
            }
        return fault("could not determine a constructor for the tag '\(tag)'", at: raw.range.start, hint: hint)
    }

    /// An error of this step.
    func fault(
        _ message: String,
        at position: Position,
        context: YAMLError.Context? = nil,
        hint: String? = nil
    ) -> YAMLError {
        YAMLError(
            kind: .constructor,
            message: message,
            position: position,
            file: file,
            context: context,
            hint: hint
        )
    }

    private func entry(
        _ pair: (key: Int, value: Int),
        of raw: RawNode
    ) throws(YAMLError) -> YAMLMapping.Entry {
        let rawKey = document.nodes[target(of: pair.key)]
        switch rawKey.tag {
        case .seq, .map, .set, .omap, .pairs: throw unhashable(rawKey, at: pair.key, in: raw)
        case .value where rawKey.kind == .scalar:
            return .init(key: text(at: pair.key), value: try node(at: pair.value))
        default:
            return .init(key: try node(at: pair.key), value: try node(at: pair.value))
        }
    }

    /// Merges the value of a `<<` key: a mapping, or a list of mappings of which the first wins.
    private func merge(
        _ index: Int,
        into builder: inout MappingBuilder,
        of raw: RawNode
    ) throws(YAMLError) {
        let target = target(of: index)
        let value = document.nodes[target]
        switch value.kind {
        case .mapping:
            builder.merge(try mapping(at: index))
        case .sequence:
            for item in childIndexes(value, at: target).reversed() {
                guard document.nodes[self.target(of: item)].kind == .mapping else {
                    throw notMergeable(item, expected: "a mapping", in: raw)
                }
                builder.merge(try mapping(at: item))
            }
        case .scalar, .alias:
            throw notMergeable(index, expected: "a mapping or list of mappings", in: raw)
        }
    }

    private func notMergeable(_ index: Int, expected: String, in raw: RawNode) -> YAMLError {
        let found = document.nodes[target(of: index)].kind.name
        return fault(
            "expected \(expected) for merging, but found \(found)",
            at: document.nodes[index].range.start,
            context: .init(message: "while constructing a mapping", position: raw.range.start),
            hint: "a plain << merges a mapping; for an ordinary key, put it in quotes"
        )
    }

    private func unhashable(_ key: RawNode, at index: Int, in raw: RawNode) -> YAMLError {
        let isTemplate = SyntaxHint.isTemplate(at: file.offset(of: raw.range.start), in: file)
        return fault(
            "found unhashable key: a \(key.kind.name) cannot be the key of a mapping",
            at: document.nodes[index].range.start,
            context: .init(message: "while constructing a mapping", position: raw.range.start),
            hint: isTemplate ? SyntaxHint.quoteTemplates : "a key must be a string, a number or another scalar"
        )
    }

    /// The list of two-item lists that `!!omap` and `!!pairs` stand for.
    private func pairs(_ raw: RawNode, at index: Int, context: String) throws(YAMLError) -> [YAMLNode] {
        let context = YAMLError.Context(message: context, position: raw.range.start)
        guard raw.kind == .sequence else {
            throw fault("expected a sequence, but found \(raw.kind.name)", at: raw.range.start, context: context)
        }
        var result: [YAMLNode] = []
        for child in childIndexes(raw, at: index) {
            let position = document.nodes[child].range.start
            let item = document.nodes[target(of: child)]
            guard item.kind == .mapping else {
                let message = "expected a mapping of length 1, but found \(item.kind.name)"
                throw fault(message, at: position, context: context)
            }
            let entries = pairIndexes(item, at: target(of: child))
            guard let entry = entries.first, entries.count == 1 else {
                let message = "expected a single mapping item, but found \(entries.count) items"
                throw fault(message, at: position, context: context)
            }
            let pair = [try node(at: entry.key), try node(at: entry.value)]
            result.append(YAMLNode(value: .sequence(pair), range: item.range, style: nil, file: file))
        }
        return result
    }

    /// A scalar tag on a mapping takes the value of its plain `=` key, an old rule that PyYAML keeps.
    private func defaultScalar(_ raw: RawNode, at index: Int) throws(YAMLError) -> YAMLValue {
        if raw.kind == .mapping {
            for pair in pairIndexes(raw, at: index) where document.nodes[pair.key].tag == .value {
                let target = target(of: pair.value)
                let value = document.nodes[target]
                guard value.kind == .scalar else { return try defaultScalar(value, at: target) }
                return try scalar(value.text, tag: raw.tag, at: raw.range.start)
            }
        }
        throw fault("expected a scalar node, but found \(raw.kind.name)", at: raw.range.start)
    }

    private func items(at index: Int) throws(YAMLError) -> [YAMLNode] {
        let children = childIndexes(document.nodes[index], at: index)
        var items: [YAMLNode] = []
        items.reserveCapacity(children.count)
        for child in children { items.append(try node(at: child)) }
        return items
    }

    private func childIndexes(_ raw: RawNode, at index: Int) -> [Int] {
        var children: [Int] = []
        var child = index + 1
        while child < Int(raw.next) {
            children.append(child)
            child = Int(document.nodes[child].next)
        }
        return children
    }

    private func pairIndexes(_ raw: RawNode, at index: Int) -> [(key: Int, value: Int)] {
        var pairs: [(key: Int, value: Int)] = []
        var key = index + 1
        while key < Int(raw.next) {
            let value = Int(document.nodes[key].next)
            pairs.append((key, value))
            key = Int(document.nodes[value].next)
        }
        return pairs
    }
}
