import Testing

@testable import HTTP

struct ResendingTests {
    @Test(
        "how many times a request goes again",
        arguments: [
            ("GET", KeptConnectionClosed.Reading.unread, 100), ("POST", .unread, 100), ("GET", .reset, 2),
            ("POST", .reset, 2), ("GET", .perhapsRead, 2), ("PUT", .perhapsRead, 2), ("POST", .perhapsRead, 0),
            ("PATCH", .perhapsRead, 0),
        ]
    )
    func times(method: String, reading: KeptConnectionClosed.Reading, expected: Int) {
        var resending = Resending(method: method)
        var count = 0
        while count < 1000, resending.isDue(after: KeptConnectionClosed(reading)) { count += 1 }
        #expect(count == expected)
    }
}
