package import JSON
package import Jinja
package import Manifest

/// Replaces a part of every key, in objects inside objects too but not inside lists.
///
/// Manifest type `KeysReplace`. Both strings are evaluated, as literals too, and then printed: `"1_0"` stands for `10`. An
/// empty `old` puts `new` between all characters. Where two keys become equal the later value wins.
package struct KeysReplace: Component, Transformation {
    package static let typeName = "KeysReplace"
    package static let summary = "Replaces a part of every key."
    package static let details = """
        Nested objects are changed, too; lists are not. Where two keys become equal, the later \
        value wins.
        """
    package static let example = """
        type: KeysReplace
        old: " "
        new: _
        """

    private static let old = Field.required("old", .template(reads: .record), "What is replaced.")
    private static let new = Field.required("new", .template(reads: .record), "The replacement.")
    package static let fields = [old, new]

    private let old: TemplateText
    private let new: TemplateText

    package init(_ reader: ComponentReader) throws {
        old = try reader.template(Self.old)
        new = try reader.template(Self.new)
    }

    package func transform(_ record: inout Record, in scope: Scope) throws {
        let old = Array(try old.text(in: scope).unicodeScalars)
        let new = Array(try new.text(in: scope).unicodeScalars)
        record.members = record.members.renamingKeys { Self.replace(old, by: new, in: $0) }
    }

    /// Replaces scalar by scalar, as Python does: a mark that combines with the letter before it is one of its own.
    static func replace(_ old: [Unicode.Scalar], by new: [Unicode.Scalar], in key: String) -> String {
        var result = String.UnicodeScalarView()
        if old.isEmpty {
            result.append(contentsOf: new)
            for scalar in key.unicodeScalars {
                result.append(scalar)
                result.append(contentsOf: new)
            }
            return String(result)
        }
        var rest = Array(key.unicodeScalars)[...]
        while let first = rest.first {
            if rest.starts(with: old) {
                result.append(contentsOf: new)
                rest = rest.dropFirst(old.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(result)
    }
}

extension JSONObject {
    /// The object with its keys changed, in objects inside it too but not inside lists.
    ///
    /// Where two keys become equal, the later value wins, at the place of the first.
    func renamingKeys(_ rename: (String) -> String) -> JSONObject {
        let pairs = map { key, value in
            (rename(key), value.isObject ? value.object.map { .object($0.renamingKeys(rename)) } ?? value : value)
        }
        return JSONObject(pairs, uniquingKeysWith: { $1 })
    }
}
