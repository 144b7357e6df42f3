import JSON
package import Manifest

/// Puts records together that have the same values of one or several fields.
///
/// Manifest type `GroupByKeyMergeStrategy`.
package struct GroupByKeyMergeStrategy: Component {
    package static let typeName = "GroupByKeyMergeStrategy"
    package static let summary = "Puts records together that have the same values of one or several fields."
    package static let details =
        "A record that lacks one of the fields, or has an empty value there, stands for itself."
    package static let example = """
        type: GroupByKeyMergeStrategy
        key: [account, id]
        """

    private static let keyField = Field.required(
        "key",
        .either([.string, .list(.string)]),
        "The field or fields."
    )
    package static let fields = [keyField]

    private let names: [String]

    package init(_ reader: ComponentReader) throws {
        names = reader.optionalString(Self.keyField).map { [$0] } ?? reader.strings(Self.keyField)
    }

    /// The values of the fields, as one string; nil when one of them is missing or empty.
    func key(of record: JSONObject) -> String? {
        var values: [String] = []
        for name in names {
            guard let value = record[name], value.isTruthy else { return nil }
            values.append(value.string ?? value.text)
        }
        return values.joined(separator: ",")
    }
}
