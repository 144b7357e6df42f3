import JSON
import Jinja
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("PageIncrement")
struct PageIncrementTests {
    @Test(
        "numbers pages until one is short or empty",
        arguments: [
            ("page_size: 100", 100, nil, 1), ("page_size: 100", 100, 4, 5),
            ("page_size: 100", 101, 4, 5), ("page_size: 100", 99, 4, nil), ("page_size: 100", 0, nil, nil),
            ("start_from_page: 1", 1, nil, 2), ("start_from_page: 1", 0, nil, nil), ("{}", 1, 7, 8),
            ("page_size: 0", 1, 1, 2), ("page_size: \"2\"", 1, 1, nil), ("page_size: \"{{ config['n'] }}\"", 3, 1, 2),
            ("page_size: \"{{ config['n'] }}\"", 2, 1, nil),
            ("{}", 1, .integer(.max), .bigInteger("9223372036854775808")),
            ("start_from_page: 99999999999999999999", 1, nil, .bigInteger("100000000000000000000")),
        ] as [(String, Int, JSONValue?, JSONValue?)]
    )
    func next(_ yaml: String, _ count: Int, _ previous: JSONValue?, _ expected: JSONValue?) throws {
        let strategy = try PageIncrement(fields: yaml)
        let scope = try Scope.testing(config: #"{"n":3}"#)
        #expect(
            try strategy.token(after: PageSummary(extractedCount: count), previous: previous, in: scope) == expected
        )
    }

    @Test(
        "the first request has a number only when told so",
        arguments: [
            ("{}", nil), ("inject_on_first_request: true", 0), ("start_from_page: 3", nil),
            ("{start_from_page: 3, inject_on_first_request: true}", 3),
        ] as [(String, JSONValue?)]
    )
    func first(_ yaml: String, _ expected: JSONValue?) throws {
        #expect(try PageIncrement(fields: yaml).initialToken(in: .testing()) == expected)
    }
}
