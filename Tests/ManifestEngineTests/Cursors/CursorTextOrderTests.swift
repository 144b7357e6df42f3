import Testing

@testable import ManifestEngine

@Suite("Order of cursor texts")
struct CursorTextOrderTests {
    /// What decides between partitions is the text, not the instant.
    @Test(
        "compares values by their texts",
        arguments: [
            "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M:%S.%f%z", "%d/%m/%Y", "%s", "%ms", "%s_as_float",
            "%Y%m%dT%H%M%S.%_msZ", "%Y-%m-%d %H:%M:%S.%_msZ", "%y-%m-%d", "%Y-%d-%m", "%H:%M", "%Y %M",
        ]
    )
    func textOrder(_ pattern: String) throws {
        let format = CursorFormat(output: pattern)
        let times = [
            "0999-12-31T00:00:00Z", "1969-12-31T23:59:59Z", "2001-09-08T00:00:00Z", "2001-09-10T00:00:00Z",
            "2024-01-05T10:00:00+0200", "2024-01-05T09:30:00Z", "2024-01-05T09:30:59Z", "2024-02-01T09:00:00-0500",
            "2286-11-21T00:00:00Z",
        ].compactMap { try? CursorTesting.instant($0) }
        #expect(times.count == 9)
        for one in times {
            for other in times {
                let (text, otherText) = (format.text(one), format.text(other))
                guard text != otherText else { continue }
                #expect(format.isText(of: one, after: other) == CursorFormat.isText(text, after: otherText))
            }
        }
    }
}
