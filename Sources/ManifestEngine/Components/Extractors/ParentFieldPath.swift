import Diagnostics
import JSON
package import Jinja
package import Manifest

/// A value of an expanded record that each of its elements gets.
///
/// Manifest type `ParentFieldPath`.
package struct ParentFieldPath: Component {
    package static let typeName = "ParentFieldPath"
    package static let summary = "A value of an expanded record that each of its elements gets."
    package static let details = """
        Both paths name one place, without `*`, `?` and `[`. A value that the record does not have is null. What is missing \
        on the way to the place in the element is made.
        """
    package static let example = """
        type: ParentFieldPath
        parent_path: [id]
        record_path: [invoice_id]
        """

    private static let parentPath = Field.required(
        "parent_path",
        .list(.template(reads: .config), atLeast: 1),
        "Path to the value in the record."
    )
    private static let recordPath = Field.required(
        "record_path",
        .list(.template(reads: .config), atLeast: 1),
        "Path to its place in the element."
    )
    package static let fields = [parentPath, recordPath]

    private let from: [TemplateText]
    private let to: [TemplateText]

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] { faults(fields, in: mapping) }

    package init(_ reader: ComponentReader) throws {
        from = try reader.templates(Self.parentPath)
        to = try reader.templates(Self.recordPath)
    }

    /// Both paths with their templates evaluated.
    func paths(in scope: Scope) throws -> (from: [String], to: [String]) {
        (try Self.names(from, "parent_path", in: scope), try Self.names(to, "record_path", in: scope))
    }

    // MARK: Paths that name one place

    /// Faults of fields whose paths name several places.
    static func faults(_ fields: [Field], in mapping: ManifestMapping) -> [FieldFault] {
        fields.compactMap { field in
            let names = mapping[field.name]?.sequence?.compactMap(\.string) ?? []
            guard names.contains(where: { !$0.contains("{{") && isPattern($0) }) else { return nil }
            return FieldFault(field.name, "'\(field.name)' names one place; '*', '?' and '[' cannot be in it")
        }
    }

    private static func isPattern(_ name: String) -> Bool { name.contains { "*?[".contains($0) } }

    /// The names of a path with its templates evaluated.
    static func names(_ path: [TemplateText], _ field: String, in scope: Scope) throws -> [String] {
        try path.map { segment in
            let name = try segment.value(in: scope).json().pythonText
            guard !isPattern(name) else {
                throw EngineFailure(.config, "'\(field)' names one place; '*', '?' and '[' cannot be in it: '\(name)'.")
            }
            return name
        }
    }

    /// The value at a path of names, and of indexes where there are lists; nil without one.
    static func value(at path: [String], of record: JSONValue) -> JSONValue? {
        path.reduce(record as JSONValue?) { value, name in
            guard let elements = value?.array else { return value?[name] }
            guard let index = Int(name), index < elements.count, index >= -elements.count else { return nil }
            return elements[index < 0 ? index + elements.count : index]
        }
    }

    /// Writes a value into an element; throws a configuration failure where something else is in the way.
    static func set(_ value: JSONValue, at path: [String], in members: inout JSONObject) throws {
        do throws(JSONPathFault) { try JSONPath.set(value, at: path, in: &members) } catch {
            throw EngineFailure(
                .config,
                "A value cannot be written to the record_path '\(path.joined(separator: "."))': \(error.reason)."
            )
        }
    }
}
