@testable import Jinja

/// A stream slice: a mapping of partition and cursor values, which are also there one by one.
final class SliceObject: TemplateObject {
    private let partition: Value
    private let cursorSlice: Value
    private let extraFields: Value
    private let members: DictObject

    /// Makes a slice of three mappings; partition and cursor values together are its members.
    init(partition: DictObject, cursorSlice: DictObject, extraFields: DictObject = DictObject()) {
        self.partition = .dict(partition)
        self.cursorSlice = .dict(cursorSlice)
        self.extraFields = .dict(extraFields)
        members = DictObject(partition.members.merging(cursorSlice.members) { $1 })
    }

    var typeName: String { "StreamSlice" }
    var mapping: DictObject? { members }
    var isTrue: Bool { members.count > 0 || extraFields.isTrue }

    func attribute(_ name: String) -> Value? {
        switch name {
        case "partition", "_partition": partition
        case "cursor_slice": cursorSlice
        case "extra_fields": extraFields
        case "_cursor_slice", "_extra_fields", "_stream_slice": .undefined(.unsafe(name, of: typeName))
        default: nil
        }
    }

    func item(_ key: Value) -> Value? { members.value(for: key) }
}

/// A record with what is known about it: the last record of a page, or one that makes a dynamic stream.
final class RecordObject: TemplateObject {
    private let data: Value
    private let streamName: String
    private let slice: Value
    private lazy var members = DictMethods.dict(data)

    /// Makes a record of an object value, the stream's name and the slice it came from (null if unknown).
    init(data: Value, streamName: String, slice: Value = .null) {
        self.data = data
        self.streamName = streamName
        self.slice = slice
    }

    var typeName: String { "Record" }
    var mapping: DictObject? { members }
    var isTrue: Bool { data.isTrue }

    func attribute(_ name: String) -> Value? {
        switch name {
        case "data": data
        case "stream_name": .string(streamName)
        case "associated_slice": slice
        case "file_reference": .null
        case "_data", "_associated_slice", "_file_reference": .undefined(.unsafe(name, of: typeName))
        default: nil
        }
    }

    func item(_ key: Value) -> Value? { data.item(key) }
}

/// The headers of a response, found by name in any case.
final class HeadersObject: TemplateObject {
    private let members = DictObject()
    private var values: [String: Value] = [:]

    /// Makes headers of names and values; of two names that differ in case only the later one counts.
    init(_ headers: [(name: String, value: String)]) {
        var spelling: [String: String] = [:]
        for (name, value) in headers {
            let folded = name.lowercased()
            if let old = spelling[folded] { members.members[.string(old)] = nil }
            spelling[folded] = name
            members[name] = .string(value)
            values[folded] = .string(value)
        }
    }

    var typeName: String { "CaseInsensitiveDict" }
    var mapping: DictObject? { members }
    func item(_ key: Value) -> Value? { key.text.flatMap { values[$0.lowercased()] } }
}
