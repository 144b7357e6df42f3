import Diagnostics
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("DpathFlattenFields")
struct DpathFlattenFieldsTests {
    static let delete = "delete_origin_value: true"
    static let replace = "replace_record: true"
    static let prefix = "key_transformation: {type: KeyTransformation, prefix: p_}"
    static let record = #"{"id":1,"d":{"a":1,"n":{"x":1}}}"#

    @Test(
        "moves the members of the object up",
        arguments: [
            ("[d]", "", record, #"{"id":1,"d":{"a":1,"n":{"x":1}},"a":1,"n":{"x":1}}"#),
            ("[d]", delete, record, #"{"id":1,"a":1,"n":{"x":1}}"#),
            ("[d]", replace, record, #"{"a":1,"n":{"x":1}}"#),
            ("[d]", "\(replace)\n\(prefix)", record, #"{"p_a":1,"p_n":{"x":1}}"#),
            ("[d]", "", #"{"id":1,"d":{"id":2,"b":3}}"#, #"{"id":1,"d":{"id":2,"b":3}}"#),
            ("[d]", delete, #"{"id":1,"d":{"id":2,"b":3}}"#, #"{"id":1,"d":{"id":2,"b":3}}"#),
            ("[d, \"*\"]", "", #"{"d":{"e":{"b":3},"f":{"c":1}}}"#, #"{"d":{"e":{"b":3},"f":{"c":1}},"b":3}"#),
            ("[d, \"*\"]", delete, #"{"d":{"e":{"b":3},"f":{"c":1}}}"#, #"{"d":{},"b":3}"#),
            ("[d, \"?\"]", delete, #"{"d":{"e":{"b":3}}}"#, #"{"d":{},"b":3}"#),
            ("[d]", replace, #"{"id":1}"#, #"{"id":1}"#),
            ("[d]", "", #"{"id":1,"d":[1]}"#, #"{"id":1,"d":[1]}"#),
            ("[d, \"0\"]", delete, #"{"d":[{"q":1},{"z":1}]}"#, #"{"d":[null,{"z":1}],"q":1}"#),
            ("[d]", replace, #"{"id":1,"d":{}}"#, #"{"id":1,"d":{}}"#),
            ("[d]", delete, #"{"id":1,"d":{}}"#, #"{"id":1}"#),
            ("[]", "", record, record),
            ("[]", replace, record, "{}"),
            ("[]", "\(replace)\n\(prefix)", record, #"{"p_id":1,"p_d":{"a":1,"n":{"x":1}}}"#),
            ("[\"2020\"]", "", #"{"2020":{"a":1}}"#, #"{"2020":{"a":1}}"#),
            ("[\"'2020'\"]", delete, #"{"2020":{"a":1}}"#, #"{"a":1}"#),
            ("[d]", delete, #"{"d":{"d":1,"b":2}}"#, #"{"d":{"d":1,"b":2}}"#),
            ("[\"**\", a]", delete, #"{"d":{"a":{"q":1}},"e":2}"#, #"{"d":{},"e":2,"q":1}"#),
        ]
    )
    func move(_ path: String, _ options: String, _ record: String, _ expected: String) throws {
        let fields = try DpathFlattenFields(fields: "field_path: \(path)\n\(options)")
        #expect(try fields.result(for: record) == expected)
    }

    @Test(
        "several matches, and the deletion of an empty path, fail the stream",
        arguments: [("[d, \"?\"]", ""), ("[]", "\(delete)\n\(prefix)")]
    )
    func failure(_ path: String, _ options: String) throws {
        let fields = try DpathFlattenFields(fields: "field_path: \(path)\n\(options)")
        #expect(throws: EngineFailure.self) { try fields.result(for: #"{"d":{"e":{"b":3},"f":{"c":1}}}"#) }
    }
}
