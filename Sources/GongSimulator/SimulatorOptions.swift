/// Everything that decides what the simulated company holds and how the simulator behaves.
///
/// Two simulators with equal options respond alike. Records depend on the seed and on their own position, so raising a
/// count adds records and changes none.
package struct SimulatorOptions: Sendable {
    /// Seed of all invented data.
    package var seed: UInt64 = 1
    /// The company's present; calls lie in the days before it.
    ///
    /// No data is taken from the wall clock.
    package var now = Instant.standardNow
    /// Days before `now` over which calls are spread.
    package var days = 60

    /// Number of calls, at most 1,000,000.
    package var calls = 500
    /// Number of users.
    package var users = 120
    /// Number of workspaces; calls are spread over them.
    ///
    /// At least 1.
    package var workspaces = 2
    /// Number of scorecards.
    package var scorecards = 6
    /// Number of answered scorecards; number k belongs to call k, starting over when there are more than calls.
    package var answeredScorecards = 200
    /// Number of keyword trackers.
    package var trackers = 8
    /// Number of library folders.
    package var folders = 5

    /// Share of private calls, 0 to 1.
    package var privateShare = 0.1
    /// Share of names and strings with characters beyond ASCII, 0 to 1.
    package var unicodeShare = 0.15
    /// Share of calls without content, interaction, CRM context and media, 0 to 1.
    package var sparseShare = 0.05
    /// Share of calls without a transcript, 0 to 1.
    package var untranscribedShare = 0.02
    /// Share of calls that stay invisible until they are released, 0 to 1.
    ///
    /// They count in `totalRecords` at once.
    package var lateShare = 0.0
    /// Share of answered scorecards with review method AUTOMATIC, 0 to 1.
    package var automaticReviewShare = 0.3

    /// Size of the large records.
    package var size = RecordSize.realistic
    /// Offset of the company's time zone: timestamps carry it, day filters use it.
    package var utcOffset = UTCOffset(minutes: -7 * 60)
    /// Which timestamps have a fraction of a second.
    package var fractions = FractionMode.asLive

    /// User name of the Basic access key.
    package var accessKey = "simulator-key"
    /// Password of the Basic access key.
    package var accessKeySecret = "simulator-secret"
    /// OAuth applications that may ask for tokens.
    package var oauthClients = [OAuthClient()]
    /// Seconds an access token is good for.
    package var accessTokenLifetime = 86_400
    /// Seconds a page cursor is good for.
    package var cursorLifetime = 3_600
    /// The only host name the company's keys work on, without a port; nil accepts every host.
    ///
    /// On loopback, `localhost` here makes `127.0.0.1` the wrong host.
    package var regionHost: String?

    /// Requests allowed in any second; nil for no limit.
    ///
    /// Gong's own is 3.
    package var requestsPerSecond: Int?
    /// Requests allowed in a day; nil for no limit.
    ///
    /// Gong's own is 10,000.
    package var requestsPerDay: Int?
    /// Seconds in a day of the daily limit; shorter for tests that wait for the next one.
    package var quotaDaySeconds = 86_400
    /// Faults to begin with.
    package var faults: [Fault] = []
    /// Milliseconds by which every API response is delayed.
    package var latencyMilliseconds = 0

    /// True to keep every request for inspection.
    package var recordsRequests = true
    /// True to respond in gzip framing, without compression, to clients that accept it.
    package var gzip = false
    /// Threads that respond to requests.
    package var threads = 1

    /// Makes the default options: 500 calls, 120 users, no limits, no faults.
    package init() {}

    /// The same options with counts in the range that the generator can serve.
    var clamped: SimulatorOptions {
        var options = self
        options.calls = min(max(calls, 0), 1_000_000)
        options.users = min(max(users, 0), 100_000)
        options.workspaces = max(workspaces, 1)
        options.scorecards = min(max(scorecards, 0), 10_000)
        options.answeredScorecards = min(max(answeredScorecards, 0), 1_000_000)
        options.trackers = max(trackers, 0)
        options.folders = max(folders, 0)
        options.days = max(days, 1)
        return options
    }
}

/// Target sizes of the two large kinds of record, in bytes of JSON.
package struct RecordSize: Sendable, Equatable {
    /// Mean size of a call in calls/extensive with everything selected.
    package var extensiveBytes: Int
    /// Mean size of a call's transcript.
    package var transcriptBytes: Int

    /// Makes a size from two byte targets; single records vary by half to either side.
    package init(extensiveBytes: Int, transcriptBytes: Int) {
        self.extensiveBytes = extensiveBytes
        self.transcriptBytes = transcriptBytes
    }

    /// Sizes as met in real companies: 23 KB and 40 KB.
    package static let realistic = RecordSize(extensiveBytes: 23_000, transcriptBytes: 40_000)
    /// As little text as the shapes allow, for tests.
    package static let small = RecordSize(extensiveBytes: 2_000, transcriptBytes: 600)
}

/// Which response timestamps carry a fraction of a second.
package enum FractionMode: String, Sendable, CaseIterable {
    /// Users milliseconds, trackers and folders microseconds, all others whole seconds, as seen live.
    case asLive = "live"
    /// Every timestamp has one, at least milliseconds.
    case always
    /// No timestamp has one.
    case never
}
