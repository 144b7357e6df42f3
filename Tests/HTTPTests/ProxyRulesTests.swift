import HTTP
import Testing

struct ProxyRulesTests {
    typealias Row = (url: String, environment: [String: String], proxy: String?)

    /// Recorded from `requests.utils.resolve_proxies` and `select_proxy`.
    static let recorded: [Row] = [
        ("http://a.com/", [:], nil),
        ("http://a.com/", ["HTTP_PROXY": "http://p:8080"], "http://p:8080"),
        ("http://a.com/", ["http_proxy": "http://p:8080"], "http://p:8080"),
        ("http://a.com/", ["http_proxy": "http://low:1", "HTTP_PROXY": "http://p:8080"], "http://low:1"),
        ("http://a.com/", ["http_proxy": "", "HTTP_PROXY": "http://p:8080"], nil),
        ("http://a.com/", ["Http_Proxy": "http://p:8080"], "http://p:8080"),
        ("https://a.com/", ["HTTP_PROXY": "http://p:8080"], nil),
        ("https://a.com/", ["HTTPS_PROXY": "http://p:8080"], "http://p:8080"),
        ("https://a.com/", ["https_proxy": "p:8080"], "p:8080"),
        ("http://a.com/", ["ALL_PROXY": "http://p:8080"], "http://p:8080"),
        ("https://a.com/", ["all_proxy": "http://p:8080"], "http://p:8080"),
        ("https://a.com/", ["ALL_PROXY": "http://p:8080", "HTTPS_PROXY": "http://s:1"], "http://s:1"),
        ("https://a.com/", ["ALL_PROXY": "http://p:8080", "https_proxy": ""], "http://p:8080"),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com"], nil),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": ".a.com"], nil),
        ("http://b.a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com"], nil),
        ("http://b.a.com/x", ["http_proxy": "http://p:8080", "no_proxy": ".a.com"], nil),
        ("http://ba.com/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com"], "http://p:8080"),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "x, a.com ,y"], nil),
        ("http://a.com:8080/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com:8080"], nil),
        ("http://a.com:8081/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com:8080"], "http://p:8080"),
        ("http://b.a.com:8080/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com:8080"], nil),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "*"], nil),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "x,*"], "http://p:8080"),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "*.com"], "http://p:8080"),
        ("http://A.com/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com"], nil),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "A.COM"], nil),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": ""], "http://p:8080"),
        ("http://127.0.0.1/x", ["http_proxy": "http://p:8080", "no_proxy": "127.0.0.1"], nil),
        ("http://127.0.0.1:99/x", ["http_proxy": "http://p:8080", "no_proxy": "127.0.0.1"], nil),
        ("http://127.0.0.1:99/x", ["http_proxy": "http://p:8080", "no_proxy": "127.0.0.1:99"], "http://p:8080"),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "10.0.0.0/8"], nil),
        ("http://11.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "10.0.0.0/8"], "http://p:8080"),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "10.1.2.0/24"], nil),
        ("http://10.1.3.3/x", ["http_proxy": "http://p:8080", "no_proxy": "10.1.2.0/24"], "http://p:8080"),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "10.1.2.3/32"], nil),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "10.1.2.3/33"], "http://p:8080"),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "10.1.2.3/0"], "http://p:8080"),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": ".2.3"], nil),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "2.3"], nil),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "10.1/16"], "http://p:8080"),
        ("http://127.1/x", ["http_proxy": "http://p:8080", "no_proxy": "127.0.0.1"], "http://p:8080"),
        ("http://[::1]/x", ["http_proxy": "http://p:8080", "no_proxy": "::1"], nil),
        ("http://[::1]:80/x", ["http_proxy": "http://p:8080", "no_proxy": "::1"], nil),
        ("http://[::1]/x", ["http_proxy": "http://p:8080", "no_proxy": "[::1]"], "http://p:8080"),
        ("http://[fe80::1]/x", ["http_proxy": "http://p:8080", "no_proxy": "fe80::/10"], "http://p:8080"),
        ("http://localhost/x", ["http_proxy": "http://p:8080", "no_proxy": "localhost"], nil),
        ("http://localhost:5/x", ["http_proxy": "http://p:8080", "no_proxy": "localhost"], nil),
        ("http://localhost/x", ["http_proxy": "http://p:8080", "no_proxy": "local"], "http://p:8080"),
        ("http://api.corp/x", ["http_proxy": "http://p:8080", "no_proxy": "10.0.0.0/8"], "http://p:8080"),
        ("http://a.com./x", ["http_proxy": "http://p:8080", "no_proxy": "a.com"], "http://p:8080"),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "com"], nil),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "..a.com"], nil),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": "*"], nil),
        ("http://10.1.2.3/x", ["http_proxy": "http://p:8080", "no_proxy": " 10.1.2.3 , b"], nil),
        ("http://a.com/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com/24"], "http://p:8080"),
        ("http://a.com:443/x", ["http_proxy": "http://p:8080", "no_proxy": "a.com:443"], nil),
        ("https://a.com/", ["HTTPS_PROXY": "http://p:8080", "NO_PROXY": "a.com:443"], "http://p:8080"),
        ("http://a.com/", ["HTTP_PROXY": "http://p:8080", "NO_PROXY": "a.com", "no_proxy": "b.com"], "http://p:8080"),
        ("http://a.com/", ["HTTP_PROXY": "http://p:8080", "NO_PROXY": "a.com", "no_proxy": ""], nil),
        ("http://b.com/", ["HTTP_PROXY": "http://p:8080", "NO_PROXY": "a.com", "no_proxy": "b.com"], nil),
    ]

    @Test("the proxy of an address", arguments: recorded)
    func proxy(row: Row) throws {
        let rules = try ProxyRules(environment: row.environment)
        #expect(rules.proxy(for: row.url) == row.proxy.flatMap(ProxyAddress.init))
    }

    @Test("a variable that names no proxy is a fault that tells the variable, not its value")
    func unusable() {
        #expect(throws: ProxyRules.Fault.self) { try ProxyRules(environment: ["HTTPS_PROXY": "ftp://u:p@h:1"]) }
        let fault = #expect(throws: ProxyRules.Fault.self) { try ProxyRules(environment: ["http_proxy": "http://:80"]) }
        #expect(fault?.variable == "http_proxy")
    }

    @Test("passwords are secrets, as they are and as they are sent")
    func secrets() throws {
        let rules = try ProxyRules(environment: ["http_proxy": "http://me:p%40ss@h"])
        #expect(Set(rules.secrets) == ["p@ss", "bWU6cEBzcw=="])
    }
}
