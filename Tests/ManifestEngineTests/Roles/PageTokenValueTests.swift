import JSON
import Jinja
import Manifest
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

/// What templates see of `next_page_token`.
@Suite struct PageTokenValueTests {
    @Test(arguments: [
        ("{{ next_page_token['next_page_token'] }}", "t1"), ("{{ next_page_token.next_page_token }}", "t1"),
        ("{{ next_page_token.get('next_page_token') }}", "t1"), ("{{ next_page_token.get('x', 'none') }}", "none"),
        ("{{ next_page_token is mapping }}", "True"), ("{{ next_page_token | length }}", "1"),
        ("{{ 'next_page_token' in next_page_token }}", "True"), ("{{ next_page_token }}", "{'next_page_token': 't1'}"),
        ("{{ next_page_token.items() | list }}", "[('next_page_token', 't1')]"),
        ("{{ next_page_token == {'next_page_token': 't1'} }}", "True"),
        ("{{ next_page_token | tojson }}", "{'next_page_token': 't1'}"),
        ("{{ dict(next_page_token, a=1) }}", "{'next_page_token': 't1', 'a': 1}"),
    ])
    func readsAsAMapping(template: String, expected: String) throws {
        #expect(try text(template, "t1") == expected)
    }

    @Test(arguments: [
        ("{{ next_page_token }}", "None"), ("{{ next_page_token is none }}", "True"),
        ("{{ next_page_token['next_page_token'] }}", ""),
    ])
    func isNoneOnTheFirstPage(template: String, expected: String) throws {
        #expect(try text(template, nil) == expected)
    }

    private func text(_ template: String, _ token: JSONValue?) throws -> String {
        let scope = try Scope.testing()
        scope[.nextPageToken] = PageTokenValue.make(token)
        return try TemplateText(template).text(in: scope)
    }
}
