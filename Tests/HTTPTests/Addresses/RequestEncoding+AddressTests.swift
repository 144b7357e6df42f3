import HTTP
import Testing

@Suite("RequestEncoding: addresses")
struct RequestEncodingAddressTests {
    @Test(
        "joins base and path",
        arguments: [
            ("http://h/v1", "items", "http://h/v1/items"), ("http://h/v1/", "items/", "http://h/v1/items/"),
            ("http://h/v1/", "", "http://h/v1/"), ("http://h/v1", "", "http://h/v1"),
            ("http://h/v1", "http://o/x", "http://o/x"), ("http://h/v1", "../items", "http://h/items"),
            ("http://h/v1", "/p2", "http://h/p2"), ("http://h/v1", "p2", "http://h/v1/p2"),
            ("http://h/v1/", "?c=3", "http://h/v1/?c=3"), ("http://h/v1?a=1", "x", "http://h/x"),
            ("http://h", "x", "http://h/x"), ("http://h/a/b", "./c/./d", "http://h/a/b/c/d"),
            ("http://h/a/b", "../../../c", "http://h/c"), ("http://h/a/b", "c/../d/..", "http://h/a/b/"),
            ("http://h/a/b/", "//o/x", "http://o/x"), ("http://h/a", "x?y=1#z", "http://h/a/x?y=1#z"),
            ("http://h/a", "?y=/../z", "http://h/a/?y=/../z"), ("http://h/a/", "#f", "http://h/a/#f"),
            ("http://h/a?q=1", "", "http://h/a?q=1"), ("https://h:8080/a", "b:c", "b:c"),
            ("http://h/a", "b/c:d", "http://h/a/b/c:d"), ("http://h", "..", "http://h/"),
            ("http://h/", ".", "http://h/"), ("http://h/a", "1:2", "http://h/a/1:2"),
            ("http://h/a", "/x//y", "http://h/x//y"), ("http://h/a//b", "c", "http://h/a/b/c"),
            ("http://h/a", "..a/b", "http://h/a/..a/b"), ("", "http://o/x", "http://o/x"),
            ("http://h/a", "x/..?q=..", "http://h/a/?q=.."),
        ]
    )
    func join(_ base: String, _ path: String, _ expected: String) {
        #expect(RequestEncoding.join(base, path) == expected)
    }

    @Test(
        "encodes what may not stand in an address",
        arguments: [
            ("http://h/a b", "http://h/a%20b"), ("http://h/ü", "http://h/%C3%BC"),
            ("http://h/a%20b", "http://h/a%20b"), ("http://h/a%zz", "http://h/a%25zz"),
            ("http://h/;=!$&'()*+,~@:/x", "http://h/;=!$&'()*+,~@:/x"),
            ("http://h/[]{}|\"<>^\\`", "http://h/%5B%5D%7B%7D%7C%22%3C%3E%5E%5C%60"),
            ("http://h/a?q=a b&r=ü&s=%", "http://h/a?q=a%20b&r=%C3%BC&s=%25"), ("http://h/a?b#c", "http://h/a?b#c"),
            ("http://h", "http://h/"), ("http://h?x=1", "http://h/?x=1"), ("http://H/A", "http://h/A"),
            ("HTTP://h/a", "http://h/a"), ("http://h/a?q=%e4%BD", "http://h/a?q=%E4%BD"),
            ("http://h/%41%7e", "http://h/A~"), ("http://h/a?", "http://h/a"), ("http://h/a%2fb", "http://h/a%2Fb"),
            ("http://h/a?q=a'b\"c", "http://h/a?q=a'b%22c"), ("http://h/%41%zz", "http://h/%2541%25zz"),
            ("http://h/a?x=%20&s=%", "http://h/a?x=%2520&s=%25"), ("http://h/%zz?x=%20%41", "http://h/%25zz?x=%20A"),
            ("http://h/a/../b", "http://h/b"), ("http://h/a?x=/../y", "http://h/a?x=/../y"),
            ("http://U:P@H/a", "http://U:P@h/a"), ("http://h:80/a", "http://h:80/a"),
            ("http://h/a//b/", "http://h/a//b/"), ("http://h/%zz%e4", "http://h/%25zz%25E4"),
            ("http://h/\u{301}a", "http://h/%CC%81a"), ("http://h/a?\u{301}", "http://h/a?%CC%81"),
            (" http://h/a ", "http://h/a%20"),
        ]
    )
    func address(_ text: String, _ expected: String) {
        #expect(RequestEncoding.address(text) == expected)
    }
}
