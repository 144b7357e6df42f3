import CLibYAML

/// Collects libyaml's events into a ``RawDocument``, and resolves anchors and plain scalars on the way.
struct Composer {
    private let file: SourceFile
    private let parser: EventParser
    private let mostNodes: Int
    private var document = RawDocument()
    /// The mappings and sequences that are not finished yet, outermost first.
    private var open: [Int] = []
    private var anchors: [String: Int] = [:]
    /// The end of the last node; a block collection ends there, not where libyaml sees the next token.
    private var lastEnd = Position.start

    private init(parser: EventParser, file: SourceFile, mostNodes: Int) {
        self.parser = parser
        self.mostNodes = mostNodes
        self.file = file
    }

    /// Parses a file as one document.
    static func compose(
        file: SourceFile,
        patch: SurrogatePatch,
        mostNodes: Int = YAML.maximumNodes
    ) throws(YAMLError) -> RawDocument {
        let bytes = patch.patchedBytes[file.contentStart...]
        return try bytes.withUnsafeBufferPointer { (buffer) throws(YAMLError) -> RawDocument in
            let parser = try EventParser(bytes: buffer, file: file, patch: patch)
            var composer = Composer(parser: parser, file: file, mostNodes: mostNodes)
            return try composer.run()
        }
    }

    private mutating func run() throws(YAMLError) -> RawDocument {
        while true {
            let event = try parser.next()
            switch event.pointee.type {
            case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return document
            case YAML_DOCUMENT_START_EVENT: try startDocument(event)
            case YAML_SCALAR_EVENT: try addScalar(event)
            case YAML_ALIAS_EVENT: try addAlias(event)
            case YAML_SEQUENCE_START_EVENT:
                let start = event.pointee.data.sequence_start
                try addCollection(event, .sequence, tag: start.tag, anchor: start.anchor)
            case YAML_MAPPING_START_EVENT:
                let start = event.pointee.data.mapping_start
                try addCollection(event, .mapping, tag: start.tag, anchor: start.anchor)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: endCollection(event)
            default: break
            }
        }
    }

    private func startDocument(_ event: UnsafePointer<yaml_event_t>) throws(YAMLError) {
        guard let first = document.nodes.first else { return }
        throw YAMLError(
            kind: .composer,
            message: "expected a single document, but another one starts here",
            position: parser.range(of: event).start,
            file: file,
            context: .init(message: "after the first document", position: first.range.start),
            hint: "keep one document in the file and remove this '---'"
        )
    }

    private mutating func addScalar(_ event: UnsafePointer<yaml_event_t>) throws(YAMLError) {
        let scalar = event.pointee.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        let tagText = explicitTag(scalar.tag)
        let tag: Tag
        if let tagText {
            tag = Tag(text: tagText)
        } else {
            tag = scalar.plain_implicit != 0 ? ImplicitResolver.tag(of: bytes) : .str
        }
        var node = RawNode(kind: .scalar, tag: tag, range: parser.range(of: event))
        node.style = style(of: scalar.style)
        node.text = String(decoding: bytes, as: UTF8.self)
        try append(node, anchor: scalar.anchor, tagText: tagText)
    }

    private mutating func addAlias(_ event: UnsafePointer<yaml_event_t>) throws(YAMLError) {
        let name = text(event.pointee.data.alias.anchor)
        var node = RawNode(kind: .alias, tag: .other, range: parser.range(of: event))
        guard let target = anchors[name] else {
            throw YAMLError(
                kind: .composer,
                message: "alias '*\(name)' has no anchor '&\(name)' before it",
                position: node.range.start,
                file: file,
                hint: "if this is a string and not an alias, put it in quotes"
            )
        }
        node.target = Int32(target)
        try append(node, anchor: nil, tagText: nil)
    }

    private mutating func addCollection(
        _ event: UnsafePointer<yaml_event_t>,
        _ kind: RawNode.Kind,
        tag: UnsafeMutablePointer<yaml_char_t>?,
        anchor: UnsafeMutablePointer<yaml_char_t>?
    ) throws(YAMLError) {
        let tagText = explicitTag(tag)
        let tag = tagText.map(Tag.init(text:)) ?? (kind == .sequence ? .seq : .map)
        let node = RawNode(kind: kind, tag: tag, range: parser.range(of: event))
        guard open.count < YAML.maximumDepth else {
            throw .tooDeep(at: node.range.start, in: file)
        }
        open.append(document.nodes.count)
        try append(node, anchor: anchor, tagText: tagText)
    }

    private mutating func endCollection(_ event: UnsafePointer<yaml_event_t>) {
        guard let index = open.popLast() else { return }
        let range = parser.range(of: event)
        // A flow collection ends with a bracket; the end of a block has no width.
        if range.start < range.end { lastEnd = range.end }
        document.nodes[index].next = Int32(document.nodes.count)
        document.nodes[index].range = SourceRange(start: document.nodes[index].range.start, end: lastEnd)
    }

    private mutating func append(
        _ node: RawNode,
        anchor: UnsafeMutablePointer<yaml_char_t>?,
        tagText: String?
    ) throws(YAMLError) {
        var node = node
        let index = document.nodes.count
        guard index < mostNodes else { throw .tooLarge(at: node.range.start, in: file, mostNodes) }
        if let anchor {
            try define(text(anchor), as: index, at: node.range.start)
            node.isAnchored = true
        }
        if node.tag == .other, let tagText { document.unknownTags[index] = tagText }
        node.next = Int32(index + 1)
        lastEnd = node.range.end
        document.nodes.append(node)
    }

    private mutating func define(_ anchor: String, as index: Int, at position: Position) throws(YAMLError) {
        if let first = anchors[anchor] {
            throw YAMLError(
                kind: .composer,
                message: "anchor '&\(anchor)' is defined a second time",
                position: position,
                file: file,
                context: .init(message: "after its first definition", position: document.nodes[first].range.start),
                hint: "give one of the two another name"
            )
        }
        anchors[anchor] = index
    }

    /// The tag of an event; nil when there is none or only the non-specific `!`.
    private func explicitTag(_ tag: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        guard let tag else { return nil }
        let text = text(tag)
        return text == "!" ? nil : text
    }

    private func text(_ characters: UnsafeMutablePointer<yaml_char_t>?) -> String {
        characters.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
    }

    private func style(of style: yaml_scalar_style_t) -> ScalarStyle {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }
}

extension YAMLError {
    /// The error for a document with more nodes than the limit.
    static func tooLarge(at position: Position, in file: SourceFile, _ most: Int) -> YAMLError {
        YAMLError(
            kind: .limit,
            message: "the document has more than \(most) keys and values",
            position: position,
            file: file
        )
    }

    /// The error for a collection beyond ``YAML/maximumDepth``.
    static func tooDeep(at position: Position, in file: SourceFile) -> YAMLError {
        YAMLError(
            kind: .limit,
            message: "mappings and lists are nested more than \(YAML.maximumDepth) levels deep",
            position: position,
            file: file
        )
    }
}
