import Diagnostics
import JSON
import YAML

/// Puts environment variables into the strings of a JSON file.
///
/// `${NAME}` becomes the variable's value and `${NAME:-default}` the default when the variable is missing or empty.
/// Names are made of letters, digits and `_` and do not begin with a digit. `$${` stands for `${`; any other `$` for
/// itself. Only strings that are values change, not the names of members. The result stays a string, whatever the
/// variable holds.
package struct VariableSubstitution {
    private let file: SourceFile
    /// The file as messages show it.
    private let shown: SourceFile
    private let bytes: [UInt8]
    private let environment: [String: String]
    private var output: [UInt8] = []
    /// Variables that are missing or badly written, each at the offset of its text; they stay in it as they are.
    private(set) var faults: [(text: Int, fault: Diagnostic)] = []
    /// The strings that are one variable and nothing else, by the offset of the text.
    private(set) var wholeTexts: [Int: String] = [:]
    /// The offset of the text that is being read.
    private var text = 0

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let dollar = UInt8(ascii: "$")
    private static let brace = UInt8(ascii: "{")
    private static let closingBrace = UInt8(ascii: "}")

    /// - Parameters:
    ///   - file: a text that is valid JSON.
    ///   - shown: the same for messages, without its values.
    init(file: SourceFile, shown: SourceFile? = nil, environment: [String: String]) {
        self.file = file
        self.shown = shown ?? file
        bytes = file.bytes
        self.environment = environment
    }

    /// A string as it is written in a file where it must not be read as a variable.
    package static func escaped(_ text: String) -> [UInt8] {
        // Bytes, as a brace and an accent behind it are one character to Swift.
        let bytes = Array(text.utf8)
        return bytes.indices.flatMap { place in
            bytes[place...].starts(with: [dollar, brace]) ? [dollar, dollar] : [bytes[place]]
        }
    }

    /// The JSON text with the variables put in.
    mutating func apply() -> [UInt8] {
        var at = 0
        while at < bytes.count {
            guard bytes[at] == Self.quote else {
                output.append(bytes[at])
                at += 1
                continue
            }
            let end = endOfText(from: at)
            if isName(endingAt: end) {
                output += bytes[at...min(end, bytes.count - 1)]
            } else {
                output.append(Self.quote)
                text = at
                substitute(at + 1, end)
                output.append(Self.quote)
            }
            at = end + 1
        }
        return output
    }

    /// The offset of the quote that closes a string.
    private func endOfText(from start: Int) -> Int {
        var at = start + 1
        while at < bytes.count, bytes[at] != Self.quote { at += bytes[at] == Self.backslash ? 2 : 1 }
        return at
    }

    /// Whether a colon follows, so that the text is the name of a member.
    private func isName(endingAt end: Int) -> Bool {
        bytes[min(end + 1, bytes.count)...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
    }

    private mutating func substitute(_ start: Int, _ end: Int) {
        var at = start
        while at < end {
            let next = at + 1 < end ? bytes[at + 1] : 0
            if bytes[at] == Self.backslash {
                output += [bytes[at], next]
                at += 2
            } else if bytes[at] == Self.dollar, next == Self.dollar, at + 2 < end, bytes[at + 2] == Self.brace {
                output += [Self.dollar, Self.brace]
                at += 3
            } else if bytes[at] == Self.dollar, next == Self.brace {
                at = variable(at, end)
            } else {
                output.append(bytes[at])
                at += 1
            }
        }
    }

    /// Puts in one variable and gives the offset after it.
    private mutating func variable(_ start: Int, _ end: Int) -> Int {
        guard let close = bytes[start..<end].firstIndex(of: Self.closingBrace) else {
            output += bytes[start..<end]
            report("bad-variable", "'${' has no '}'", start, end, fix: "close it, or write $${ for a literal ${")
            return end
        }
        let content = String(decoding: bytes[(start + 2)..<close], as: UTF8.self)
        let mark = content.firstRange(of: ":-")
        let name = String(content[..<(mark?.lowerBound ?? content.endIndex)])
        guard Self.isName(name) else {
            let fix = "write ${NAME} or ${NAME:-default}; $${ is a literal ${"
            // What does not look like a name may be part of a secret.
            let shown = name.utf8.allSatisfy { $0 < 0x60 } ? "'\(name)'" : "what is between '${' and '}'"
            output += bytes[start...close]
            report("bad-variable", "\(shown) is not a variable name", start, close + 1, fix: fix)
            return close + 1
        }
        if start == text + 1, close + 1 == end { wholeTexts[text] = name }
        if let value = environment[name], !value.isEmpty || mark == nil {
            output += JSONValue.string(value).text.utf8.dropFirst().dropLast()
        } else if let mark {
            output += content[mark.upperBound...].utf8
        } else {
            output += bytes[start...close]
            let fix = "set \(name), or write ${\(name):-default}"
            report("missing-variable", "the environment has no variable '\(name)'", start, close + 1, fix: fix)
        }
        return close + 1
    }

    private static func isName(_ text: String) -> Bool {
        let isWord = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F
        }
        return isWord && text.utf8.first.map { !(0x30...0x39).contains($0) } ?? false
    }

    private mutating func report(_ code: String, _ message: String, _ start: Int, _ end: Int, fix: String) {
        let range = SourceRange(start: file.position(ofOffset: start), end: file.position(ofOffset: end))
        faults.append((text, Diagnostic(code: code, message, place: Place(file: shown, range: range), fix: fix)))
    }
}
