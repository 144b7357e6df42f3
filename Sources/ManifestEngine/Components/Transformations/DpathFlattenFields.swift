import Diagnostics
package import JSON
package import Jinja
package import Manifest

/// Moves the members of an object inside a record to the top of the record.
///
/// Manifest type `DpathFlattenFields`. Each segment of the path is a shell pattern, evaluated as a literal too; with a
/// segment `*` the first match counts, otherwise there may be one only. When a new key is taken already nothing happens
/// at all, unless the object replaces the record. Throws a system failure for several matches.
package struct DpathFlattenFields: Component, Transformation {
    package static let typeName = "DpathFlattenFields"
    package static let summary = "Moves the members of an object inside a record to the top of the record."
    package static let details = """
        Each segment of the path is a shell pattern; with a segment `*` the first match counts, otherwise there \
        may be only one. When a new key already exists, nothing happens, unless the object replaces \
        the record.
        """
    package static let example = """
        type: DpathFlattenFields
        field_path: [attributes]
        delete_origin_value: true
        """

    private static let fieldPath = Field.required("field_path", .list(.template(reads: .config)), "Path to the object.")
    private static let deleteOrigin = Field(
        "delete_origin_value",
        .boolean,
        default: false,
        "Whether the object is removed from its place."
    )
    private static let replaceRecord = Field(
        "replace_record",
        .boolean,
        default: false,
        "Whether the object replaces the whole record."
    )
    private static let keyTransformation = Field(
        "key_transformation",
        .component(ComponentRegistry.keyTransformations),
        "What is put before and after each key."
    )
    package static let fields = [fieldPath, deleteOrigin, replaceRecord, keyTransformation]

    private let path: [TemplateText]
    private let deletesOrigin: Bool
    private let replacesRecord: Bool
    private let keys: KeyTransformation?

    package init(_ reader: ComponentReader) throws {
        path = try reader.templates(Self.fieldPath)
        deletesOrigin = reader.bool(Self.deleteOrigin)
        replacesRecord = reader.bool(Self.replaceRecord)
        keys = try reader.optionalComponent(Self.keyTransformation, ComponentRegistry.keyTransformations)
    }

    package func transform(_ record: inout Record, in scope: Scope) throws {
        let path = try path.map { try $0.value(in: scope).json() }
        guard let found = try Self.find(path, in: record.value), found.isObject, let members = found.object else {
            return
        }
        let new = try renamed(members, in: scope)
        if replacesRecord && !new.isEmpty {
            // Of an empty path the reference clears the very object that it then copies from.
            record.members = path.isEmpty && keys == nil ? [:] : new
            return
        }
        let old = record.members
        guard !new.keys.contains(where: { old[$0] != nil }) else { return }
        if deletesOrigin { record.members = try Self.delete(path, from: record.value) }
        record.members.merge(new) { $1 }
    }

    private func renamed(_ members: JSONObject, in scope: Scope) throws -> JSONObject {
        guard let keys else { return members }
        let (before, after) = try keys.texts(in: scope)
        return JSONObject(members.map { (before + $0.key + after, $0.value) }, uniquingKeysWith: { $1 })
    }

    private static func find(_ path: [JSONValue], in record: JSONValue) throws -> JSONValue? {
        let segments = path.map(DpathGlob.Segment.init)
        guard path.contains(where: { $0.string == "*" }) else { return try DpathGlob.extract(segments, from: record) }
        return try DpathGlob.matches(segments, in: record).first
    }

    private static func delete(_ path: [JSONValue], from record: JSONValue) throws -> JSONObject {
        guard !path.isEmpty else {
            throw EngineFailure(.system, "DpathFlattenFields cannot delete the origin of an empty field_path.")
        }
        return DpathGlob.delete(path.map(\.pythonText), from: record).object ?? [:]
    }
}
