import Diagnostics
import HTTP
import JSON
import Jinja
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("HttpRequester")
struct HttpRequesterTests {
    static let config = #"{"k":"v","n":5,"l":[1,2],"e":"","z":null}"#

    private func scope() throws -> Scope {
        try .testing(
            config: Self.config,
            slice: StreamSlice(partition: ["id": 7]),
            variables: ["next_page_token": "null"]
        )
    }

    /// Method, address, headers and body of the request that a requester makes.
    private func request(
        _ yaml: String,
        token: String? = nil,
        credentials: RequestParts = RequestParts(),
        injected: RequestParts = RequestParts()
    ) throws -> String {
        let made = try HttpRequester(fields: yaml).request(
            in: scope(),
            pathToken: token,
            credentials: credentials,
            injected: injected,
            context: .sample()
        )
        let headers = made.headers.fields.map { "\n\($0.name): \($0.value)" }.joined()
        let body = made.body.map { "\n\n" + String(decoding: $0, as: UTF8.self) } ?? ""
        return "\(made.method) \(made.url)\(headers)\(body)"
    }

    @Test(
        "makes the address of base, path and token",
        arguments: [
            ("{url_base: http://h/v1, path: /items}", nil, "http://h/v1/items"),
            ("{url_base: http://h/v1/, path: //items/}", nil, "http://h/v1/items/"),
            ("{url: http://h/v1/items}", nil, "http://h/v1/items"),
            ("{url: http://h/v1, path: x}", nil, "http://h/v1/x"),
            ("{url: http://u, url_base: http://h, path: x}", nil, "http://h/x"),
            ("{url_base: http://h/v1, path: \"{{ stream_slice['id'] }}/{{ config.k }}\"}", nil, "http://h/v1/7/v"),
            ("{url_base: http://h/v1, path: \"r/{{ config.e }}/end\"}", nil, "http://h/v1/r/end"),
            ("{url_base: http://h/v1, path: \"{{ config.e }}/{{ config.z }}//\"}", nil, "http://h/v1/None/"),
            ("{url_base: http://h/v1, path: items}", "a//b/", "http://h/v1/a/b/"),
            ("{url_base: http://h/v1, path: items}", "/p2", "http://h/p2"),
            ("{url_base: http://h/v1, path: items}", "p2", "http://h/v1/p2"),
            ("{url_base: http://h/v1, path: items}", "http://o/x?c=1", "http://o/x?c=1"),
            ("{url_base: http://h/v1, path: items}", "?c=3", "http://h/v1/?c=3"),
        ] as [(String, String?, String)]
    )
    func address(_ yaml: String, _ token: String?, _ expected: String) throws {
        #expect(try request(yaml, token: token) == "GET \(expected)")
    }

    @Test(
        "evaluates parameters; only text and lists are taken",
        arguments: [
            ("5", "?k=5"), ("True", "?k=True"), ("", ""), ("{{ config['x'] }}", ""),
            ("{{ config.get('x') }}", "?k=None"),
            ("{{ [1,2] }}", "?k=1&k=2"), ("['a','b c']", "?k=a&k=b+c"), ("[]", ""),
            ("{'a': 1}", "?k=%7B%27a%27%3A+1%7D"), ("'quoted'", "?k=quoted"), ("007", "?k=007"), ("1_000", "?k=1_000"),
            ("{{ config['l'] }}", "?k=1&k=2"), ("{{ next_page_token }}", "?k=None"),
            ("{{ next_page_token['next_page_token'] }}", ""),
        ]
    )
    func parameters(_ value: String, _ query: String) throws {
        let made = try request("{url: http://h/a, request_parameters: {k: \"\(value)\"}}")
        #expect(made == "GET http://h/a\(query)")
    }

    @Test(
        "evaluates headers and prints what they are",
        arguments: [
            ("5", "\nH: 5"), ("True", "\nH: True"), ("[1, 2]", "\nH: [1, 2]"), ("", ""), ("{{ config.get('x') }}", ""),
            ("'q'", "\nH: q"), ("1e5", "\nH: 100000.0"), ("0123", "\nH: 0123"),
        ]
    )
    func headers(_ value: String, _ expected: String) throws {
        let made = try request("{url: http://h/a, request_headers: {H: \"\(value)\"}}")
        #expect(made == "GET http://h/a\(expected)")
    }

    @Test("keys are templates too")
    func keys() throws {
        let made = try request(
            "{url: http://h/a, request_parameters: {\"{{ config.k }}\": a}, request_headers: {\"{{ config.k }}\": b}}"
        )
        #expect(made == "GET http://h/a?v=a\nv: b")
    }

