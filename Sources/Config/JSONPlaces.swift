import JSON
import JSONSchema

/// Where the values of a JSON text stand in it, by the way to them.
struct JSONPlaces {
    typealias Path = [SchemaViolation.Step]

    /// One value, with the name it has in its object.
    struct Entry {
        let path: Path
        /// The bytes of the name; nil for elements of lists and the top value.
        let name: Range<Int>?
        /// The bytes of the value.
        let value: Range<Int>
    }

    /// All values, each before what is inside it.
    private(set) var entries: [Entry] = []
    /// The members whose name their object has had before.
    private(set) var repeated: [Entry] = []

    /// - Parameter bytes: a text that is valid JSON.
    init(_ bytes: [UInt8]) { add(JSONTextMap(bytes).root, at: [], name: nil) }

    private mutating func add(_ node: JSONTextMap.Node, at path: Path, name: Range<Int>?) {
        entries.append(Entry(path: path, name: name, value: node.range))
        var names: Set<String> = []
        for member in node.members ?? [] {
            let path = path + [.key(member.name)]
            if !names.insert(member.name).inserted {
                repeated.append(Entry(path: path, name: member.nameRange, value: member.value.range))
            }
            add(member.value, at: path, name: member.nameRange)
        }
        for (index, element) in (node.elements ?? []).enumerated() {
            add(element, at: path + [.index(index)], name: nil)
        }
    }
}
