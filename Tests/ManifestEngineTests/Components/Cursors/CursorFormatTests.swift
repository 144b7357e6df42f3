import JSON
import Testing

@testable import ManifestEngine

@Suite("Formats of cursor values")
struct CursorFormatTests {
    @Test(
        "reads by the first format that fits and writes in the last",
        arguments: [
            ("%Y-%m-%d", [], #""2024-01-05""#, "2024-01-05"),
            ("%Y-%m-%d", ["%Y-%m-%dT%H:%M:%S%z"], #""2024-01-05T10:00:00+02:00""#, "2024-01-05"),
            ("%Y-%m-%dT%H:%M:%S%z", [], #""2024-01-05T10:00:00+01:00""#, "2024-01-05T10:00:00+0100"),
            ("%Y-%m-%dT%H:%M:%S%z", ["%s"], "1704449845", "2024-01-05T10:17:25+0000"),
            ("%s", [], "1704449845.9", "1704449845"),
            ("%s", [], #""1704449845""#, "1704449845"),
            ("%ms", [], "1704449845123", "1704449845123"),
            ("%Y-%m-%dT%H:%M:%S.%_msZ", [], #""2024-01-05T10:17:25.123456Z""#, "2024-01-05T10:17:25.123Z"),
            ("%Y%m%d", [], "20240105", "20240105"),
        ]
    )
    func roundTrip(_ output: String, _ inputs: [String], _ value: String, _ text: String) throws {
        let format = CursorFormat(output: output, inputs: inputs)
        let value = try JSONValue(parsing: value)
        #expect(format.read(value).map(format.text) == text)
        let view = try JSONDocument(text: value.text, indexDepth: 1).root
        #expect(format.read(.view(view)).map(format.text) == text)
    }

    @Test(
        "finds no value in what no format fits",
        arguments: [
            ("%Y-%m-%d", #""05.01.2024""#), ("%Y-%m-%d", #""""#), ("%s", #""1.5""#), ("%s", "[1]"), ("%s", "true"),
            ("%s", "99999999999999999"), ("%s", "123456789012345678901234567890"), ("%Y-%m-%d", "{}"),
        ]
    )
    func unreadable(_ output: String, _ value: String) throws {
        #expect(CursorFormat(output: output).read(try JSONValue(parsing: value)) == nil)
    }
}

@Suite("Order of cursor strings")
struct CursorTextOrderTests {
    /// What decides between partitions is the text, not the instant.
    @Test(
        "compares values by their strings",
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
