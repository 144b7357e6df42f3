import JSON
import TestSupport
import Testing
import Text

@testable import Jinja

/// Conversion, equality and hashing of values.
@Suite("Value")
struct ValueTests {
    @Test("becomes JSON", arguments: try RecordedTable.rows("json"))
    func json(_ row: RecordedRow) throws {
        let value = try #require(PythonLiteral.evaluate(row.input))
        do throws(TemplateError) {
            #expect(try value.json().text == row.expected)
        } catch {
            #expect("!" + error.kind.exceptionName == row.expected)
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

    @Test("prints text as Python does", arguments: try RecordedTable.rows("representations"))
    func texts(_ row: RecordedRow) {
        #expect(PythonText.repr(row.input) == row.expected)
    }

    @Test("prints literals as Python does", arguments: try RecordedTable.rows("literals"))
    func literals(_ row: RecordedRow) throws {
        #expect(try #require(PythonLiteral.evaluate(row.input)).represented == row.expected)
    }
}
