import Jinja
import Testing

@testable import ManifestEngine

struct WaitNumberTests {
    @Test(
        "integers as Python's int reads them",
        arguments: [("7", 7), (" -3 ", -3), ("3.5", nil), ("", nil), ("0x10", nil)] as [(String, Int?)]
    )
    func text(text: String, expected: Int?) { #expect(WaitNumber.whole(.string(text)) == expected) }

    @Test("numbers are cut at the point", arguments: [(3.9, 3), (-3.9, -3), (.infinity, nil)] as [(Double, Int?)])
    func double(number: Double, expected: Int?) { #expect(WaitNumber.whole(.double(number)) == expected) }

    @Test("true is 1, null is nothing")
    func others() {
        #expect(WaitNumber.whole(.bool(true)) == 1)
        #expect(WaitNumber.whole(.null) == nil)
    }
}
