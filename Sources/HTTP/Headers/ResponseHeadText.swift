import Text

/// Puts the head of a response into the form that the parser takes.
///
/// Servers write what RFC 9112 forbids and every browser reads: lines that end in a line feed alone, folded lines, spaces
/// before a colon, names with odd bytes, one length given twice or beside chunks. Lines that stay unreadable are left out,
/// as nothing reads them.
package enum ResponseHeadText {
    private typealias Byte = ResponseHeadScan.Byte
    private typealias Field = (name: ArraySlice<UInt8>, value: [UInt8])

    /// A head in its regular form, with the blank line at its end.
    package static func repaired(_ head: [UInt8]) -> [UInt8] {
        let start = head.drop { $0 == Byte.carriageReturn || $0 == Byte.lineFeed }
        let lines = start.split(separator: Byte.lineFeed).map { $0.last == Byte.carriageReturn ? $0.dropLast() : $0 }
            .filter { !$0.isEmpty }
        guard let status = lines.first else { return head }
        var fields: [Field] = []
        for line in lines.dropFirst() {
            if line.first.map(isBlank) == true, let last = fields.indices.last {
                fields[last].value = joined(fields[last].value, printable(line))
            } else if let field = field(line) {
                fields.append(field)
            }
        }
        let texts = withOneLength(fields).map { $0.name + [Byte.colon, Byte.space] + $0.value }
        return ([statusLine(status)] + texts + [[]]).flatMap { $0 + [Byte.carriageReturn, Byte.lineFeed] }
    }

    /// The first line with one space before its status.
    private static func statusLine(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let version = line.prefix { $0 != Byte.space }
        let rest = line[version.endIndex...].drop { $0 == Byte.space }
        return rest.isEmpty ? line : version + [Byte.space] + rest
    }

    /// Name and value of a line; nil when it has no name.
    private static func field(_ line: ArraySlice<UInt8>) -> Field? {
        guard let colon = line.firstIndex(of: Byte.colon) else { return nil }
        let name = line[..<colon].trimmed(while: isBlank)
        guard !name.isEmpty, name.allSatisfy(ResponseHeadScan.isNameByte) else { return nil }
        return (name, printable(line[(colon + 1)...]))
    }

    /// A part of a value, with spaces for bytes that have no place in it.
    private static func printable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(bytes.map { Byte.isControl($0) ? Byte.space : $0 }.trimmed(while: isBlank))
    }

    /// A value and what its next line adds.
    private static func joined(_ value: [UInt8], _ more: [UInt8]) -> [UInt8] {
        value.isEmpty || more.isEmpty ? value + more : value + [Byte.space] + more
    }

    /// Chunks count more than a length (RFC 9112, section 6.3).
    ///
    /// A length may be given several times, in one line or more; where they differ, they stay for the parser to refuse.
    private static func withOneLength(_ fields: [Field]) -> [Field] {
        let others = fields.filter { !Byte.isLength($0.name) }
        if others.contains(where: { Byte.isEncoding($0.name) }) { return others }
        let told = fields.filter { Byte.isLength($0.name) }
        let lengths = told.flatMap { $0.value.split(separator: Byte.comma).map { $0.trimmed(while: isBlank) } }
        func number(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> { digits.drop { $0 == UInt8(ascii: "0") } }
        guard let name = told.first?.name, let length = lengths.first,
            lengths.allSatisfy({ number($0) == number(length) })
        else { return fields }
        return others + [(name, Array(length))]
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == Byte.space || byte == Byte.tab }
}
