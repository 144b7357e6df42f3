package import JSON
package import Jinja
package import Manifest

/// Makes a record one level deep.
///
/// Manifest type `FlattenFields`. A value keeps its own key where that is free, otherwise its key is its path, joined by
/// dots. The fields come out roughly in reverse order, empty objects and lists vanish, and a field that is met later
/// overwrites one of the same key: all as the reference does, which walks the record with a stack.
package struct FlattenFields: Component, Transformation {
    package static let typeName = "FlattenFields"
    package static let summary = "Makes a record one level deep."
    package static let details = """
        A value keeps its own key where that is free; otherwise its key is its path, joined by dots. Empty \
        objects and lists disappear.
        """
    package static let example = """
        type: FlattenFields
        flatten_lists: false
        """

    private static let flattenLists = Field(
        "flatten_lists",
        .boolean,
        default: true,
        "Whether lists are flattened, too; otherwise they stay as they are."
    )
    package static let fields = [flattenLists]

    private let flattensLists: Bool

    package init(_ reader: ComponentReader) throws { flattensLists = reader.bool(Self.flattenLists) }

    package func transform(_ record: inout Record, in scope: Scope) {
        record.members = Self.flatten(record.members, lists: flattensLists)
    }

    static func flatten(_ members: JSONObject, lists: Bool) -> JSONObject {
        var stack: [(key: String, value: JSONValue)] = [("_", .object(members))]
        var flat = JSONObject()
        // The first list that is taken apart makes every later key a whole path.
        var usesPaths = false
        while let (path, value) = stack.popLast() {
            if value.isObject, let members = value.object {
                for (key, member) in members {
                    stack.append((usesPaths || flat[key] != nil ? "\(path).\(key)" : key, member))
                }
            } else if lists, value.isArray, let elements = value.array {
                usesPaths = usesPaths || !elements.isEmpty
                stack += elements.enumerated().map { ("\(path).\($0.offset)", $0.element) }
            } else {
                flat[path] = value
            }
        }
        return flat
    }
}
