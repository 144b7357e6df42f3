import HTTP
import Testing

@Suite("RequestEncoding: joining")
struct RequestEncodingJoiningTests {
    /// Recorded from the reference: `HttpRequester._join_url`.
    @Test(
        "joins base and path as the reference does",
        arguments: [
            ("http://h/v1/", "r//x", "http://h/v1/r/x"),
            ("http://h/v1", "r//x/end", "http://h/v1/r/x/end"),
            ("http://h/v1", "r///x", "http://h/v1/r/x"),
            ("http://h/v1", "items//", "http://h/v1/items/"),
            ("http://h/v1", "items/", "http://h/v1/items/"),
            ("http://h//v1//", "items//", "http://h/v1/items/"),
            ("http://h", "a//b", "http://h/a/b"),
            ("http://h/v1", "//o//x", "http://o//x"),
            ("http://h/v1", "/a//b", "http://h/a//b"),
            ("http://h/v1", "r/", "http://h/v1/r/"),
            ("http://h/v1", "r//../x", "http://h/v1/x"),
            ("http://h/v1", "r/./x//y/.", "http://h/v1/r/x/y/"),
            ("http://h/v1", "r//x?q=a//b#c//d", "http://h/v1/r/x?q=a//b#c//d"),
            ("http://h/v1", "http://o/a//b", "http://o/a//b"),
            ("http://h/v1/", "a;p//b;q", "http://h/v1/a;p/b;q"),
            ("http://h/v1", "items?", "http://h/v1/items"),
            ("http://h/v1", "items#", "http://h/v1/items"),
            ("http://h/v1", "items;", "http://h/v1/items"),
            ("http://h/v1", "r//x;", "http://h/v1/r/x"),
            ("HTTP://H/V1", "Items", "http://H/V1/Items"),
            ("http://h/v1", "r/ x", "http://h/v1/r/ x"),
            ("http://h/v1", " r/x", "http://h/v1/r/x"),
            ("http://h/v1", "r/\tx\n", "http://h/v1/r/x"),
            ("http://h/v1", "x_y:z", "http://h/v1/x_y:z"),
            ("http://h/v1", "x.y:z", "x.y:z"),
            ("http://h/v1", "x~y:z", "http://h/v1/x~y:z"),
            ("http://h/v1", "\u{00fc}:z", "http://h/v1/\u{00fc}:z"),
            ("http://h/v1", "http:x", "http://h/v1/x"),
            ("http://h/v1", "HTTP:x", "http://h/v1/x"),
            ("http://h/v1", "https:x", "https:x"),
            ("http://h/v1", "r/\u{0301}x//y", "http://h/v1/r/\u{0301}x/y"),
            ("http://h/v1/\u{0301}a", "../x", "http://h/v1/x"),
            ("http://h/v1", "https://O/x", "https://O/x"),
            ("http://h/v1", "http://O/x?", "http://O/x"),
            ("http://h/v1?a=1", "?", "http://h/v1?a=1/"),
            ("http://h/v1?a=1", "#f", "http://h/v1?a=1/#f"),
            ("http://h/v1;p", "#f", "http://h/v1;p/#f"),
            ("http://h/v1;p", ";q", "http://h/v1;p/;q"),
            ("http://h/v1", "..//x", "http://h/x"),
            ("http://h/v1", "x//..", "http://h/v1/"),
            ("http://h/v1", ".//", "http://h/v1/"),
            ("http://h/v1", "..", "http://h/"),
        ]
    )
    func asReference(_ base: String, _ path: String, _ expected: String) {
        #expect(RequestEncoding.join(base, path) == expected)
    }
}