    @Test(
        "writes bodies, on GET too",
        arguments: [
            ("request_body_data: {a: \"ä b\", b: \"[1, 2]\", c: \"\"}", "form", "a=%C3%A4+b&b=1&b=2"),
            ("request_body_data: \"k={{ config['n'] }}\"", "", "k=5"),
            ("request_body_data: \"5\"", "", nil),
            (
                "request_body_json: {a: \"5\", b: \"True\", c: \"\", d: \"None\", e: x}", "json",
                #"{"a": 5, "b": true, "e": "x"}"#
            ),
            (
                "request_body_json: {a: {b: null, c: [\"\", null, \"5\"]}, n: 1, t: true}", "json",
                #"{"a": {"c": [null, null, 5]}, "n": 1, "t": true}"#
            ),
            ("request_body_json: {a: \"ä\\u007f\"}", "json", #"{"a": "\u00e4\u007f"}"#),
            ("request_body_json: \"{'a': {{ config['n'] }}}\"", "json", #"{"a": 5}"#),
            ("request_body_json: {}", "", nil),
        ] as [(String, String, String?)]
    )
    func bodies(_ body: String, _ kind: String, _ expected: String?) throws {
        let types = ["form": "application/x-www-form-urlencoded", "json": "application/json"]
        let header = types[kind].map { "\nContent-Type: \($0)" } ?? ""
        let made = try request("url: http://h/a\n\(body)")
        #expect(made == "GET http://h/a\(header)\(expected.map { "\n\n" + $0 } ?? "")")
    }

    @Test("keeps the order of its own parts, the credentials and what is injected")
    func order() throws {
        var credentials = RequestParts()
        credentials.parameters = ["key": "K"]
        credentials.headers = ["Authorization": "A"]
        var injected = RequestParts()
        injected.parameters = ["page": 2]
        let yaml = "{url: http://h/a, http_method: POST, request_parameters: {x: y}, request_headers: {h: i}}"
        let made = try request(yaml, credentials: credentials, injected: injected)
        #expect(made == "POST http://h/a?x=y&key=K&page=2\nh: i\nAuthorization: A")
    }

    @Test(
        "what cannot be one request fails",
        arguments: [
            ("{url: http://h, request_parameters: {a: \"1\"}}", #"{"a":"1"}"#, "{}"),
            ("{url: http://h}", #"{"a":{"b":1}}"#, "{}"),
            ("{url: http://h, request_body_data: text}", "{}", #"{"a":1}"#),
            ("{url: http://h, request_body_json: {a: b}}", "{}", #"{"c":1}"#),
            ("{url: http://h, request_body_json: \"{\\\"a\\\": true}\"}", "{}", "{}"),
        ]
    )
    func failures(_ yaml: String, _ parameters: String, _ form: String) throws {
        var injected = RequestParts()
        injected.parameters = try #require(JSONValue(parsing: parameters).object)
        injected.bodyData = try #require(JSONValue(parsing: form).object)
        #expect(throws: EngineFailure.self) { try request(yaml, injected: injected) }
    }

    @Test(
        "a number that JSON cannot hold fails and is named, wherever it is",
        arguments: [
            ("request_body_json: {a: x, b: \"1e400\"}", "'b' is Infinity"),
            ("request_body_json: {a: [x, {b: \"-1e400\"}]}", "'a[1].b' is -Infinity"),
            ("request_body_json: {a: \"[1, 1e999]\"}", "'a[1]' is Infinity"),
            ("request_body_json: \"{'a': 1e400}\"", "'a' is Infinity"),
            ("request_body_json: {a: .inf, b: .nan}", "'a' is Infinity"),
            (
                "request_body: {type: RequestBodyJsonObject, value: {a: \"{{ 1e400 }}\", b: \"{{ '1e400' }}\"}}",
                "'b' is Infinity"
            ),
            (
                "request_body: {type: RequestBodyGraphQL, value: {query: q, variables: {v: \"9e999\"}}}",
                "'variables.v' is Infinity"
            ),
        ]
    )
    func infinite(_ body: String, _ expected: String) {
        let failure = #expect(throws: EngineFailure.self) { try request("url: http://h/a\n\(body)") }
        #expect(failure?.message.contains(expected) == true, "\(failure?.message ?? "no failure")")
    }

    @Test("hands its own time limits to the transport")
    func timeouts() throws {
        let requester = try HttpRequester(
            fields: "{url: http://h, connect_timeout_in_seconds: 3, read_timeout_in_seconds: 1.5}"
        )
        let made = try requester.request(
            in: scope(),
            pathToken: nil,
            credentials: RequestParts(),
            injected: RequestParts(),
            context: .sample()
        )
        #expect(made.timeouts == HTTPTimeouts(connect: 3, read: 1.5))
    }

    @Test(
        "keeps responses for parents, unless told otherwise",
        arguments: [
            ("", false, false), ("", true, true), ("use_cache: false", true, false), ("use_cache: true", false, true),
        ]
    )
    func cache(_ line: String, _ isParent: Bool, _ expected: Bool) throws {
        let requester = try HttpRequester(fields: "url: http://h\n\(line)", stream: "s", parents: isParent ? ["s"] : [])
        #expect(requester.usesCache == expected)
    }

    @Test(
        "faults that concern several fields",
        arguments: [
            ("path: x", "HttpRequester needs 'url' or 'url_base'"),
            (
                "{url: http://h, request_body_json: {a: b}, request_body_data: {a: b}}",
                "a request has one body: request_body_data and request_body_json"
            ),
            ("{url: http://h, http_method: PUT}", "'http_method' must be one of GET, POST, found 'PUT'"),
        ]
    )
    func faults(_ yaml: String, _ expected: String) throws {
        #expect(try HttpRequester.diagnostics(yaml: yaml).map(\.message) == [expected])
    }
}
