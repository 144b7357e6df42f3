import TestSupport
import Testing
import YAML

@Suite("plain scalars")
struct ImplicitResolverTests {
    @Test("are booleans", arguments: try RecordedTable.rows("trueWords"))
    func trueWords(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are booleans", arguments: try RecordedTable.rows("falseWords"))
    func falseWords(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are null", arguments: try RecordedTable.rows("nulls"))
    func nulls(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are text", arguments: try RecordedTable.rows("texts"))
    func texts(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are integers", arguments: try RecordedTable.rows("integers"))
    func integers(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are numbers", arguments: try RecordedTable.rows("floats"))
    func floats(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are not-a-number", arguments: try RecordedTable.rows("notANumbers"))
    func notANumbers(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are dates and times", arguments: try RecordedTable.rows("timestamps"))
    func timestamps(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are text in quotes", arguments: try RecordedTable.rows("quoted"))
    func quoted(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test("are errors as values, but for the key", arguments: ["=", "<<"])
    func reserved(text: String) throws {
        let sample = Marked("a: [①\(text)]")
        let error = try #require(failure(sample.text))
        #expect(error.kind == .constructor)
        #expect(error.position == sample["①"])
        #expect(error.hint?.contains("put it in quotes") == true)
        #expect(outline(try load("=: 1")) == "{\"=\": 1}")
    }
}
