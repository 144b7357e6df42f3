import Diagnostics
import JSON
import ManifestEngine
import ManifestEngineTesting
import Testing

@Suite("DefaultPaginator")
struct DefaultPaginatorTests {
    static func yaml(_ options: String, strategy: String = "{type: PageIncrement, page_size: 50}") -> String {
        "pagination_strategy: \(strategy)\n\(options)"
    }

    static let size = "page_size_option: {inject_into: request_parameter, field_name: size}"

    @Test(
        "puts token and size where the options say, the token first",
        arguments: [
            (
                "page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: page}", 3,
                #"{"page":3,"size":50} {} {} {} -"#
            ),
            (
                "page_token_option: {type: RequestOption, inject_into: header, field_name: X-Page}", 3,
                #"{"size":50} {"X-Page":3} {} {} -"#
            ),
            (
                "page_token_option: {type: RequestOption, inject_into: body_data, field_name: page}", 3,
                #"{"size":50} {} {"page":3} {} -"#
            ),
            (
                "page_token_option: {type: RequestOption, inject_into: body_json, field_path: [a, b]}", 3,
                #"{"size":50} {} {} {"a":{"b":3}} -"#
            ),
            ("page_token_option: {type: RequestPath}", "/p2", #"{"size":50} {} {} {} /p2"#),
            ("page_token_option: {type: RequestPath}", nil, #"{"size":50} {} {} {} -"#),
            ("{}", 3, #"{"size":50} {} {} {} -"#),
        ] as [(String, JSONValue?, String)]
    )
    func parts(_ option: String, _ token: JSONValue?, _ expected: String) throws {
        let options = option == "{}" ? Self.size : "\(option)\n\(Self.size)"
        let (parts, path) = try DefaultPaginator(fields: Self.yaml(options)).requestParts(for: token, in: .testing())
        let all = [parts.parameters, parts.headers, parts.bodyData, parts.bodyJSON].map { JSONValue.object($0).text }
        #expect((all + [path ?? "-"]).joined(separator: " ") == expected)
    }

    @Test("a page size of 0 is not sent")
    func noSize() throws {
        let text = Self.yaml(Self.size, strategy: "{type: OffsetIncrement, page_size: \"{{ 1 - 1 }}\"}")
        #expect(try DefaultPaginator(fields: text).requestParts(for: nil, in: .testing()).parts.parameters.isEmpty)
    }

    @Test(
        "options that cannot work are faults",
        arguments: [
            (yaml(size, strategy: "{type: PageIncrement}"), ["'page_size_option' needs a page size"]),
            (
                yaml(size, strategy: "{type: PageIncrement, page_size: 0}"),
                ["'page_size_option' needs a page size other than 0"]
            ),
            (
                yaml(
                    "page_token_option: {type: RequestOption, inject_into: request_parameter, field_name: size}\n\(size)"
                ),
                ["token and page size go to the same place in the request"]
            ),
            (
                yaml("page_token_option: {type: RequestOption, inject_into: header, field_name: size}\n\(size)"), []
            ),
        ] as [(String, [String])]
    )
    func faults(_ yaml: String, _ expected: [String]) throws {
        #expect(try DefaultPaginator.diagnostics(yaml: yaml).map(\.message) == expected)
    }
}
