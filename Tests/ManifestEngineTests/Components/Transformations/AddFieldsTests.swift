import JSON
import Manifest
import ManifestEngine
import ManifestEngineTesting
import TestSupport
import Testing

@Suite("AddFields")
struct AddFieldsTests {
    /// A field of the YAML under test: path and value as flow YAML, and further lines.
    static func yaml(_ path: String, _ value: String, _ rest: String = "") -> String {
        "fields: [{path: \(path), value: \"\(value)\"\(rest)}]"
    }

    @Test("writes values where the path says", arguments: try RecordedTable.rows("value"))
    func value(_ row: RecordedRow) throws {
        let result = try AddFields(fields: row.argument).result(
            for: row.input,
            config: #"{"c":"-"}"#,
            slice: StreamSlice(partition: ["s": "x"])
        )
        #expect(result == row.expected)
    }

    @Test("takes only literals of value_type", arguments: try RecordedTable.rows("valueType"))
    func valueType(_ row: RecordedRow) throws {
        #expect(try AddFields(fields: row.argument).result(for: row.input) == row.expected)
    }

    @Test("asks the condition after the value is known", arguments: try RecordedTable.rows("condition"))
    func condition(_ row: RecordedRow) throws {
        #expect(try AddFields(fields: row.argument).result(for: row.input) == row.expected)
    }

    @Test("later fields read what earlier ones wrote, and the parameters of the transformation")
    func order() throws {
        let fields = try AddFields(
            fields: """
                $parameters: {p: P}
                fields:
                  - {path: [a], value: "6"}
                  - {path: [b], value: "{{ record.a * 2 }}{{ parameters.p }}"}
                """
        )
        #expect(try fields.result(for: #"{"x":1}"#) == #"{"x":1,"a":6,"b":"12P"}"#)
    }

    @Test("an undefined value in the middle of a path fails the stream")
    func undefined() throws {
        let fields = try AddFields(fields: Self.yaml("[a]", "{{ record.y.z }}"))
        #expect(throws: TemplateFailure.self) { try fields.result(for: #"{"x":1}"#) }
    }
}
