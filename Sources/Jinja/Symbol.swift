import Synchronization

/// An interned variable name: equal names have equal numbers, so that a scope is an array.
///
/// The names the engine sets itself come first and keep fixed numbers below 64.
package struct Symbol: Hashable, Sendable, CustomStringConvertible {
    let number: Int

    /// The symbol of a name; names are kept for the life of the process.
    package init(_ name: String) {
        number = Self.table.withLock { table in table.number(of: name) }
    }

    private init(fixed number: Int) { self.number = number }

    /// The name as written in templates.
    package var name: String { Self.table.withLock { $0.names[number] } }
    package var description: String { name }

    /// The number of `stream_slice`; its aliases have the next two.
    static let streamSliceNumber = 3

    static func name(of number: Int) -> String { Symbol(fixed: number).name }

    package static let config = Symbol(fixed: 0)
    package static let parameters = Symbol(fixed: 1)
    package static let record = Symbol(fixed: 2)
    package static let streamSlice = Symbol(fixed: 3)
    package static let streamInterval = Symbol(fixed: 4)
    package static let streamPartition = Symbol(fixed: 5)
    package static let nextPageToken = Symbol(fixed: 6)
    package static let response = Symbol(fixed: 7)
    package static let headers = Symbol(fixed: 8)
    package static let lastRecord = Symbol(fixed: 9)
    package static let lastPageSize = Symbol(fixed: 10)
    package static let pageSize = Symbol(fixed: 11)
    package static let value = Symbol(fixed: 12)
    package static let path = Symbol(fixed: 13)
    package static let property = Symbol(fixed: 14)
    package static let requestURL = Symbol(fixed: 15)
    package static let componentsValues = Symbol(fixed: 16)
    package static let streamTemplateConfig = Symbol(fixed: 17)
    package static let rawSchema = Symbol(fixed: 18)
    package static let sessionToken = Symbol(fixed: 19)

    private static let fixedNames = [
        "config", "parameters", "record", "stream_slice", "stream_interval", "stream_partition", "next_page_token",
        "response", "headers", "last_record", "last_page_size", "page_size", "value", "path", "property",
        "request_url", "components_values", "stream_template_config", "raw_schema", "session_token",
    ]

    /// The names that the engine sets, in some places or everywhere.
    package static var setByEngine: [String] { fixedNames }

    private struct Table {
        var names: [String]
        var numbers: [String: Int]

        init(_ names: [String]) {
            self.names = names
            numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        }

        mutating func number(of name: String) -> Int {
            if let number = numbers[name] { return number }
            names.append(name)
            numbers[name] = names.count - 1
            return names.count - 1
        }
    }

    private static let table = Mutex(Table(fixedNames))
}
