extension Constructor {
    /// The value of a scalar by its tag.
    func scalar(_ raw: RawNode, at index: Int) throws(YAMLError) -> YAMLValue {
        switch raw.tag {
        case .str: return .string(raw.text)
        case .null, .bool, .int, .float, .timestamp, .binary:
            return try scalar(raw.text, tag: raw.tag, at: raw.range.start)
        case .map, .set: throw fault("expected a mapping node, but found scalar", at: raw.range.start)
        case .seq: throw fault("expected a sequence node, but found scalar", at: raw.range.start)
        case .omap, .pairs:
            let construct = raw.tag == .omap ? "an ordered map" : "pairs"
            throw fault(
                "expected a sequence, but found scalar",
                at: raw.range.start,
                context: .init(message: "while constructing \(construct)", position: raw.range.start)
            )
        case .merge, .value, .other: throw unknownTag(raw, at: index)
        }
    }

    /// The value of a text under a scalar tag; a text the tag does not allow is an error at the given place.
    func scalar(_ text: String, tag: Tag, at position: Position) throws(YAMLError) -> YAMLValue {
        do throws(ScalarFault) {
            return try ScalarReader.value(of: text, tag: tag)
        } catch {
            throw fault(error.message, at: position, hint: error.hint)
        }
    }

    /// A scalar, or that of an alias, as text, whatever its tag is.
    func text(at index: Int) -> YAMLNode {
        let raw = document.nodes[target(of: index)]
        return YAMLNode(value: .string(raw.text), range: raw.range, style: raw.style, file: file)
    }
}
