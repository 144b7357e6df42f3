import Diagnostics
import HTTP
import JSON
import Jinja
import Manifest
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("HttpRequester: hosts")
struct HttpRequesterHostsTests {
    private static let config = #"{"host":"https://api.com/v1","region":"eu"}"#
    private static let slice = StreamSlice(
        partition: ["url": "https://evil.org/x", "id": "7", "up": "//evil.org/x", "region": "us"]
    )

    /// The address that a signed request goes to; throws when it goes nowhere.
    private func address(_ yaml: String, token: String? = nil, allowed: [String] = []) throws -> String {
        let context = try RunContext.sample(config: Self.config, allowed: allowed)
        let scope = context.makeScope()
        scope.setSlice(.object(SliceObject(Self.slice)))
        return try HttpRequester(fields: yaml).request(
            in: scope,
            pathToken: token,
            credentials: RequestParts(authorization: "Bearer x"),
            injected: RequestParts(),
            context: context
        ).url
    }

    @Test(
        "signs requests to the hosts that manifest and configuration name",
        arguments: [
            ("{url: https://api.com/v1, path: items}", nil), ("{url: '{{ config.host }}', path: items}", nil),
            ("{url: 'https://{{ config.region }}.api.com', path: items}", nil),
            ("{url: 'https://api.com/{{ stream_slice.id }}', path: items}", nil),
            ("{url: 'https://api.com/{{ stream_slice[\"id\"] }}', path: '{{ stream_slice.id }}'}", nil),
            ("{url: https://api.com, path: 'https://files.api.org/{{ stream_slice.id }}'}", nil),
            ("{url: 'https://{{ stream_slice.region }}.api.com', path: items}", nil),
            ("{url: https://api.com/v1, path: '{{ stream_slice.up }}'}", nil),
            ("{url: https://api.com/v1, path: items}", "https://api.com/v1/items?page=2"),
            ("{url: https://api.com/v1, path: items}", "/items?page=2"),
            ("{url: 'https://API.com:443', path: items}", "https://api.com/items?page=2"),
            ("{url: 'http://api.com', path: items}", "https://api.com/items?page=2"),
        ]
    )
    func named(_ yaml: String, _ token: String?) throws {
        #expect(throws: Never.self) { try address(yaml, token: token) }
    }

    @Test(
        "signs none to a host that only a response or a record names",
        arguments: [
            ("{url: https://api.com/v1, path: items}", "https://evil.org/items?page=2"),
            ("{url: https://api.com/v1, path: items}", "//evil.org/items"),
            ("{url: https://api.com/v1, path: items}", "http://api.com/v1/items?page=2"),
            ("{url: https://api.com/v1, path: items}", "https://api.com:8443/v1/items"),
            ("{url: https://api.com/v1, path: items}", "https://api.com@evil.org/"),
            ("{url: https://api.com/v1, path: items}", "https://api.com.evil.org/"),
            ("{url: https://api.com/v1, path: items}", "HTTPS://EVIL.ORG/"),
            ("{url: 'https://api.com/{{ config.region }}', path: items}", "https://evil.org/"),
            ("{url: '{{ stream_slice.url }}'}", nil), ("{url: '{{ stream_slice.url }}', path: items}", nil),
            ("{url: https://api.com/v1, path: '{{ stream_slice.url }}'}", nil),
            ("{url: 'https://api.com.{{ stream_slice.region }}'}", nil),
            ("{url: 'https://{{ stream_slice.url[8:16] }}/.api.com'}", nil),
        ]
    )
    func foreign(_ yaml: String, _ token: String?) throws {
        let failure = try #require(#expect(throws: EngineFailure.self) { try address(yaml, token: token) })
        #expect(failure.type == .config)
        #expect(failure.message.contains("--allow-host"))
    }

    @Test("signs those to allowed hosts")
    func allowed() throws {
        let yaml = "{url: https://api.com/v1, path: items}"
        let token = "https://evil.org/items?page=2"
        #expect(try address(yaml, token: token, allowed: ["evil.org"]) == token)
        #expect(throws: EngineFailure.self) { try address(yaml, token: token, allowed: ["*.evil.org"]) }
    }
}
