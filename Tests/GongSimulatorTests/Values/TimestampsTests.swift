import Testing

@testable import GongSimulator

struct TimestampsTests {
    /// Options, then the expected ends of a call's, a user's and a tracker's timestamp after the seconds.
    static let cases: [(offset: UTCOffset, mode: FractionMode, call: Int, user: Int, tracker: Int, zone: String)] = [
        (UTCOffset(minutes: 120), .asLive, 0, 3, 6, "+02:00"),
        (UTCOffset(minutes: -420), .asLive, 0, 3, 6, "-07:00"),
        (UTCOffset(minutes: 345), .always, 3, 3, 6, "+05:45"),
        (UTCOffset(minutes: -210), .never, 0, 0, 0, "-03:30"),
        (.zulu, .never, 0, 0, 0, "Z"),
    ]

    @Test(arguments: cases)
    func offsetsAndFractionsFollowTheOptions(
        offset: UTCOffset,
        mode: FractionMode,
        call: Int,
        user: Int,
        tracker: Int,
        zone: String
    ) {
        let client = SimulatorClient {
            $0.utcOffset = offset
            $0.fractions = mode
        }
        func check(_ rows: [JSONInput], _ key: String, _ digits: Int) {
            #expect(!rows.isEmpty)
            for text in rows.compactMap({ $0[key]?.text }) {
                #expect(text.hasSuffix(zone))
                let length = "2026-09-10T12:00:00".count + (digits > 0 ? digits + 1 : 0) + zone.count
                #expect(text.count == length, "\(text)")
            }
        }
        check(client.get(Path.calls).rows("calls"), "started", call)
        check(client.get(Path.users).rows("users"), "created", user)
        check(client.get("/v2/settings/trackers").rows("keywordTrackers"), "created", tracker)
    }

    @Test(arguments: [FractionMode.asLive, .always, .never])
    func whatIsWrittenIsTheInstantThatFiltersUse(mode: FractionMode) {
        let client = SimulatorClient {
            $0.fractions = mode
            $0.utcOffset = UTCOffset(minutes: 120)
        }
        for (index, row) in client.get(Path.calls).rows("calls").enumerated() {
            let written = row["started"]?.text.flatMap { Instant(iso8601: $0) }
            #expect(written == client.core.workspace.call(at: index).started)
        }
    }
}
