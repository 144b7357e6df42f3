import Testing
import Text

@Suite("UUIDText")
struct UUIDTextTests {
    @Test(
        "has version and variant, and all other bits as given",
        arguments: [
            (0, 0, "00000000-0000-4000-8000-000000000000"), (.max, .max, "ffffffff-ffff-4fff-bfff-ffffffffffff"),
            (0x0123_4567_89AB_CDEF, 0x0123_4567_89AB_CDEF, "01234567-89ab-4def-8123-456789abcdef"),
        ] as [(UInt64, UInt64, String)]
    )
    func text(_ first: UInt64, _ second: UInt64, _ expected: String) {
        #expect(UUIDText.version4(first, second) == expected)
    }
}
