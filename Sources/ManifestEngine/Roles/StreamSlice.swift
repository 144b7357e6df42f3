import Diagnostics
package import JSON
package import Jinja
import Text

/// One piece of a stream's work: a partition, a window of the cursor, and what came along with the partition.
package struct StreamSlice: Sendable {
    /// Boxed, as a slice is passed along a dozen times and hardly ever changed.
    private indirect enum Content: Sendable {
        case parts(partition: JSONObject, cursor: JSONObject, extraFields: JSONObject)
    }

    private var content: Content

    package init(partition: JSONObject = [:], cursor: JSONObject = [:], extraFields: JSONObject = [:]) {
        content = .parts(partition: partition, cursor: cursor, extraFields: extraFields)
    }

    /// Which part of the data: for example a parent's id, and `parent_slice`.
    package var partition: JSONObject {
        get {
            switch content {
            case .parts(let partition, _, _): partition
            }
        }
        set { content = .parts(partition: newValue, cursor: cursor, extraFields: extraFields) }
    }

    /// Which window of the cursor: for example start and end time.
    package var cursor: JSONObject {
        get {
            switch content {
            case .parts(_, let cursor, _): cursor
            }
        }
        set { content = .parts(partition: partition, cursor: newValue, extraFields: extraFields) }
    }

    /// Values that a partition router took along from the parent's record.
    package var extraFields: JSONObject {
        get {
            switch content {
            case .parts(_, _, let extraFields): extraFields
            }
        }
        set { content = .parts(partition: partition, cursor: cursor, extraFields: newValue) }
    }

    /// Partition and cursor in one, as templates see it.
    package var merged: JSONObject { partition.merging(cursor) { $1 } }

    /// All three parts, as a value that can be written to a file.
    package var json: JSONObject {
        ["partition": .object(partition), "cursor": .object(cursor), "extra_fields": .object(extraFields)]
    }

    /// Reads `json`; nil for anything else.
    package init?(_ json: JSONValue) {
        guard let partition = json["partition"]?.object, let cursor = json["cursor"]?.object,
            let extraFields = json["extra_fields"]?.object
        else { return nil }
        self.init(partition: partition, cursor: cursor, extraFields: extraFields)
    }

    /// Partition and cursor as short JSON, for display; empty when both are.
    package var summary: String {
        var shown = merged
        shown["parent_slice"] = nil
        return shown.isEmpty ? "" : JSONValue.object(shown).text.shortened(to: 69)
    }
}

/// A slice as templates read it: a mapping with the attributes `partition`, `cursor_slice` and `extra_fields`.
package final class SliceObject: TemplateObject {
    private let slice: StreamSlice
    /// All members, made when a template reads the slice as a whole or a container in it, which it may change.
    private var dict: DictObject?
    private lazy var partition = DictObject(slice.partition)
    private lazy var cursor = DictObject(slice.cursor)
    private lazy var extraFields = Value(.object(slice.extraFields))
    /// Further members of `extra_fields`.
    private let others: [(name: String, value: Value)]

    /// - Parameter others: further members of `extra_fields`.
    package init(_ slice: StreamSlice, others: [(name: String, value: Value)] = []) {
        self.slice = slice
        self.others = others
    }

    /// The slice of a scope; nil outside of slices.
    static func slice(in scope: Scope) -> StreamSlice? {
        guard case .object(let object) = scope[.streamSlice] else { return nil }
        return (object as? SliceObject)?.slice
    }

    package var typeName: String { "StreamSlice" }
    package var isMapping: Bool { true }
    package var mapping: DictObject? { members }

    private var members: DictObject {
        if let dict { return dict }
        // A list that is changed here is changed in the part that it belongs to, too.
        for part in [partition, cursor] { _ = Value.dict(part).changeable }
        let members = DictObject(partition.members.merging(cursor.members) { $1 })
        dict = members
        return members
    }

    package func item(_ key: Value) -> Value? {
        if dict == nil, let name = key.text {
            guard let value = slice.cursor[name] ?? slice.partition[name] else { return nil }
            if !value.isContainer { return Value(value) }
        }
        return members.value(for: key)
    }

    package func attribute(_ name: String) -> Value? {
        switch name {
        case "partition", "_partition": .dict(partition)
        case "cursor_slice": .dict(cursor)
        case "extra_fields": others.isEmpty ? extraFields : allExtraFields
        default: nil
        }
    }

    private var allExtraFields: Value {
        let members = DictObject(slice.extraFields)
        for (name, value) in others { members[name] = value }
        return .dict(members)
    }
}

extension EngineFailure {
    /// The failure with the slice it happened in.
    func at(_ slice: StreamSlice) -> EngineFailure {
        let summary = slice.summary
        guard !summary.isEmpty else { return self }
        let detail = ["slice: \(summary)", detail].compactMap { $0 }.joined(separator: "\n")
        return EngineFailure(type, message, detail: detail, cause: cause)
    }
}
