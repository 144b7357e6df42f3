import Dates
import JSON
import Text

/// Python's names of types, truth and hashability.
extension Value {
    /// `type(x).__name__`.
    package var typeName: String {
        switch self {
        case .undefined: "Undefined"
        case .null: "NoneType"
        case .bool: "bool"
        case .int, .big: "int"
        case .double: "float"
        case .string: "str"
        case .bytes: "bytes"
        case .list: "list"
        case .tuple: "tuple"
        case .dict, .record: "dict"
        case .set: "set"
        case .json(let view):
            switch view.kind {
            case .string: "str"
            case .array: "list"
            default: "dict"
            }
        case .datetime: "datetime"
        case .date: "date"
        case .timedelta: "timedelta"
        case .duration: "Duration"
        case .iterable(let iterable): iterable.typeName
        case .object(let object): object.typeName
        case .function: "function"
        case .ellipsis: "ellipsis"
        }
    }

    /// The type as messages about undefined attributes show it.
    var describedType: String {
        switch self {
        case .null: "None"
        case .ellipsis: "Ellipsis"
        case .datetime, .date, .timedelta: "datetime.\(typeName) object"
        case .duration: "isodate.duration.Duration object"
        default: "\(typeName) object"
        }
    }

    /// Python's truth of the value.
    package var isTrue: Bool {
        switch self {
        case .undefined, .null: false
        case .bool(let flag): flag
        case .int(let number): number != 0
        case .big(let number): !number.isZero
        case .double(let number): number != 0
        case .string(let text): !text.isEmpty
        case .bytes(let bytes): !bytes.isEmpty
        case .list(let list): !list.elements.isEmpty
        case .tuple(let elements): !elements.isEmpty
        case .dict(let dict): dict.count > 0
        case .record(let record): !record.record.isEmpty
        case .set(let set): !set.elements.isEmpty
        case .json(let view): view.kind == .string ? view.byteCount > 2 : !view.isEmptyContainer
        case .timedelta(let delta): delta != .zero
        case .iterable(let iterable): iterable.viewed.map { !$0.isEmpty } ?? true
        case .object(let object): object.isTrue
        case .datetime, .date, .duration, .function, .ellipsis: true
        }
    }

    /// Throws the type error of Python when the value cannot be a key.
    func requireHashable() throws(TemplateError) {
        switch self {
        case .list, .dict, .set, .record: throw .type("unhashable type: '\(typeName)'")
        case .json(let view) where view.kind != .string: throw .type("unhashable type: '\(typeName)'")
        case .tuple(let elements): for element in elements { try element.requireHashable() }
        default: break
        }
    }

    /// Whether the value is a Python `Mapping`.
    package var isMapping: Bool {
        switch self {
        case .dict, .record: true
        case .json(let view): view.kind == .object
        case .object(let object): object.isMapping
        default: false
        }
    }

    /// Whether the value is text.
    package var isString: Bool {
        switch self {
        case .string: true
        case .json(let view): view.kind == .string
        default: false
        }
    }
}
