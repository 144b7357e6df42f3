import TestSupport
import Testing

/// Templates as public manifests have them, in each kind of field, with the results of the reference.
@Suite("Templates of public manifests")
struct PublicTemplatesTests {
    @Test("string fields", arguments: try RecordedTable.rows("fields"))
    func fields(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.string) }

    @Test("conditions", arguments: try RecordedTable.rows("conditions"))
    func conditions(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.condition) }

    @Test("parameters, headers and forms", arguments: try RecordedTable.rows("requestParts"))
    func requestParts(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.requestPart) }

    @Test("JSON bodies", arguments: try RecordedTable.rows("bodyParts"))
    func bodyParts(_ row: RecordedRow) throws { try TemplateSample.expect(row, \.bodyPart) }
}
