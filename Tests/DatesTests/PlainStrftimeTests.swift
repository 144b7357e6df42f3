import Testing

@testable import Dates

struct PlainStrftimeTests {
    private static let values: [DateTime] = [
        DateTime(nearestMicrosecondsSinceEpoch: 0), DateTime(nearestMicrosecondsSinceEpoch: -1),
        DateTime(nearestMicrosecondsSinceEpoch: 1_709_164_799_000_001),
        DateTime(nearestMicrosecondsSinceEpoch: .max), DateTime(nearestMicrosecondsSinceEpoch: .min),
    ]

    @Test(
        "prints what the whole of strftime prints",
        arguments: ["", "%Y-%m-%dT%H:%M:%S.%f%z", "%Y%m%d", "é%Y ", "%H:%M:%SZ", "%f|%f", "%z%z", "no directive"]
    )
    func sameText(_ format: String) throws {
        for value in Self.values {
            let offsets = [nil, UTCOffset.utc, UTCOffset(seconds: -25_200), UTCOffset(seconds: 20_700)]
            for offset in offsets {
                let value = try DateTime(wallMicroseconds: value.wallMicroseconds, offset: offset)
                #expect(PlainStrftime.text(value, format) == Strftime(value).text(format))
            }
        }
    }

    @Test(
        "leaves to the whole of strftime what it does not know",
        arguments: ["%j", "%-d", "%_ms", "%", "%Y%", "%%", "%E", "a\0b", String(repeating: "%Y", count: 40)]
    )
    func unknown(_ format: String) {
        #expect(PlainStrftime.text(DateTime(nearestMicrosecondsSinceEpoch: 0), format) == nil)
    }

    @Test("leaves offsets with seconds to the whole of strftime")
    func offsetWithSeconds() throws {
        let value = try DateTime(wallMicroseconds: 0, offset: UTCOffset(seconds: 61))
        #expect(PlainStrftime.text(value, "%z") == nil)
        #expect(value.strftime("%z") == "+000101")
    }
}
