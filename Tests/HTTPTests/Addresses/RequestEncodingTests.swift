import HTTP
import JSON
import Testing
import Text

@Suite("RequestEncoding")
struct RequestEncodingTests {
    @Test(
        "adds parameters to an address",
        arguments: [
            ("http://h/a", #"{"x":"1"}"#, "http://h/a?x=1"),
            ("http://h/a?x=1", #"{"x":"1"}"#, "http://h/a?x=1"),
            ("http://h/a?x=1&y=2", #"{"x":"2"}"#, "http://h/a?x=1&y=2&x=2"),
            ("http://h/a?x=1&x=2", #"{"x":"2"}"#, "http://h/a?x=1&x=2&x=2"),
            ("http://h/a?x=1&x=2", #"{"x":"1"}"#, "http://h/a?x=1&x=2"),
            ("http://h/a?x=1", #"{"x":["1"]}"#, "http://h/a?x=1&x=1"),
            ("http://h/a?x=1", #"{"x":1}"#, "http://h/a?x=1"),
            ("http://h/a?x=True", #"{"x":true}"#, "http://h/a?x=True"),
            ("http://h/a", #"{"k":[1,2]}"#, "http://h/a?k=1&k=2"),
            ("http://h/a", #"{"k":[]}"#, "http://h/a"),
            ("http://h/a", #"{"k":["a","b c"]}"#, "http://h/a?k=a&k=b+c"),
            ("http://h/a", #"{"k":true,"l":1.0,"m":null}"#, "http://h/a?k=True&l=1.0"),
            ("http://h/a", #"{"k":""}"#, "http://h/a?k="),
            ("http://h/a?x", #"{"x":""}"#, "http://h/a?x&x="),
            ("http://h/a?x=", #"{"x":""}"#, "http://h/a?x=&x="),
            ("http://h/a?=x=1", #"{"x":"1"}"#, "http://h/a?=x=1&x=1"),
            ("http://h/a?=1", #"{"x":"1"}"#, "http://h/a?=1&x=1"),
            ("http://h/a?x==1", #"{"x":"=1"}"#, "http://h/a?x==1"),
            ("http://h/a?&&x=1&", #"{"x":"1"}"#, "http://h/a?&&x=1&"),
            ("http://h/a?x=a+b", #"{"x":"a b"}"#, "http://h/a?x=a+b"),
            ("http://h/a?x=a%20b", #"{"x":"a b"}"#, "http://h/a?x=a%20b"),
            ("http://h/a?", #"{"k":"1"}"#, "http://h/a?k=1"),
            ("http://h/a?b=1&", #"{"k":"1"}"#, "http://h/a?b=1&&k=1"),
            ("http://h/a?b=1?", #"{"k":"1"}"#, "http://h/a?b=1?&k=1"),
            ("http://h/a?b=1#f", #"{"k":"1"}"#, "http://h/a?b=1&k=1"),
            ("http://h/a#f", "{}", "http://h/a"),
            ("http://h/a", #"{"k":"{'a': 1}"}"#, "http://h/a?k=%7B%27a%27%3A+1%7D"),
            ("http://h/a?filter%5Ba%5D=1", #"{"filter[a]":"1"}"#, "http://h/a?filter%5Ba%5D=1"),
        ]
    )
    func adding(_ address: String, _ parameters: String, _ expected: String) throws {
        let parameters = try #require(JSONValue(parsing: parameters).object)
        #expect(RequestEncoding.adding(parameters, to: address) == expected)
    }

    @Test(
        "writes form encoding",
        arguments: [
            ("ä ö", "%C3%A4+%C3%B6"), ("~_.-*/&=+", "~_.-%2A%2F%26%3D%2B"), ("ü€😀", "%C3%BC%E2%82%AC%F0%9F%98%80"),
            ("a\nb", "a%0Ab"), ("", ""),
        ]
    )
    func form(_ text: String, _ expected: String) {
        #expect(PercentEncoding.form(text) == expected)
        #expect(PercentEncoding.decodeForm(expected) == text)
    }
}
