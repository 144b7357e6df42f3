import Jinja
import Testing

/// The types an evaluated literal may have, with the results of the reference.
@Suite("Value types")
struct ValueTypesTests {
    @Test(
        "keeps text where the literal has another type",
        arguments: [
            ("{{ record.num }}", "string", "'1.10'"), ("{{ record.num }}", "number", "1.1"),
            ("{{ record.num }}", "integer", "'1.10'"), ("{{ record.n }}", "string", "'5'"),
            ("{{ record.n }}", "integer", "5"), ("{{ record.n }}", "number", "'5'"),
            ("{{ record.t }}", "integer", "True"),
            ("{{ record.t }}", "boolean", "True"), ("{{ record.t }}", "string", "'True'"),
            ("true", "boolean", "'true'"),
            ("{{ record.nul }}", "string", "'None'"), ("'x'", "string", "'x'"), ("{{ record.f }}", "number", "1.5"),
            ("{{ record.l }}", "string", "'[3, 1, 2]'"),
            ("{{ record.d }}", "integer", "\"{'a': 1, 'b': {'c': [1, 2, {'x': 'y'}]}}\""),
            ("{{ record.s }}", "integer", "'hello World'"), ("{{ record.e }}", "string", "''"),
        ]
    )
    func types(template: String, name: String, answer: String) throws {
        let types = try #require(ValueTypes(valueType: name))
        #expect(Sample.answer(template, types: types) == answer)
    }

    @Test("knows the names of a manifest only", arguments: ["array", "object", "", "String"])
    func unknown(name: String) { #expect(ValueTypes(valueType: name) == nil) }
}
