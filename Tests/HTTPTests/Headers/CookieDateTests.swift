import Testing

@testable import HTTP

struct CookieDateTests {
    @Test(
        "dates of all forms",
        arguments: [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777), ("Sun Nov  6 08:49:37 1994", 784_111_777),
            ("6 nov 1994 8:49:37", 784_111_777), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
            ("01-Jan-31 00:00:00", 1_924_992_000),
        ]
    )
    func seconds(text: String, seconds: Int) { #expect(CookieDate.seconds(text) == seconds) }

    @Test("other text", arguments: ["", "0", "never", "31 Feb 2024 00:00:00", "1 Jan 2024", "1 Jan 2024 24:00:00"])
    func none(text: String) { #expect(CookieDate.seconds(text) == nil) }
}
