import JSON
import Jinja
import Testing

/// Flat and nested mappings of templates.
@Suite("Interpolated mappings")
struct InterpolatedMappingTests {
    private static let mapping: JSONObject = [
        "a": "{{ record.n }}", "{{ record.s }}": "x", "c": 5, "d": [1, "{{ record.n }}"], "f": "{{ record.missing }}",
        "g": "{{ record.missing.x }}", "h": "5", "i": "{{ record.nul }}", "j": "{{ record.l }}", "5": "x",
    ]

    @Test(
        "evaluates keys as text and values by type",
        arguments: [
            (
                ValueTypes.any,
                "{'a': 5, 'hello World': 'x', 'c': 5, 'd': [1, '{{ record.n }}'], 'f': None, 'g': None, 'h': 5, "
                    + "'i': None, 'j': [3, 1, 2], '5': 'x'}"
            ),
            (
                ValueTypes.requestPart,
                "{'a': '5', 'hello World': 'x', 'c': 5, 'd': [1, '{{ record.n }}'], 'f': None, 'g': None, 'h': '5', "
                    + "'i': 'None', 'j': [3, 1, 2], '5': 'x'}"
            ),
        ]
    )
    func flat(types: ValueTypes, outcome: String) throws {
        let mapping = try InterpolatedMapping(Self.mapping, vocabulary: .sample)
        let result = try mapping.evaluate(in: Sample.scope(), valueTypes: types)
        #expect(Value.dict(DictObject(result)).represented == outcome)
    }

    @Test("drops nulls of nested mappings but not of lists, and evaluates keys freely")
    func nested() throws {
        let tree: JSONValue = [
            "a": ["b": "{{ record.missing }}", "c": [.null, "{{ record.nul }}", "{{ record.t }}"], "1": "1"],
            "{{ record.n }}": ["x": .null], "s": "'x'", "z": "{{ 1.5 }}",
        ]
        let result = try InterpolatedNestedMapping(tree, vocabulary: .sample).evaluate(in: Sample.scope())
        #expect(result.represented == "{'a': {'c': [None, None, True], 1: 1}, 5: {}, 's': 'x', 'z': 1.5}")
    }

    @Test("lets other errors pass")
    func errors() throws {
        let mapping = try InterpolatedMapping(["a": "{{ 1 / 0 }}"], vocabulary: .sample)
        #expect(throws: TemplateError.self) { try mapping.evaluate(in: Sample.scope()) }
    }
}
