/// A JSON text that was checked in whole and indexed down to a few levels, still in its own bytes.
///
/// Values of a document are read as views (`JSONView`); what is not asked for is never turned into Swift values.
///
/// Sendable without the compiler's check because nothing changes after `init`: the bytes and the nodes are written by the
/// parser before the first reference is handed out.
package final class JSONDocument: @unchecked Sendable {
    let bytes: Bytes
    let base: UnsafePointer<UInt8>
    let nodes: UnsafeMutablePointer<JSONNode>
    let nodeCount: Int

    /// Reads a text.
    ///
    /// As the reference's decoder does, a strict reader goes first (NaN, infinities and lone surrogates are refused) and a
    /// permissive one gets what the first refuses. Integers of any size keep their digits in both.
    /// - Parameters:
    ///   - bytes: the text, UTF-8; belongs to the document from here on.
    ///   - indexDepth: levels of containers whose members get an index node; deeper ones are found by scanning.
    package init(_ bytes: Bytes, indexDepth: Int = 3) throws(JSONError) {
        guard bytes.count < Int(UInt32.max) - 64 else { throw JSONError("the text is over 4 GiB", at: 0) }
        bytes.pad()
        self.bytes = bytes
        base = UnsafePointer(bytes.base)
        var parser = JSONParser(base, count: bytes.count, indexDepth: indexDepth, isStrict: true)
        if !parser.run() {
            parser.free()
            parser = JSONParser(base, count: bytes.count, indexDepth: indexDepth, isStrict: false)
            guard parser.run() else {
                let error = parser.error
                parser.free()
                throw error
            }
        }
        nodes = parser.takeNodes()
        nodeCount = parser.nodeCount
    }

    /// Reads a text held in a string.
    package convenience init(text: String, indexDepth: Int = 3) throws(JSONError) {
        try self.init(Bytes(text), indexDepth: indexDepth)
    }

    deinit { nodes.deallocate() }

    /// The top value.
    package var root: JSONView { JSONView(document: self, node: 0) }
}
