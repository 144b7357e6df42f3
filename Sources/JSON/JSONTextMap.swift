/// Where the values of a JSON text stand in it, for edits that leave the rest of the text as it was written.
package struct JSONTextMap {
    /// A value: its bytes, and its members when it is an object.
    package struct Node {
        package var range: Range<Int>
        package var members: [Member]?
        package var elements: [Node]?
    }

    /// A member of an object.
    package struct Member {
        package let name: String
        /// The bytes of the name, quotes included.
        package let nameRange: Range<Int>
        package let value: Node
    }

    package let root: Node

    /// Reads a text that is known to be valid JSON, a byte order mark before it allowed.
    package init(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        root = reader.value(depth: 0)
    }

    /// The deepest value on the way that exists, and how many names of the way lead to it.
    package func deepest(_ path: [String]) -> (node: Node, depth: Int) { root.deepest(path) }

    private struct Reader {
        let bytes: [UInt8]
        private var at = 0

        /// Containers below are skipped, not read; configurations and catalogs are never that deep.
        private static let deepest = 200

        init(bytes: [UInt8]) { self.bytes = bytes }

        private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

        private mutating func skipSpace() {
            while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains(bytes[at]) { at += 1 }
        }

        mutating func value(depth: Int) -> Node {
            skipSpace()
            let start = at
            switch byte {
            case UInt8(ascii: "{") where depth < Self.deepest:
                let members = members(depth: depth)
                return Node(range: start..<at, members: members)
            case UInt8(ascii: "[") where depth < Self.deepest:
                let elements = elements(depth: depth)
                return Node(range: start..<at, elements: elements)
            case UInt8(ascii: "{"), UInt8(ascii: "["): skipContainer()
            case UInt8(ascii: "\""): skipText()
            default: while at < bytes.count, !Self.ends.contains(bytes[at]) { at += 1 }
            }
            return Node(range: start..<at)
        }

        private static let ends = Array(",]} \t\n\r".utf8)

        private mutating func members(depth: Int) -> [Member] {
            var members: [Member] = []
            at += 1
            skipSpace()
            while at < bytes.count, byte != UInt8(ascii: "}") {
                let start = at
                skipText()
                let nameRange = start..<at
                skipSpace()
                at += 1
                let name = (try? JSONValue(parsing: String(decoding: bytes[nameRange], as: UTF8.self)))?.string ?? ""
                members.append(Member(name: name, nameRange: nameRange, value: value(depth: depth + 1)))
                passComma()
            }
            at += 1
            return members
        }

        private mutating func elements(depth: Int) -> [Node] {
            var elements: [Node] = []
            at += 1
            skipSpace()
            while at < bytes.count, byte != UInt8(ascii: "]") {
                elements.append(value(depth: depth + 1))
                passComma()
            }
            at += 1
            return elements
        }

        private mutating func passComma() {
            skipSpace()
            if byte == UInt8(ascii: ",") { at += 1 }
            skipSpace()
        }

        private mutating func skipText() {
            at += 1
            while at < bytes.count, byte != UInt8(ascii: "\"") { at += byte == UInt8(ascii: "\\") ? 2 : 1 }
            at = min(at + 1, bytes.count)
        }

        private mutating func skipContainer() {
            var open = 0
            repeat {
                switch byte {
                case UInt8(ascii: "\""):
                    skipText()
                    continue
                case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
                default: break
                }
                at += 1
            } while open > 0 && at < bytes.count
        }
    }
}

extension JSONTextMap.Node {
    /// The deepest value on a way from here that exists, and how many names of the way lead to it.
    package func deepest(_ path: [String]) -> (node: JSONTextMap.Node, depth: Int) {
        var node = self
        for (depth, name) in path.enumerated() {
            guard let next = node.child(name) else { return (node, depth) }
            node = next
        }
        return (node, path.count)
    }

    /// The member of a name, the last one where there are several, or the element of an index.
    func child(_ name: String) -> JSONTextMap.Node? {
        if let members { return members.last { $0.name == name }?.value }
        guard let elements, let index = Int(name), elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
