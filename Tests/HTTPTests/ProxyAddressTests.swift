import HTTP
import Testing

struct ProxyAddressTests {
    typealias Row = (text: String, place: String, user: String?, password: String)

    static let rows: [Row] = [
        ("http://p:3128", "http://p:3128", nil, ""), ("http://p", "http://p:80", nil, ""),
        ("p:3128", "http://p:3128", nil, ""), ("p", "http://p:80", nil, ""), ("HTTP://P:1/", "http://p:1", nil, ""),
        ("https://p", "https://p:443", nil, ""), ("http://u:w@p:1", "http://p:1", "u", "w"),
        ("u:w@p:1", "http://p:1", "u", "w"), ("http://me:p%40s%3As@p:1", "http://p:1", "me", "p@s:s"),
        ("http://u:a@b@p:1", "http://p:1", "u", "a@b"), ("http://u@p:1", "http://p:1", "u", ""),
        ("http://u:100%@p:1", "http://p:1", "u", "100%"), ("http://[::1]:3128", "http://[::1]:3128", nil, ""),
        ("socks5://p", "socks5://p:1080", nil, ""), ("socks5h://p:9", "socks5://p:9", nil, ""),
    ]

    @Test("its parts", arguments: rows)
    func parts(row: Row) throws {
        let proxy = try #require(ProxyAddress(row.text))
        #expect(proxy.place == row.place)
        #expect(proxy.user == row.user)
        #expect(proxy.password == row.password)
    }

    @Test(
        "other text",
        arguments: ["", "http://", "ftp://p", "http://p:x", "http://p:99999", "socks5://u:w@p", "socks4://p"]
    )
    func none(text: String) { #expect(ProxyAddress(text) == nil) }
}
