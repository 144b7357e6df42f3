import Jinja
import Testing

@testable import ManifestEngine

struct WholeNumberTests {
    @Test(
        "integers as Python's int reads them",
        arguments: [("7", 7), (" -3 ", -3), ("3.5", nil), ("", nil), ("0x10", nil)] as [(String, Int?)]
    )
    func text(text: String, expected: Int?) { #expect(WholeNumber.of(.string(text)) == expected) }

    @Test("numbers are cut at the point", arguments: [(3.9, 3), (-3.9, -3), (.infinity, nil)] as [(Double, Int?)])
    func double(number: Double, expected: Int?) { #expect(WholeNumber.of(.double(number)) == expected) }

    @Test("true is 1, null is nothing")
    func others() {
        #expect(WholeNumber.of(.bool(true)) == 1)
        #expect(WholeNumber.of(.null) == nil)
    }
}
