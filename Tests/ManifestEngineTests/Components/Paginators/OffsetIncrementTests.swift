import JSON
import Jinja
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("OffsetIncrement")
struct OffsetIncrementTests {
    @Test(
        "grows by the records that came, until a page is short or empty",
        arguments: [
            ("page_size: 100", 100, nil, 100), ("page_size: 100", 120, 100, 220),
            ("page_size: 100", 99, 100, nil), ("page_size: 100", 0, nil, nil), ("{}", 7, 100, 107), ("{}", 0, 7, nil),
            ("page_size: \"{{ config['n'] }}\"", 3, 3, 6), ("page_size: \"{{ config['n'] }}\"", 2, 3, nil),
            ("page_size: \"{{ response['size'] }}\"", 4, nil, nil),
        ] as [(String, Int, JSONValue?, JSONValue?)]
    )
    func next(_ yaml: String, _ count: Int, _ previous: JSONValue?, _ expected: JSONValue?) throws {
        let strategy = try OffsetIncrement(fields: yaml)
        let scope = try Scope.testing(config: #"{"n":3}"#, variables: ["response": #"{"size":5}"#])
        #expect(
            try strategy.token(after: PageSummary(extractedCount: count), previous: previous, in: scope) == expected
        )
    }

    @Test(
        "the first request has an offset only when told so",
        arguments: [("{}", nil), ("inject_on_first_request: true", 0)] as [(String, JSONValue?)]
    )
    func first(_ yaml: String, _ expected: JSONValue?) throws {
        #expect(try OffsetIncrement(fields: yaml).initialToken(in: .testing()) == expected)
    }
}
