import Dates
import Testing

@testable import ManifestEngine

@Suite("DatePrecision")
struct DatePrecisionTests {
    @Test(
        "the smallest unit that a format writes",
        arguments: [
            ("%Y-%m-%dT%H:%M:%S.%fZ", "PT0.000001S"), ("%Y-%m-%dT%H:%M:%S.%_msZ", "PT0.001S"), ("%s", "PT1S"),
            ("%ms", "PT0.001S"), ("%s_as_float", "PT0.000001S"), ("%epoch_microseconds", "PT0.000001S"),
            ("%Y-%m-%dT%H:%M:%SZ", "PT1S"), ("%Y-%m-%dT%H:%M", "PT1M"), ("%Y-%m-%dT%H", "PT1H"), ("%Y-%m-%d", "P1D"),
            ("%d/%m/%Y", "P1D"), ("%Y-%m", "P1M"), ("%Y", "P1Y"), ("today", nil),
        ] as [(String, String?)]
    )
    func unit(pattern: String, unit: String?) {
        #expect(DatePrecision.text(of: pattern) == unit)
        #expect((DatePrecision.unit(of: pattern) == nil) == (unit == nil))
    }

    @Test("durations of every kind are compared")
    func finer() throws {
        let second = try ISO8601Duration.parse("PT1S")
        let month = try ISO8601Duration.parse("P1M")
        #expect(DatePrecision.isFiner(second, than: month))
        #expect(!DatePrecision.isFiner(month, than: second))
        #expect(!DatePrecision.isFiner(second, than: second))
    }
}
