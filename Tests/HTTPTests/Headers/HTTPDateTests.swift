import HTTP
import Testing

struct HTTPDateTests {
    @Test(
        "the three forms",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            ("Sun Nov  6 08:49:37 1994", 784_111_777), ("tomorrow at half past nine in GMT", nil), ("120", nil),
        ] as [(String, Double?)]
    )
    func forms(text: String, expected: Double?) {
        #expect(HTTPDate.secondsSince1970(text) == expected)
    }
}
