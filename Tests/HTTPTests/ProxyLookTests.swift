import Testing

@testable import HTTP

struct ProxyLookTests {
    @Test(
        "the status of a first line",
        arguments: [
            ("HTTP/1.1 502 Bad Gateway\r\nA: b", 502), ("HTTP/1.0 403\r\n", 403), ("HTTP/1.1", nil), ("", nil),
            ("SSH-2.0 502 x", nil), ("HTTP/1.1 x", nil),
        ] as [(String, Int?)]
    )
    func status(line: String, expected: Int?) { #expect(ProxyLook.status(in: line) == expected) }
}
