import JSON
import Testing

@Suite("engine schema", .timeLimit(.minutes(1)))
struct SchemaCommandTests {
    @Test("prints the language as one JSON document")
    func document() async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["schema"])
            #expect(result.exit == 0)
            let schema = try JSONValue(parsing: result.output)
            #expect(schema["$schema"] == "http://json-schema.org/draft-07/schema#")
            #expect(schema["definitions"]?["PageIncrement"]?["properties"]?["page_size"] != nil)
        }
    }
}
