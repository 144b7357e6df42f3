/// Says why a text is not XML, or is not read, and where.
package struct XMLFault: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    package let message: String
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in characters.
    package let column: Int

    package var description: String { "\(message) in line \(line), column \(column)" }
}
