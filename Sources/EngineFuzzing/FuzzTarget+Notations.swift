import JSON
import Jinja
import Text
import YAML

extension FuzzTarget {
    /// Encoders of templates, there and back.
    static let encoders = FuzzTarget(
        "encoders",
        words: [
            "=", "==", "+", "/", "%", "%41", "&amp;", "&#65;", "\\", "\"", "'", "\n", "é", "𝄞", "\0", "QUJD", "-_",
        ],
        seeds: ["a+b/c=é&\"'", "QUJDRA==", "%41%zz\\u0041"]
    ) { bytes in
        expect((try? Base64.decode(Base64.encode(bytes))) == bytes, "base64 there and back")
        let node = try? YAML.load(text: "!!binary \"\(Base64.encode(bytes))\"", name: "b.yaml")
        if case .binary(let read) = node?.value {
            expect(read == bytes, "other binary data")
        } else {
            fail("no binary data")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try? Base64.decode(text)
        _ = PercentEncoding.decodeForm(text)
        let forms = ["", "/"].map { PercentEncoding.quote(text, keeping: $0) } + [PercentEncoding.form(text)]
        for form in forms {
            expect(PercentEncoding.decodeForm(form).utf8.elementsEqual(text.utf8), "percent encoding: \(form)")
        }
        let json = JSONValue.string(text).text
        expect((try? JSONValue(parsing: json)) == .string(text), "JSON of a text: \(json)")
    }

    /// Python literals: read, and values that are printed are read again.
    static let literals = FuzzTarget(
        "literals",
        words: [
            "[", "]", "(", ")", "{", "}", ",", ":", "'", "\"", "'''", "b'", "u'", "r'", "\\x41", "\\N{DASH}", "\\u0041",
            "None",
            "True", "0x1F", "1_000", "1e400", "-", "+", "1.5", "...", "set()", "#", "\n", "\\", "1j", "é",
        ],
        seeds: [
            "{'a': [1, 2.5, None], 'b': ('x',)}", "{\"a\":[1,\"it's\",null,{\"b\":\"\\\\n\"}]}",
            "b'\\x41' 'x' r\"\\n\"",
        ]
    ) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        for value in [PythonLiteral.evaluate(text), (try? JSONDocument(text: text)).map { Value($0.root) }].compactMap(
            \.self
        ) {
            let printed = Value.list([value]).pythonText
            guard !["nan", "inf", "bytes", "Ellipsis"].contains(where: printed.contains) else { continue }
            // Hexadecimal digits may be many more than Python reads of decimal ones.
            guard printed.split(whereSeparator: { !$0.isNumber }).allSatisfy({ $0.utf8.count <= 4300 }) else {
                continue
            }
            guard let again = PythonLiteral.evaluate(printed) else { fail("no literal: \(printed)") }
            expect(again == Value.list([value]), "another value: \(printed)")
            expect(again.pythonText == printed, "printed differently: \(printed)")
        }
    }

    /// YAML alone: every node lies in its parent, and a text in quotes is read as it is.
    static let yaml = FuzzTarget(
        "yaml",
        words: [
            "- ", "  ", ": ", "\n", "? ", "&a ", "*a", "<<: *a", "!!set", "!!binary", "!!omap", "|\n", ">-\n", "|2+\n",
            "'", "\"", "[", "]",
            "{", "}", ",", "#", "---\n", "...\n", "%YAML 1.1\n", "\\u0041", "\\ud834\\udd1e", "\\x41", "\t",
            "2001-01-01", "0x1F", "1:30",
            "1_0.5", ".inf", "~", "yes", "é", "\u{85}", "\u{2028}", "\r\n",
        ],
        seeds: [
            "a: &x [1, 'two', \"th\\u0072ee\"]\nb:\n  <<: {c: *x}\n  d: |\n    text\n     more\n  e: >-\n    folded\n    text\n",
            "? [a, b]\n: !!set {x, y}\n2001-12-14t21:59:43.10-05:00: !!binary QUJD\n",
        ]
    ) { bytes in
        if let root = try? YAML.load(text: bytes, name: "f.yaml") { checkPlaces(of: root) }
        let text = String(decoding: bytes, as: UTF8.self)
        // Line ends of YAML that JSON does not have are folded, and some characters may not stand in YAML at all.
        guard !text.unicodeScalars.contains(where: { "\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }) else {
            return
        }
        guard let node = try? YAML.load(text: JSONValue.string(text).text, name: "t.yaml") else { return }
        expect(node.string.map { $0.utf8.elementsEqual(text.utf8) } == true, "read as another text: \(text)")
    }

    private static func checkPlaces(of node: YAMLNode) {
        if let text = node.string, text.utf8.count < 500 {
            for offset in 0...text.utf8.count { checkPlace(node.position(atUTF8Offset: offset), in: node.contentRange) }
        }
        guard node.definedAt == nil else { return }
        switch node.value {
        case .sequence(let items), .set(let items):
            for item in items { checkChild(item, of: node) }
        case .mapping(let mapping):
            for entry in mapping.entries where !isMerged(entry, in: node) {
                checkChild(entry.key, of: node)
                checkChild(entry.value, of: node)
            }
        default: break
        }
    }

    /// Merged entries stand elsewhere.
    private static func isMerged(_ entry: YAMLMapping.Entry, in node: YAMLNode) -> Bool {
        !(node.range.start...node.range.end).contains(entry.key.range.start)
    }

    private static func checkChild(_ child: YAMLNode, of node: YAMLNode) {
        checkPlace(child.range.start, in: node.range)
        checkPlace(child.range.end, in: node.range)
        checkPlaces(of: child)
    }

    private static func checkPlace(_ position: Position, in range: SourceRange) {
        expect(position >= range.start && position <= range.end, "\(position) is not in \(range)")
    }
}
