import TestSupport
import Testing
import YAML

@Suite("scalars with a tag")
struct ScalarReaderTests {
    @Test("are converted as the tag says", arguments: try RecordedTable.rows("converted"))
    func converted(_ row: RecordedRow) throws {
        #expect(outline(try load(row.input)) == row.expected)
    }

    @Test(
        "are errors at their place when the text does not fit",
        arguments: [
            ("!!int x", "'x' is not a whole number to base 10"),
            ("!!int 08", "'08' is not a whole number to base 8"),
            ("!!int ''", "'' is not a whole number to base 10"),
            ("!!int 1:-3", "'1:-3' is not a whole number to base 60"),
            ("0b_", "'0b_' is not a whole number to base 2"),
            ("0x_", "'0x_' is not a whole number to base 16"),
            ("!!float x", "could not convert text to a number: 'x'"),
            ("!!float 0x1p3", "could not convert text to a number: '0x1p3'"),
            ("!!float ''", "could not convert text to a number: ''"),
            ("!!bool maybe", "'maybe' is not a boolean"),
            ("!!timestamp soon", "'soon' is not a date"),
            ("!!binary a", "base64 data is incomplete"),
            ("!!int [1]", "expected a scalar node, but found sequence"),
            ("!!str {a: 1}", "expected a scalar node, but found mapping"),
            ("!!map x", "expected a mapping node, but found scalar"),
            ("!!map [x]", "expected a mapping node, but found sequence"),
            ("!!set x", "expected a mapping node, but found scalar"),
            ("!!seq x", "expected a sequence node, but found scalar"),
            ("!!seq {x: 1}", "expected a sequence node, but found mapping"),
            ("!!omap x", "expected a sequence, but found scalar"),
            ("!!pairs {x: 1}", "expected a sequence, but found mapping"),
            ("!foo x", "could not determine a constructor for the tag '!foo'"),
            ("!foo [x]", "could not determine a constructor for the tag '!foo'"),
            ("!!python/none x", "could not determine a constructor for the tag 'tag:yaml.org,2002:python/none'"),
        ]
    )
    func refused(text: String, message: String) throws {
        let sample = Marked("ä: [1, ①\(text)]")
        let error = try #require(failure(sample.text))
        #expect(error.kind == .constructor)
        #expect(error.message == message)
        #expect(error.position == sample["①"])
    }
}
