import Diagnostics
import Testing

@testable import HTTP

@Suite("CredentialHosts")
struct CredentialHostsTests {
    private static func hosts(_ allowed: [String] = [], named: [String] = []) -> CredentialHosts {
        let hosts = CredentialHosts(
            allowed: allowed.compactMap { try? AllowedHost($0) },
            secrets: SecretMask(["s3cret/1"])
        )
        hosts.name { named }
        return hosts
    }

    private static func request(
        _ url: String,
        headers: [(String, String)] = [],
        body: String? = nil,
        places: [String] = []
    ) -> HTTPRequest {
        let body = body.map { Array($0.utf8) }
        var request = HTTPRequest(method: "GET", url: url, headers: HTTPHeaderList(headers), body: body)
        request.credentials.headers = places
        return request
    }

    // MARK: Origins

    @Test(
        "credentials stay with scheme, host and port",
        arguments: [
            ("https://a.com/x", "https://a.com/z", true), ("https://a.com/x", "https://b.com/z", false),
            ("https://a.com/x", "https://a.com:8443/z", false), ("https://a.com/x", "https://a.com:443/z", true),
            ("https://a.com/x", "http://a.com/z", false), ("http://a.com/x", "https://a.com/z", true),
            ("http://a.com:8080/x", "https://a.com/z", false), ("https://A.com/x", "https://a.COM./z", true),
            ("https://a.com/x", "https://a.com@b.com/", false), ("https://a.com/x", "https://a.com.b.org/", false),
            ("https://a.com/x", "https://b.com#@a.com/", false),
            ("https://a.com/x", "https://b.com/?https://a.com/", false),
            ("https://.a.com/x", "https://eu.a.com/z", true), ("https://.a.com/x", "https://eu-a.com/z", false),
            ("http://127.0.0.1:1/x", "http://127.0.0.1:2/z", false),
            ("http://localhost:1", "http://127.0.0.1:1", false),
        ]
    )
    func origins(from: String, to: String, keeps: Bool) throws {
        let (old, new) = try (#require(AddressOrigin(from)), #require(AddressOrigin(to)))
        #expect(new.receives(from: old) == keeps)
        let request = Self.request(to, headers: [("Authorization", "x")])
        if keeps {
            try Self.hosts().check(request, own: [from])
        } else {
            #expect(throws: EngineFailure.self) { try Self.hosts().check(request, own: [from]) }
        }
    }

    // MARK: Requests

    @Test(
        "requests with credentials, wherever they are, go to named hosts only",
        arguments: [
            request("https://b.com", headers: [("authorization", "Bearer x")]),
            request("https://b.com", headers: [("X-Api-Key", "x")]),
            request("https://b.com", headers: [("Cookie", "x")]),
            request("https://b.com", headers: [("X-Own", "x")], places: ["x-own"]),
            request("https://b.com", headers: [("X-Own", "a s3cret/1")]), request("https://b.com?k=s3cret%2f1"),
            request("https://b.com", body: "{\"k\": \"s3cret\\/1\"}"),
        ]
    )
    func credentials(_ request: HTTPRequest) throws {
        let failure = try #require(
            #expect(throws: EngineFailure.self) { try Self.hosts().check(request, own: ["https://a.com/v1"]) }
        )
        #expect(failure.type == .config)
        for text in ["b.com", "a.com", "--allow-host b.com"] { #expect(failure.message.contains(text)) }
        try Self.hosts(["b.com"]).check(request, own: ["https://a.com/v1"])
        try Self.hosts(["*.b.com", "b.com"]).check(request, own: [])
        try Self.hosts(named: ["https://b.com/v2"]).check(request, own: ["https://a.com/v1"])
    }

    @Test("requests without credentials go where they are sent")
    func plain() throws {
        let request = Self.request("https://b.com/x?page=2", headers: [("Accept", "a/b")], body: "{}")
        try Self.hosts().check(request, own: ["https://a.com"])
    }

    @Test("names schemes where only they differ, and how to allow that")
    func downgrade() throws {
        let request = Self.request("http://a.com/2", headers: [("Authorization", "x")])
        let failure = try #require(
            #expect(throws: EngineFailure.self) { try Self.hosts(["a.com"]).check(request, own: ["https://a.com"]) }
        )
        for text in ["http://a.com", "https://a.com", "--allow-host http://a.com"] {
            #expect(failure.message.contains(text))
        }
        try Self.hosts(["http://a.com"]).check(request, own: ["https://a.com"])
    }

    // MARK: Redirects

    private static func redirected(
        _ hosts: CredentialHosts,
        to url: String = "https://b.com/z",
        headers: [(String, String)] = [],
        body: String? = nil,
        places: [String] = []
    ) throws -> HTTPRequest {
        let old = request("https://a.com/x", headers: headers, body: body, places: places)
        var next = old
        next.url = url
        next.isRedirected = true
        return try hosts.redirected(next, from: old)
    }

    @Test("a redirect to another host loses the headers that name a user or a session")
    func dropped() throws {
        let headers = [("Authorization", "x"), ("cookie", "c"), ("Accept", "a/b")]
        #expect(try Self.redirected(Self.hosts(), headers: headers).headers.fields.map(\.name) == ["Accept"])
        let named = Self.hosts(named: ["https://b.com"])
        #expect(try Self.redirected(named, headers: headers).headers.fields.map(\.name) == ["Accept"])
        #expect(try Self.redirected(Self.hosts(["b.com"]), headers: headers).headers.fields.count == 3)
        #expect(try Self.redirected(Self.hosts(), to: "https://a.com/z", headers: headers).headers.fields.count == 3)
    }

    @Test("a redirect that takes a key, a secret or a signed body along is refused")
    func refused() throws {
        for hosts in [Self.hosts(), Self.hosts(["c.com"], named: ["https://c.com"])] {
            let attempts: [() throws -> HTTPRequest] = [
                { try Self.redirected(hosts, headers: [("X-Api-Key", "x")]) },
                { try Self.redirected(hosts, headers: [("X-Own", "x")], places: ["X-Own"]) },
                { try Self.redirected(hosts, headers: [("X-Own", "s3cret/1")]) },
                { try Self.redirected(hosts, to: "https://b.com/?key=s3cret/1") },
                { try Self.redirected(hosts, to: "http://a.com/", headers: [("X-Own", "s3cret/1")]) },
                { try Self.redirected(hosts, body: "k=s3cret%2F1") },
                { try Self.redirected(hosts, headers: [("Authorization", "x")], body: "{}") },
            ]
            for attempt in attempts {
                let error = try #require(#expect(throws: TransportError.self) { try attempt() })
                #expect(error.kind == .foreignHost)
                #expect(error.message.contains("a.com redirects to") && error.message.contains("--allow-host"))
            }
        }
    }

    @Test("a redirect to a named or allowed host takes all else along")
    func kept() throws {
        for hosts in [Self.hosts(["b.com"]), Self.hosts(named: ["https://b.com/v1"])] {
            let next = try Self.redirected(hosts, headers: [("X-Api-Key", "s3cret/1")], body: "{}")
            #expect(next.headers["X-Api-Key"] == "s3cret/1" && next.body != nil)
        }
    }
}
