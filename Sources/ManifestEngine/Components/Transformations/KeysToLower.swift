package import JSON
package import Jinja
package import Manifest

/// Makes the keys of a record lower case, at the top level.
///
/// Manifest type `KeysToLower`. Order stays; where two keys become equal the later value wins at the place of the first.
package struct KeysToLower: Component, Transformation {
    package static let typeName = "KeysToLower"
    package static let summary = "Makes the top-level keys of a record lower case."
    package static let details = "Where two keys become equal, the later value wins, at the place of the first."
    package static let example = """
        type: KeysToLower
        """
    package static let fields: [Field] = []

    package init(_ reader: ComponentReader) throws {}

    package func transform(_ record: inout Record, in scope: Scope) {
        record.members = JSONObject(record.members.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
    }
}
