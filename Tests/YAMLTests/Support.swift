import YAML

/// A sample text whose marks, `①` to `⑤`, are taken out and remembered as places.
struct Marked {
    let text: String
    private let places: [Character: Position]

    init(_ sample: String) {
        var text = ""
        var places: [Character: Position] = [:]
        var line = 1
        var column = 1
        for scalar in sample.unicodeScalars {
            switch scalar {
            case "①", "②", "③", "④", "⑤": places[Character(scalar)] = Position(line: line, column: column)
            case "\n":
                text.unicodeScalars.append(scalar)
                (line, column) = (line + 1, 1)
            default:
                text.unicodeScalars.append(scalar)
                column += 1
            }
        }
        self.text = text
        self.places = places
    }

    subscript(_ mark: Character) -> Position? { places[mark] }
}

/// Loads a sample under the name that the tests expect in messages.
func load(_ text: String) throws(YAMLError) -> YAMLNode {
    try YAML.load(text: text, name: "sample.yaml")
}

/// The error that a sample gives, or nil if it loads.
func failure(_ text: String) -> YAMLError? {
    do throws(YAMLError) {
        _ = try load(text)
        return nil
    } catch {
        return error
    }
}

/// A value on one line: `{a: 1, b: [x, null]}`, with text in quotes and the kind before everything unusual.
func outline(_ node: YAMLNode) -> String {
    switch node.value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): value.digits
    case .float(let value): "float \(value)"
    case .string(let value): "\"\(value)\""
    case .timestamp(let value): "time \(value.isoFormat)"
    case .binary(let value): "binary \(value)"
    case .sequence(let items): "[" + items.map(outline).joined(separator: ", ") + "]"
    case .set(let items): "set [" + items.map(outline).joined(separator: ", ") + "]"
    case .mapping(let mapping):
        "{" + mapping.entries.map { "\(outline($0.key)): \(outline($0.value))" }.joined(separator: ", ") + "}"
    }
}

extension YAMLNode {
    var isNull: Bool {
        if case .null = value { true } else { false }
    }

    var bool: Bool? {
        if case .bool(let value) = value { value } else { nil }
    }

    var int: Int? {
        if case .int(let value) = value { value.int } else { nil }
    }

    var sequence: [YAMLNode]? {
        if case .sequence(let items) = value { items } else { nil }
    }

    var mapping: YAMLMapping? {
        if case .mapping(let mapping) = value { mapping } else { nil }
    }
}

extension YAMLMapping {
    subscript(_ key: String) -> YAMLNode? { entry(key)?.value }

    func entry(_ key: String) -> Entry? {
        entries.first { $0.key.string?.unicodeScalars.elementsEqual(key.unicodeScalars) == true }
    }
}
