import Config
import Diagnostics
import JSON

extension FuzzTarget {
    /// Masking: the first line is a secret, the second stands before it, the rest behind it.
    static let secrets = FuzzTarget(
        "secrets",
        words: [
            "\\u0041", "%41", "&#65;", "&amp;", "\\\"", "\"", "+", " ", "=", "{\"key\":\"", "Bearer ", "-----", "\n",
            "é", "𝄞", "…", "...", "\\", "%", "/",
        ],
        seeds: ["s3cr3t/+&\"<k>\nGET /?key=\n HTTP", "Bearer a b\\u0041%41é\n{\"a\":\"\n\"}", "abc\nx…\ny"]
    ) { bytes in
        let lines = FuzzLines(bytes, 3)
        // No header can hold a zero byte.
        let secret = lines[0].replacing("\0", with: "")
        // Time grows with the length of the secret times that of the text, and keys have some thousand bytes at most.
        guard secret.count > 2, secret.utf8.count < 500 else { return }
        // What its escapes stand for may be too short to be masked.
        let escapes = secret.utf8.count { "%&\\".utf8.contains($0) }
        guard escapes == 0 || secret.utf8.count > 10 * escapes + 12 else { return }
        let mask = SecretMask([secret])
        for (name, spelling) in SecretSpelling.all(of: secret) where !spelling.utf8.contains(UInt8(ascii: "*")) {
            // Spaces around it, as what stands before may make another text of the first letters.
            let masked = Array(mask.masked("\(lines[1]) \(spelling) \(lines[2])").utf8)
            expect(!masked.holds(spelling.utf8), "\(name) of \(secret) is not masked: \(spelling)")
        }
        let text = lines[1] + secret + lines[2]
        let excerpt = Array(mask.excerpt(of: text, length: lines[1].count + secret.count).utf8)
        if !secret.utf8.contains(UInt8(ascii: "*")) {
            expect(!excerpt.holds(secret.utf8), "\(secret) is in an excerpt")
        }
    }

    /// Environment variables: the first line is a value, the rest a configuration.
    static let variables = FuzzTarget(
        "variables",
        words: ["${", "${A}", "${B:-", "}", "$${", "$", "\"", "\\", "\\u0024", "\n", "{", ":", ",", "A", "é", "\u{0}"],
        seeds: ["va\"lue\n{\"a\":\"x ${A} ${B:-d}\",\"b\":[\"$${A}\"]}", "${A}\n{\"${A}\":\"\\u0024{A}\"}"]
    ) { bytes in
        let lines = FuzzLines(bytes, 2)
        let environment = ["A": lines[0]]
        _ = try? ConfigFile.read(Array(lines[1].utf8), name: "c.json", environment: environment, overrides: [])
        checkVariable("${A}", environment, lines[0])
        for text in [lines[0], lines[1]] {
            let quoted = SecretSpelling.inside(JSONValue.string(text).text)
            checkVariable(String(decoding: VariableSubstitution.escaped(quoted), as: UTF8.self), environment, text)
        }
    }

    private static func checkVariable(_ written: String, _ environment: [String: String], _ meant: String) {
        let text = "{\"k\": \"\(written)\"}"
        let config = try? ConfigFile.read(Array(text.utf8), name: "c.json", environment: environment, overrides: [])
        expect(config?.values["k"] == .string(meant), "\(text) is not read as \(meant)")
    }

    /// Changes of a configuration file: the last line is the new value, what stands before it the file.
    static let edit = FuzzTarget(
        "edit",
        words: [
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "\"\"", "1", "null", "\n", "  ", "\t", "\r\n",
            "\"\\u0061\"", "{}", "[]", "\\\"", "1.0",
        ],
        seeds: [
            "{\n  \"a\": {\"b\": 1},\n  \"c\": [1]\n}\n{\"a\":{\"b\":2,\"d\":{\"e\":3}},\"f\":null}",
            "{\"a\":1,\"a\":2}\n{}",
        ]
    ) { bytes in
        guard let end = bytes.lastIndex(of: 0x0A), !bytes.contains(UInt8(ascii: "$")) else { return }
        let texts = [Array(bytes[..<end]), Array(bytes[(end + 1)...])]
        guard let old = value(of: texts[0]), let new = value(of: texts[1]), old.object != nil, new.object != nil else {
            return
        }
        // A number beyond all doubles has no form that it could be written in.
        guard value(of: Array(new.text.utf8)) == new else { return }
        var edit = JSONTextEdit(texts[0])
        edit.apply(from: old, to: new)
        let text = String(decoding: edit.bytes, as: UTF8.self)
        guard let edited = value(of: edit.bytes) else { fail("no JSON after the change: \(text)") }
        expect(edited == new, "another value after the change: \(text)")
        var same = edit
        same.apply(from: edited, to: new)
        expect(same.bytes == edit.bytes, "changed without need")
    }

    private static func value(of bytes: [UInt8]) -> JSONValue? { (try? JSONDocument(Bytes(bytes)))?.root.value }
}
