import Testing
import YAML

@Suite("faults of form")
struct EventParserTests {
    struct Fault: Sendable {
        let text: String
        let kind: YAMLError.Kind
        let message: String
        var context: String?
        var hint: String?
    }

    @Test(
        "have a place, a context and advice",
        arguments: [
            Fault(
                text: "é: ②[a\nb①: c\n",
                kind: .parser,
                message: "did not find expected ',' or ']'",
                context: "while parsing a flow sequence"
            ),
            Fault(
                text: "②a: 1\n①- b\n",
                kind: .parser,
                message: "did not find expected key",
                context: "while parsing a block mapping",
                hint: "check the indentation"
            ),
            Fault(
                text: "a: 1\n  ééé①: 2\n",
                kind: .scanner,
                message: "mapping values are not allowed in this context",
                hint: "quote strings that contain ': '"
            ),
            Fault(
                text: "a: ②'x①",
                kind: .scanner,
                message: "found unexpected end of stream",
                context: "while scanning a quoted scalar",
                hint: "never closed"
            ),
            Fault(
                text: "a: ②\"①\\q\"",
                kind: .scanner,
                message: "found unknown escape character",
                context: "while parsing a quoted scalar",
                hint: "single quotes"
            ),
            Fault(
                text: "a:\n①②\tb: 1\n",
                kind: .scanner,
                message: "found character that cannot start any token",
                context: "while scanning for the next token",
                hint: "indent with spaces"
            ),
            Fault(
                text: "a:\n  b: ②1\n①\tc: 2\n",
                kind: .scanner,
                message: "found a tab character that violates indentation",
                context: "while scanning a plain scalar",
                hint: "indent with spaces"
            ),
            Fault(
                text: "a: ①②@x",
                kind: .scanner,
                message: "found character that cannot start any token",
                context: "while scanning for the next token",
                hint: "a string that starts with '@' needs quotes"
            ),
            Fault(
                text: "a: ①②`x`",
                kind: .scanner,
                message: "found character that cannot start any token",
                context: "while scanning for the next token",
                hint: "a string that starts with '`' needs quotes"
            ),
            Fault(
                text: "a: ①②%x",
                kind: .scanner,
                message: "found character that cannot start any token",
                context: "while scanning for the next token",
                hint: "a string that starts with '%' needs quotes"
            ),
            Fault(
                text: "a: ②*①",
                kind: .scanner,
                message: "did not find expected alphabetic or numeric character",
                context: "while scanning an alias",
                hint: "needs quotes"
            ),
            Fault(
                text: "a: ②|\n①\tb\n",
                kind: .scanner,
                message: "found a tab character where an indentation space is expected",
                context: "while scanning a block scalar",
                hint: "indent with spaces"
            ),
            Fault(
                text: "a: ①- b\n",
                kind: .scanner,
                message: "block sequence entries are not allowed in this context",
                hint: "start the list on a new line"
            ),
            Fault(
                text: "a: ②| ①x\n",
                kind: .scanner,
                message: "did not find expected comment or line break",
                context: "while scanning a block scalar",
                hint: "needs quotes"
            ),
            Fault(
                text: "a: ①②!x!y\n",
                kind: .parser,
                message: "found undefined tag handle",
                context: "while parsing a node",
                hint: "a string that starts with '!' needs quotes"
            ),
            Fault(
                text: "a: ②①]\n",
                kind: .parser,
                message: "did not find expected node content",
                context: "while parsing a block node",
                hint: "needs quotes"
            ),
            Fault(
                text: "②a: {{ x }}①/y\n",
                kind: .parser,
                message: "did not find expected key",
                context: "while parsing a block mapping",
                hint: "quote templates"
            ),
            Fault(
                text: "a: {②{ config①['x'] }}\n",
                kind: .parser,
                message: "did not find expected ',' or '}'",
                context: "while parsing a flow mapping",
                hint: "quote templates"
            ),
            Fault(
                text: "a: {①②% if x %}\n",
                kind: .scanner,
                message: "found character that cannot start any token",
                context: "while scanning for the next token",
                hint: "quote templates"
            ),
        ]
    )
    func faults(fault: Fault) throws {
        let sample = Marked(fault.text)
        let error = try #require(failure(sample.text))
        #expect(error.kind == fault.kind)
        #expect(error.message == fault.message)
        #expect(error.position == sample["①"])
        #expect(error.file.name == "sample.yaml")
        if let context = fault.context { #expect(error.context?.message == context) }
        if let place = sample["②"] { #expect(error.context?.position == place) }
        if let hint = fault.hint { #expect(error.hint?.contains(hint) == true) }
    }
}
