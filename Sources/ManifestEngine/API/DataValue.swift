import JSON

/// A JSON value: of a configuration, a record, a state or a schema.
///
/// The value is read in place; nothing is converted before it is asked for. Numbers keep their digits, and objects the
/// order of their members.
public struct DataValue: Sendable, Equatable, CustomStringConvertible {
    let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    /// Reads a JSON text.
    ///
    /// - Throws: an error of the code `invalidText` that says what is wrong, and at which byte.
    public init(json text: String) throws(ConnectorError) {
        do throws(JSONError) {
            json = try JSONValue(parsing: text)
        } catch {
            throw ConnectorError(.invalidText, "The text is not valid JSON: \(error.message), at byte \(error.offset).")
        }
    }

    /// Null.
    ///
    /// It has no literal, as `nil` means that there is no value at all.
    public static let null = DataValue(.null)

    /// Makes a string.
    public init(_ text: String) { self.init(.string(text)) }
    /// Makes an integer.
    public init(_ number: Int) { self.init(.integer(number)) }
    /// Makes a number.
    public init(_ number: Double) { self.init(.double(number)) }
    /// Makes true or false.
    public init(_ flag: Bool) { self.init(.bool(flag)) }
    /// Makes an array.
    public init(_ elements: [DataValue]) { self.init(.array(elements.map(\.json))) }
    /// Makes an object, with its members in the order of their names.
    public init(_ members: [String: DataValue]) {
        self.init(.object(JSONObject(uniqueKeysWithValues: members.sorted { $0.key < $1.key }.map { ($0, $1.json) })))
    }

    /// Whether this is null.
    public var isNull: Bool { json.isNull }
    /// The text, if this is a string.
    public var string: String? { json.string }
    /// The number, if this is an integer that fits.
    public var integer: Int? { json.integer }
    /// The truth value, if this is one.
    public var bool: Bool? { json.bool }

    /// The number, if this is one; an integer of many digits is rounded.
    public var double: Double? {
        switch json.opened {
        case .double(let number): number
        case .integer(let number): Double(number)
        case .bigInteger(let digits): Double(digits)
        default: nil
        }
    }

    /// The elements, if this is an array.
    public var array: [DataValue]? { json.array?.map(DataValue.init) }

    /// The names of the members in their order, if this is an object.
    public var names: [String]? { json.object.map { Array($0.keys) } }

    /// The member of a name; nil when there is none, or when this is not an object.
    public subscript(name: String) -> DataValue? { json[name].map(DataValue.init) }

    /// The element at a place from 0; nil beyond the end, or when this is not an array.
    public subscript(index: Int) -> DataValue? {
        guard let elements = json.array, elements.indices.contains(index) else { return nil }
        return DataValue(elements[index])
    }

    /// The value as compact JSON text.
    public var text: String { json.text }

    /// The value as compact JSON text.
    public var description: String { text }
}

extension DataValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Makes a string.
    public init(stringLiteral value: String) { self.init(.string(value)) }
    /// Makes an integer.
    public init(integerLiteral value: Int) { self.init(.integer(value)) }
    /// Makes a number.
    public init(floatLiteral value: Double) { self.init(.double(value)) }
    /// Makes true or false.
    public init(booleanLiteral value: Bool) { self.init(.bool(value)) }
    /// Makes an array.
    public init(arrayLiteral elements: DataValue...) { self.init(.array(elements.map(\.json))) }
    /// Makes an object; of members with the same name the last one counts.
    public init(dictionaryLiteral elements: (String, DataValue)...) {
        self.init(.object(JSONObject(elements.map { ($0, $1.json) }, uniquingKeysWith: { $1 })))
    }
}
