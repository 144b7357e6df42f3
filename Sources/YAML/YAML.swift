/// Reads YAML text into nodes that know their place in the file.
///
/// The result is what the safe loader of PyYAML (YAML 1.1, on libyaml) makes of the same text. The differences:
/// - A surrogate pair of escapes in double quotes becomes the character it stands for; a lone surrogate is an error.
/// - An alias inside the node it refers to is an error.
/// - Nesting is limited to ``maximumDepth`` levels, and aliases may not expand a document beyond
///   ``maximumExpandedNodes`` nodes; no document has more than ``maximumNodes`` to begin with.
/// - A block scalar whose first line starts with a tab is an error, as libyaml has it; the reference reads such a text
///   again with a second parser, which keeps the tab.
package enum YAML {
    /// How many levels of mappings and sequences may stand inside each other, counted through aliases.
    package static let maximumDepth = 256

    /// How many nodes a document may have once every alias is replaced by what it stands for.
    package static let maximumExpandedNodes = 1_000_000

    /// How many keys and values may be written in a document, its lists and mappings counted.
    package static let maximumNodes = 2_500_000

    /// Reads one YAML document.
    ///
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - name: The name of the file as its user gave it; used in messages only.
    /// - Returns: The root node; a null node at 1:1 for an empty text or one of comments only.
    /// - Throws: The first fault found, with its place.
    package static func load(text: String, name: String) throws(YAMLError) -> YAMLNode {
        try load(file: SourceFile(name: name, text: text))
    }

    /// Reads one YAML document from UTF-8 bytes, with or without a byte order mark.
    ///
    /// - Parameters:
    ///   - text: The bytes of the file; invalid UTF-8 is an error with its place.
    ///   - name: The name of the file as its user gave it; used in messages only.
    /// - Returns: The root node; a null node at 1:1 for an empty text or one of comments only.
    /// - Throws: The first fault found, with its place.
    package static func load(text: [UInt8], name: String) throws(YAMLError) -> YAMLNode {
        try load(file: SourceFile(name: name, bytes: text))
    }

    /// Reads one YAML document from a file that is already in memory.
    package static func load(file: SourceFile) throws(YAMLError) -> YAMLNode {
        if let fault = EncodingFault.first(in: file.bytes) {
            throw fault.error(in: file)
        }
        let document = try compose(file)
        return try Constructor(document: document, file: file).root()
    }

    /// Parses the text, once more for each string with surrogate pairs that libyaml refuses.
    private static func compose(_ file: SourceFile) throws(YAMLError) -> RawDocument {
        var patch = SurrogatePatch(file: file)
        while true {
            do throws(YAMLError) {
                return try Composer.compose(file: file, patch: patch)
            } catch {
                guard patch.extend(after: error) else { throw error }
            }
        }
    }
}
