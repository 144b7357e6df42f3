import JSON
import Testing
import Text

@testable import Jinja

/// Conversion, equality and hashing of values.
@Suite("Value")
struct ValueTests {
    @Test(
        "becomes JSON",
        arguments: [
            ("(1, None)", "[1,null]"), ("{None: 1.5}", #"{"null":1.5}"#),
            ("{1.5: 1, True: 'x'}", #"{"1.5":1,"true":"x"}"#),
            ("1180591620717411303424", "1180591620717411303424"), ("{'a': [1, {'b': ()}]}", #"{"a":[1,{"b":[]}]}"#),
            ("b'x'", "!TypeError"), ("{1}", "!TypeError"), ("{(): None}", "!TypeError"), ("...", "!TypeError"),
        ]
    )
    func json(literal: String, text: String) throws {
        let value = try #require(PythonLiteral.evaluate(literal))
        do throws(TemplateError) {
            #expect(try value.json().text == text)
        } catch {
            #expect("!" + error.kind.exceptionName == text)
        }
    }

    @Test("has no JSON for dates and undefined values")
    func notSerialisable() {
        #expect(throws: TemplateError.self) { try Value.datetime(.epoch).json() }
        #expect(throws: TemplateError.self) { try Value.undefined(.variable("x")).json() }
    }

    @Test("holds numbers of one value equal, whatever their type, and hashes them alike")
    func numbers() {
        let equal: [Value] = [.int(1), .double(1), .bool(true), .big(BigInteger(1))]
        for one in equal {
            for other in equal { #expect(one == other) }
        }
        #expect(Set<Value>([.int(1), .double(1), .bool(true)]).count == 1)
        #expect(Value.int(1) != .string("1"))
        #expect(Value.double(.nan) != .double(.nan))
    }

    @Test("finds text in a document equal to other text")
    func texts() {
        let value = Sample.value(#"["plain", "esc\n"]"#)
        #expect(value.item(.int(0)) == .string("plain"))
        #expect(value.item(.int(1)) == .string("esc\n"))
        #expect(value.item(.int(0)) != .string("plaim"))
        #expect(value == .list([.string("plain"), .string("esc\n")]))
        #expect(Value.string("e\u{301}") != .string("é"))
    }

    @Test(
        "prints text as Python does",
        arguments: [
            ("it's", #""it's""#), (#"it's "q""#, #"'it\'s "q"'"#), ("a\u{7}\u{A0}\u{200B}", #"'a\x07\xa0\u200b'"#),
            ("日本", "'日本'"), ("a\\b\n", #"'a\\b\n'"#), ("\u{E0001}", #"'\U000e0001'"#),
        ]
    )
    func texts(text: String, printed: String) { #expect(PythonText.repr(text) == printed) }

    @Test(
        "prints literals as Python does",
        arguments: [
            ("1e16", "1e+16"), ("0.0001", "0.0001"), ("0.00001", "1e-05"), ("-0.0", "-0.0"),
            (#"b"a\xff\n'""#, #"b"a\xff\n'""#),
            ("1,", "(1,)"), ("set()", "set()"), ("{1: 2, 'a': None}", "{1: 2, 'a': None}"), ("1e400", "inf"),
        ]
    )
    func literals(literal: String, printed: String) throws {
        #expect(try #require(PythonLiteral.evaluate(literal)).represented == printed)
    }
}
