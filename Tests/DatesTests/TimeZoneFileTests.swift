import Dates
import Glibc
import TestSupport
import Testing

/// Named zones.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct TimeZoneFileTests {
    @Test(
        .enabled(if: access("/usr/share/zoneinfo/America/New_York", F_OK) == 0),
        arguments: try RecordedTable.rows("rows")
    )
    func knowsOffsets(_ row: RecordedRow) throws {
        let zone = try TimeZoneFile(named: row.input)
        #expect(zone.offsetSeconds(at: try #require(Int(row.argument))) == Int(row.expected))
    }

    @Test(arguments: ["Nowhere/City", "", "../etc/passwd", "/etc/passwd", "posix/UTC", "America", "UTC\u{0}"])
    func refusesUnknownNames(_ name: String) {
        #expect(throws: DateError.self) { try TimeZoneFile(named: name) }
    }

    @Test func utcNeedsNoFile() throws {
        let zone = try TimeZoneFile(named: "utc", folders: [])
        #expect(zone.offsetSeconds(at: 0) == 0)
        #expect(try zone.local(DateTime(microsecondsSinceEpoch: 5)).isoformat() == "1970-01-01T00:00:00.000005+00:00")
    }

    @Test func readsBothBlocksAndTheRule() throws {
        let zone = try #require(TimeZoneFile(bytes: file))
        #expect(zone.offsetSeconds(at: 999) == 0)
        #expect(zone.offsetSeconds(at: 1000) == 3600)
        #expect(zone.offsetSeconds(at: 1999) == 3600)
        #expect(zone.offsetSeconds(at: 2000) == -18_000)
        #expect(zone.offsetSeconds(at: 1_720_000_000) == -14_400)
    }

    @Test(arguments: [0, 10, 43, 60, 95, 130])
    func refusesFilesThatAreCut(_ count: Int) {
        #expect(TimeZoneFile(bytes: Array(file.prefix(count))) == nil)
    }

    /// A file of version 2 with an empty first block, two changes and a rule with summer time.
    private var file: [UInt8] {
        let head = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
        let one = head + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1]
        let two = head + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 1]
        let times: [UInt8] = [0, 0, 0, 0, 0, 0, 0x03, 0xE8, 0, 0, 0, 0, 0, 0, 0x07, 0xD0]
        let types: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0x0E, 0x10, 1, 0, 0xFF, 0xFF, 0xB9, 0xB0, 0, 0]
        let rule = Array("\nEST5EDT,M3.2.0,M11.1.0\n".utf8)
        return one + [0, 0, 0, 0, 0, 0, 0] + two + times + [1, 2] + types + [0] + rule
    }
}
