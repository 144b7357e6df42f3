import Diagnostics
import JSON
import Jinja
import Manifest
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("CursorPagination")
struct CursorPaginationTests {
    private func token(_ yaml: String, response: String = "{}", last: String? = nil) throws -> JSONValue? {
        let strategy = try CursorPagination(fields: yaml)
        let scope = try Scope.testing(variables: ["response": response])
        let record = try last.map { try Record(json: $0) }
        let page = PageSummary(extractedCount: 3, emittedCount: 2, lastRecord: record)
        return try strategy.token(after: page, previous: nil, in: scope)
    }

    @Test(
        "reads the token and stops at a value that is false",
        arguments: [
            (#"{"next":"abc"}"#, "abc"), (#"{"next":""}"#, nil), (#"{"next":null}"#, nil), ("{}", nil),
            (#"{"next":0}"#, nil), (#"{"next":7}"#, 7), (#"{"next":"1e3"}"#, 1000.0), (#"{"next":"007"}"#, "007"),
            (#"{"next":"None"}"#, nil), (#"{"next":[1]}"#, [1]), (#"{"next":"[1"}"#, "[1"),
        ] as [(String, JSONValue?)]
    )
    func value(_ response: String, _ expected: JSONValue?) throws {
        #expect(try token("cursor_value: \"{{ response['next'] }}\"", response: response) == expected)
    }

    @Test("a missing level in between fails the stream")
    func missingLevel() {
        #expect(throws: TemplateFailure.self) { try token("cursor_value: \"{{ response['a']['b'] }}\"") }
    }

    @Test(
        "asks the stop condition first; it sees the emitted records",
        arguments: [
            ("{{ not response.more }}", #"{"more":false}"#, nil), ("{{ not response.more }}", #"{"more":1}"#, "t"),
            ("{{ last_page_size == 2 }}", "{}", nil), ("{{ last_page_size < page_size }}", "{}", nil),
            ("{{ last_record['id'] == 9 }}", "{}", nil), ("{{ last_record['id'] == 8 }}", "{}", "t"),
            ("{{ response.a.b.c }}", "{}", "t"), ("", "{}", "t"),
        ] as [(String, String, JSONValue?)]
    )
    func stop(_ condition: String, _ response: String, _ expected: JSONValue?) throws {
        let yaml = "{cursor_value: t, page_size: 10, stop_condition: \"\(condition)\"}"
        #expect(try token(yaml, response: response, last: #"{"id":9}"#) == expected)
    }

    @Test(
        "reads records only when a template looks at them",
        arguments: [
            ("{cursor_value: \"{{ last_record.id }}\"}", true),
            ("{cursor_value: t, stop_condition: \"{{ last_page_size == 0 }}\"}", true),
            ("{cursor_value: \"{{ response.next }}\"}", false),
        ]
    )
    func readsRecords(_ yaml: String, _ expected: Bool) throws {
        #expect(try CursorPagination(fields: yaml).readsRecords == expected)
    }

    @Test(
        "reading page_size without one is a fault",
        arguments: [
            "{cursor_value: \"{{ page_size }}\"}",
            "{cursor_value: t, stop_condition: \"{{ last_page_size < page_size }}\"}",
        ]
    )
    func pageSize(_ yaml: String) throws {
        let found = try CursorPagination.diagnostics(yaml: yaml)
        #expect(found.map(\.message) == ["the template reads page_size, which is not set"])
    }
}
