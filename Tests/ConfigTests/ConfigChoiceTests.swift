import JSON
import Testing

@testable import Config

@Suite("ConfigChoice")
struct ConfigChoiceTests {
    private func choice(_ schemas: String) throws -> ConfigChoice? {
        ConfigChoice(among: try #require(try JSONValue(parsing: schemas).array))
    }

    @Test(
        "the first setting with a constant in every form",
        arguments: [
            (
                #"[{"properties": {"a": {}, "t": {"const": "x"}}, "required": ["t", "a"]}, {"properties": {"t": {"const": "y"}}}]"#,
                "t", #""x" (with a), or "y""#
            ),
            (
                #"[{"properties": {"t": {"enum": ["x", "z"]}}}, {"properties": {"t": {"const": 1}}}]"#, "t",
                #""x" or "z", or 1"#
            ),
        ]
    )
    func found(_ schemas: String, _ name: String, _ values: String) throws {
        let choice = try #require(try choice(schemas))
        #expect(choice.name == name)
        #expect(choice.values == values)
    }

    @Test(
        "no setting picks where one form has no constant, all have the same, or there is one form",
        arguments: [
            #"[{"properties": {"t": {"const": "x"}}}, {"properties": {"t": {}}}]"#,
            #"[{"properties": {"t": {"const": "x"}}}, {"properties": {"t": {"const": "x"}}}]"#,
            #"[{"properties": {"t": {"const": "x"}}}]"#, "[]", "[true, 5]",
            #"[{}, {"properties": {"t": {"const": "x"}}}]"#,
        ]
    )
    func none(_ schemas: String) throws { #expect(try choice(schemas) == nil) }
}
