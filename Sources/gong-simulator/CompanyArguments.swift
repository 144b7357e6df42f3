import ArgumentParser
import GongSimulator

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The command line options for the company's data.
struct CompanyArguments: ParsableArguments {
    @Option(help: "Seed of all invented data.")
    var seed: UInt64 = 1

    @Option(help: "Number of calls, at most 1000000.")
    var calls = 500

    @Option(help: "Number of users.")
    var users = 120

    @Option(help: "Number of workspaces.")
    var workspaces = 2

    @Option(help: "Number of scorecards.")
    var scorecards = 6

    @Option(help: "Number of answered scorecards.")
    var answeredScorecards = 200

    @Option(help: "Days before now over which calls are spread.")
    var days = 60

    @Option(help: "The company's present in ISO 8601, such as 2026-09-10T12:00:00Z; the current time when left out.")
    var now: String?

    // Unconditional, because a western offset begins with the dash of an option.
    @Option(parsing: .unconditional, help: "Offset of the company's time zone, such as +02:00, -07:00 or Z.")
    var utcOffset = "-07:00"

    @Option(help: "Fractions of a second in timestamps: live, always or never.")
    var fractions = FractionMode.asLive

    @Option(help: "Share of private calls, 0 to 1.")
    var privateShare = 0.1

    @Option(help: "Share of strings with non-ASCII characters, 0 to 1.")
    var unicodeShare = 0.15

    @Option(help: "Share of calls that stay invisible until released, 0 to 1.")
    var lateShare = 0.0

    @Option(help: "Share of calls without a transcript, 0 to 1.")
    var untranscribedShare = 0.02

    @Option(help: "Mean size of a call in calls/extensive, in bytes.")
    var extensiveBytes = RecordSize.realistic.extensiveBytes

    @Option(help: "Mean size of a transcript, in bytes.")
    var transcriptBytes = RecordSize.realistic.transcriptBytes

    @Flag(help: "Use the smallest records; overrides both sizes.")
    var small = false

    /// Copies the values; a date or offset that cannot be read is an error.
    func apply(to options: inout SimulatorOptions) throws {
        options.seed = seed
        options.calls = calls
        options.users = users
        options.workspaces = workspaces
        options.scorecards = scorecards
        options.answeredScorecards = answeredScorecards
        options.days = days
        options.now = try present()
        guard let offset = UTCOffset(utcOffset) else {
            throw ValidationError("--utc-offset must look like +02:00, -07:00 or Z.")
        }
        options.utcOffset = offset
        options.fractions = fractions
        options.privateShare = privateShare
        options.unicodeShare = unicodeShare
        options.lateShare = lateShare
        options.untranscribedShare = untranscribedShare
        options.size =
            small ? .small : RecordSize(extensiveBytes: extensiveBytes, transcriptBytes: transcriptBytes)
    }

    private func present() throws -> Instant {
        guard let now else { return Instant(seconds: Int64(time(nil))) }
        guard let instant = Instant(iso8601: now) else {
            throw ValidationError("--now must look like 2026-09-10T12:00:00Z.")
        }
        return instant
    }
}

extension FractionMode: ExpressibleByArgument {}
