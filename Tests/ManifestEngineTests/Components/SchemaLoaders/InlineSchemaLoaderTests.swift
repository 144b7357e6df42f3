import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("InlineSchemaLoader")
struct InlineSchemaLoaderTests {
    @Test(
        "takes the schema as it is, templates and parameters left alone",
        arguments: [
            ("{}", "{}"),
            (
                "schema: {type: object, properties: {a: {type: string, default: \"{{ config.x }}\"}}}",
                #"{"type":"object","properties":{"a":{"type":"string","default":"{{ config.x }}"}}}"#
            ),
            (
                "$parameters: {name: n}\nschema: {type: [object, \"null\"], properties: {type: {type: string}}}",
                #"{"type":["object","null"],"properties":{"type":{"type":"string"}}}"#
            ),
        ]
    )
    func schema(_ yaml: String, _ expected: String) throws {
        #expect(
            JSONValue.object(
                try InlineSchemaLoader(fields: yaml).schema(of: "items", in: StreamSample.run(StubTransport([])))
            ).text == expected
        )
    }
}
