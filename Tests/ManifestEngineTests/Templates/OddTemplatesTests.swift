import TestSupport
import Testing

/// Templates that are hard to get right, in each kind of field, with the results of the reference.
@Suite("Odd templates")
struct OddTemplatesTests {
    @Test("strings that read as literals, or nearly so", arguments: try RecordedTable.rows("literals"))
    func literals(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("values of all types", arguments: try RecordedTable.rows("values"))
    func values(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("what is not there", arguments: try RecordedTable.rows("undefined"))
    func undefined(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("members, methods and operators", arguments: try RecordedTable.rows("members"))
    func members(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("slices", arguments: try RecordedTable.rows("slices"))
    func slices(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("headers", arguments: try RecordedTable.rows("headers"))
    func headers(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("white space and syntax", arguments: try RecordedTable.rows("syntax"))
    func syntax(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("statements, filters and tests", arguments: try RecordedTable.rows("statements"))
    func statements(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("dates and functions", arguments: try RecordedTable.rows("dates"))
    func dates(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("values that must have a type", arguments: try RecordedTable.rows("typed"))
    func typed(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("conditions", arguments: try RecordedTable.rows("conditions"))
    func conditions(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.condition) }

    @Test("parameters, headers and forms", arguments: try RecordedTable.rows("requestParts"))
    func requestParts(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.requestPart) }

    @Test("JSON bodies", arguments: try RecordedTable.rows("bodyParts"))
    func bodyParts(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.bodyPart) }
}
