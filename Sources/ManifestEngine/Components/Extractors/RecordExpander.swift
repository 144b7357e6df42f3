import Diagnostics
package import JSON
package import Jinja
package import Manifest
import Synchronization

/// Makes records of the elements of a list inside each record.
///
/// Manifest type `RecordExpander`.
package final class RecordExpander: Component {
    package static let typeName = "RecordExpander"
    package static let summary = "Makes records of the elements of a list inside each record."
    package static let details = """
        Every list that the path matches gives its elements; `*` matches all keys and indexes. `merge_parent` puts the \
        fields of the record, without the list, below those of the element; then `parent_fields` are copied, then \
        `original_record` is added. An element that is no object becomes `{"value": …}` when something is added to it. A \
        list that is marked as incomplete is warned of once.
        """
    package static let example = """
        type: RecordExpander
        expand_records_from_field: [lines, data]
        parent_fields:
          - type: ParentFieldPath
            parent_path: [id]
            record_path: [invoice_id]
        """

    private static let pathField = Field.required(
        "expand_records_from_field",
        .list(.template(reads: .config)),
        "Path to the list in a record; `*` matches all."
    )
    private static let remainsField = Field(
        "remain_original_record",
        .boolean,
        default: false,
        "Whether each element gets the whole record as `original_record`."
    )
    private static let parentFields = Field(
        "parent_fields",
        .list(.component(ComponentRegistry.parentFieldPaths, default: ParentFieldPath.typeName)),
        "Values of the record that each element gets."
    )
    private static let mergesField = Field(
        "merge_parent",
        .boolean,
        default: false,
        "Whether each element gets the fields of the record, without the list."
    )
    private static let emptyField = Field(
        "on_no_records",
        .word(["skip", "emit_parent"]),
        default: "skip",
        "Whether a record without elements is left out, or kept as it is."
    )
    private static let truncationField = Field(
        "truncation_indicator_path",
        .list(.template(reads: .config)),
        "Path to a field that is true when the list in the record is not complete."
    )
    package static let fields = [
        pathField, remainsField, parentFields, mergesField, emptyField, truncationField,
    ]
    package static let absentFields = ["truncated_list_retriever"]

    private let path: [TemplateText]
    private let keepsOriginal: Bool
    private let copied: [ParentFieldPath]
    private let merges: Bool
    private let keepsEmpty: Bool
    private let truncationPath: [TemplateText]
    private let hasWarned = Mutex(false)

    package static func faults(in mapping: ManifestMapping) -> [FieldFault] {
        ParentFieldPath.faults([truncationField], in: mapping)
    }

    package init(_ reader: ComponentReader) throws {
        path = try reader.templates(Self.pathField)
        keepsOriginal = reader.bool(Self.remainsField)
        copied = try reader.components(Self.parentFields, ComponentRegistry.parentFieldPaths)
        merges = reader.bool(Self.mergesField)
        keepsEmpty = reader.optionalString(Self.emptyField) == "emit_parent"
        truncationPath = try reader.templates(Self.truncationField)
    }

    /// The records that come of some records.
    func expand(_ records: [JSONValue], in scope: Scope) throws -> Extraction {
        var found = Extraction()
        let path = try path.map { DpathGlob.Segment(try $0.value(in: scope).json()) }
        let copied = try copied.map { try $0.paths(in: scope) }
        let truncation = try ParentFieldPath.names(truncationPath, "truncation_indicator_path", in: scope)
        for record in records {
            guard record.object != nil, !path.isEmpty else {
                found.records.append(record)
                continue
            }
            let lists = try DpathGlob.matches(path, in: record).compactMap(\.array)
            let count = lists.reduce(0) { $0 + $1.count }
            warnIfTruncated(record, truncation, count, &found)
            let base = merges ? try Self.withoutLists(path, record) : nil
            for item in lists.joined() {
                found.records.append(try expanded(item, of: record, over: base, copied))
            }
            if count == 0, keepsEmpty { found.records.append(record) }
        }
        return found
    }

    /// The fields of a record without the lists that were expanded.
    private static func withoutLists(_ path: [DpathGlob.Segment], _ record: JSONValue) throws -> JSONObject {
        try DpathGlob.removing(path, from: record) { $0.array != nil }.object ?? [:]
    }

    private func expanded(
        _ item: JSONValue,
        of record: JSONValue,
        over base: JSONObject?,
        _ copied: [(from: [String], to: [String])]
    ) throws -> JSONValue {
        guard keepsOriginal || base != nil || !copied.isEmpty else { return item }
        var members = item.object ?? ["value": item]
        if let base { members = base.merging(members) { $1 } }
        for (from, to) in copied {
            let value = ParentFieldPath.value(at: from, of: record) ?? .null
            try ParentFieldPath.set(value, at: to, in: &members)
        }
        if keepsOriginal { members["original_record"] = record }
        return .object(members)
    }

    /// Notes, once in a run, that a list is marked as incomplete.
    private func warnIfTruncated(_ record: JSONValue, _ path: [String], _ count: Int, _ found: inout Extraction) {
        guard !path.isEmpty, ParentFieldPath.value(at: path, of: record)?.isTruthy ?? false else { return }
        let isFirst = hasWarned.withLock { hasWarned in
            defer { hasWarned = true }
            return !hasWarned
        }
        guard isFirst else { return }
        let total = ParentFieldPath.value(at: path.dropLast() + ["total_count"], of: record)?.integer
        found.notes.append(
            "A list to expand is marked as incomplete by '\(path.joined(separator: "."))': it has \(count) elements"
                + (total.map { " of \($0)" } ?? "")
                + ". Those that are missing are not read, here and perhaps in other records."
        )
    }
}
