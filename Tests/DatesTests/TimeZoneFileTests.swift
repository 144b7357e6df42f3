import Dates
import Glibc
import Testing

/// Named zones.
///
/// The tables hold what Python and the reference implementation give.
@Suite struct TimeZoneFileTests {
    @Test(.enabled(if: access("/usr/share/zoneinfo/America/New_York", F_OK) == 0), arguments: rows)
    func knowsOffsets(_ row: DateCase) throws {
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

    static let rows = [
        DateCase("America/New_York", "-2207736000", "-18000"),
        DateCase("America/New_York", "-2192097600", "-18000"),
        DateCase("America/New_York", "1252800", "-18000"),
        DateCase("America/New_York", "16891200", "-14400"),
        DateCase("America/New_York", "1168862400", "-18000"),
        DateCase("America/New_York", "1184500800", "-14400"),
        DateCase("America/New_York", "1705320000", "-18000"),
        DateCase("America/New_York", "1721044800", "-14400"),
        DateCase("America/New_York", "2525860800", "-18000"),
        DateCase("America/New_York", "2541499200", "-14400"),
        DateCase("America/New_York", "32473396800", "-18000"),
        DateCase("America/New_York", "32489035200", "-14400"),
        DateCase("Australia/Lord_Howe", "316785600", "36000"),
        DateCase("Australia/Lord_Howe", "332510400", "36000"),
        DateCase("Australia/Lord_Howe", "1705320000", "39600"),
        DateCase("Australia/Lord_Howe", "1721044800", "37800"),
        DateCase("Australia/Lord_Howe", "4103697600", "39600"),
        DateCase("Australia/Lord_Howe", "4119336000", "37800"),
        DateCase("Europe/Dublin", "1252800", "3600"),
        DateCase("Europe/Dublin", "16891200", "3600"),
        DateCase("Europe/Dublin", "1705320000", "0"),
        DateCase("Europe/Dublin", "1721044800", "3600"),
        DateCase("Europe/Dublin", "3788164800", "0"),
        DateCase("Europe/Dublin", "3803803200", "3600"),
        DateCase("Asia/Kolkata", "-2207736000", "19270"),
        DateCase("Asia/Kolkata", "-2192097600", "19270"),
        DateCase("Asia/Kolkata", "1705320000", "19800"),
        DateCase("Asia/Kolkata", "1721044800", "19800"),
        DateCase("America/Nuuk", "1705320000", "-7200"),
        DateCase("America/Nuuk", "1721044800", "-3600"),
        DateCase("America/Nuuk", "2841393600", "-7200"),
        DateCase("America/Nuuk", "2857118400", "-3600"),
        DateCase("Pacific/Tarawa", "1705320000", "43200"),
        DateCase("Pacific/Tarawa", "1721044800", "43200"),
        DateCase("Etc/GMT+5", "1705320000", "-18000"),
        DateCase("Etc/GMT+5", "1721044800", "-18000"),
        DateCase("america/new_york", "1710053999", "-18000"),
        DateCase("america/new_york", "1710054000", "-14400"),
        DateCase("america/new_york", "1730613599", "-14400"),
        DateCase("america/new_york", "1730613600", "-18000"),
    ]
}
