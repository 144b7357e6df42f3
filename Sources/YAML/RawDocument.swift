/// A parsed document before its values are made: the nodes in file order, each followed by its children.
///
/// Making values is a second step, as in PyYAML, because a merge key needs the nodes of a mapping and not their values,
/// and because a fault of form anywhere in the file comes before a fault of value.
struct RawDocument {
    /// The nodes; empty for a text without a document.
    var nodes: [RawNode] = []

    /// The text of each tag that is not a standard one, by node index.
    var unknownTags: [Int: String] = [:]
}

/// One node of a ``RawDocument``.
struct RawNode {
    enum Kind: UInt8 {
        case scalar, sequence, mapping, alias

        /// The word that PyYAML has for this kind in its messages.
        var name: String { "\(self)" }
    }

    let kind: Kind
    let tag: Tag
    var style: ScalarStyle = .plain
    var isAnchored = false

    /// The index of the node after this one and all its children.
    var next: Int32 = 0

    /// The index of the anchored node that an alias stands for.
    var target: Int32 = 0

    var range: SourceRange

    /// The text of a scalar.
    var text = ""
}
