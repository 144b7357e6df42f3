/// One row of a table: what goes in, and what the reference gives for it.
package struct RecordedRow: Sendable, CustomStringConvertible {
    package let input: String
    /// A second input; empty where the table has none.
    package let argument: String
    /// What must come out: what was recorded from the reference or, where we differ on purpose, our own result.
    ///
    /// A string that begins with `!` is the class of an exception.
    package let expected: String

    package var description: String { argument.isEmpty ? input : "\(input) | \(argument)" }
}

extension RecordedRow: Decodable {
    private enum Key: String, CodingKey { case input, argument, reference, ours }

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        input = try Self.text(.input, in: members) ?? ""
        argument = try Self.text(.argument, in: members) ?? ""
        guard let reference = try Self.text(.reference, in: members) else {
            throw RecordedTable.Fault(description: "\(input) is not recorded: run conformance/record-tables")
        }
        expected = try Self.text(.ours, in: members) ?? reference
    }

    /// A string of one line, or of several that are written as a list.
    private static func text(_ key: Key, in members: KeyedDecodingContainer<Key>) throws -> String? {
        guard members.contains(key) else { return nil }
        if let lines = try? members.decode([String].self, forKey: key) { return lines.joined(separator: "\n") }
        return try members.decode(String.self, forKey: key)
    }
}
