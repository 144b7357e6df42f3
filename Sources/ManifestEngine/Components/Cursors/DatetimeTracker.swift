import Dates
import Diagnostics
import JSON
import Synchronization
import Text

/// Follows the times of a slice's records.
struct DatetimeTracker: Sendable {
    /// What a sync still has to read, both ends included.
    struct Window: Sendable {
        /// The start that the manifest gives.
        let start: CursorInstant
        let oldest: CursorInstant
        var newest: CursorInstant
        /// Tells a later end, where that is the present moment.
        let end: CursorEnd
    }

    private let key: JSONKey
    private let format: CursorFormat
    private let notices: CursorNotices
    /// What the slice requests.
    let bounds: SliceCutter.Slice
    private var window: Window
    private let followsText: Bool

    /// The newest record seen; the first among equals.
    private(set) var latest: CursorInstant?
    /// The record whose time comes last as text; only where the state of all partitions needs it.
    private(set) var latestText: CursorInstant?
    /// Whether no record was older than one before it.
    private(set) var isAscending = true

    init(
        key: JSONKey,
        format: CursorFormat,
        notices: CursorNotices,
        bounds: SliceCutter.Slice,
        window: Window,
        followsText: Bool
    ) {
        self.key = key
        self.format = format
        self.notices = notices
        self.bounds = bounds
        self.window = window
        self.followsText = followsText
    }

    /// The slice as an interval of the state.
    var interval: CursorInterval<CursorInstant> {
        CursorInterval(start: bounds.start, end: bounds.end, latest: latest)
    }

    /// What was seen, to continue with in another process.
    var seen: JSONObject {
        var seen: JSONObject = [:]
        if let latest { seen["latest"] = latest.json }
        if let latestText { seen["latest_text"] = latestText.json }
        if !isAscending { seen["is_ascending"] = false }
        return seen
    }

    /// Continues with what was seen; false when that is not from a time.
    mutating func restore(_ seen: JSONObject) -> Bool {
        latest = seen["latest"].flatMap(CursorInstant.init)
        latestText = seen["latest_text"].flatMap(CursorInstant.init)
        isAscending = seen["is_ascending"] == nil
        return (seen["latest"] == nil) == (latest == nil) && (seen["latest_text"] == nil) == (latestText == nil)
    }

    @inline(__always)
    mutating func observe(_ record: Record) {
        guard let value = value(of: record) else { return }
        if let known = latest {
            if value > known { latest = value } else if value < known { isAscending = false }
        } else {
            latest = value
        }
        guard followsText else { return }
        if latestText.map({ format.isText(of: value, after: $0) }) ?? true { latestText = value }
    }

    mutating func keeps(_ record: Record, now: () -> DateTime) -> Bool {
        guard let value = value(of: record) else { return true }
        guard value >= window.oldest else { return false }
        if value <= window.newest { return true }
        guard let later = window.end.following(now()) else { return false }
        window.newest = max(later, window.newest)
        return value <= window.newest
    }

    /// What keeps the time of a record from being read; nil when nothing does.
    func complaint(about record: Record) -> CursorComplaint? {
        guard let value = record.get(key), !value.isNull else { return .missing }
        return format.read(value) == nil ? .unreadable(value: value.text, formats: format.patterns) : nil
    }

    /// Why a record is outside everything that any sync reads: before the start of the manifest, or after the end.
    func windowComplaint(about record: Record) -> CursorComplaint? {
        guard let value = record.get(key), let instant = format.read(value) else { return nil }
        guard instant < window.start || instant > window.newest else { return nil }
        let bound = instant < window.start ? window.start : window.newest
        return .outside(
            value: value.text,
            read: format.text(instant),
            bound: format.text(bound),
            isBefore: instant < bound
        )
    }

    @inline(__always)
    private func value(of record: Record) -> CursorInstant? {
        guard let value = record.get(key), !value.isNull else {
            notices.missingValue()
            return nil
        }
        guard let instant = format.read(value) else {
            notices.unreadableValue(value.text)
            return nil
        }
        return instant
    }
}

/// The warnings of one stream's cursor, each given once.
final class CursorNotices: Sendable {
    private enum Kind: Hashable { case missing, unreadable, duplicate, unordered }

    private let streamName: String
    private let cursorField: String
    private let messages: any MessageSink
    private let given = Mutex<Set<Kind>>([])

    init(streamName: String, cursorField: String, messages: any MessageSink) {
        self.streamName = streamName
        self.cursorField = cursorField
        self.messages = messages
    }

    /// A record has no cursor value.
    func missingValue() {
        warn(.missing) {
            "A record of stream \(streamName) has no cursor field '\(cursorField)'. "
                + "It is kept, but does not advance the state."
        }
    }

    /// A record has a cursor value that no format fits.
    func unreadableValue(_ text: String) {
        warn(.unreadable) {
            "The cursor field '\(cursorField)' of a record of stream \(streamName) cannot be read: \(text.shortened(to: 100)). "
                + "It is kept, but does not advance the state."
        }
    }

    /// A partition came again before its first round was finished.
    func duplicatePartition() {
        warn(.duplicate) { "Stream \(streamName) has a duplicate partition; it is read once." }
    }

    /// Paging starts over after the newest record, but records did not come oldest first.
    func unordered() {
        warn(.unordered) {
            "Stream \(streamName) restarts its paging after the newest record, but its records are not in order of "
                + "'\(cursorField)': some may be missed."
        }
    }

    /// There are too many partitions to keep a state for each.
    func switchedToGlobal(limit: Int) {
        messages.log(
            .info,
            "Stream \(streamName) has more than \(limit) partitions: from now on, one state is kept for all."
        )
    }

    private func warn(_ kind: Kind, _ text: () -> String) {
        if given.withLock({ $0.insert(kind).inserted }) { messages.log(.warn, text()) }
    }
}

/// What is wrong with the cursor value of a record, for the author of the manifest.
enum CursorComplaint: Sendable, Equatable {
    /// The record has no such field, or null in it.
    case missing
    /// No format fits the value.
    case unreadable(value: String, formats: [String])
    /// The value was read, as a time before the start or after the end of all that a sync reads.
    case outside(value: String, read: String, bound: String, isBefore: Bool)

    /// The message when it applies to all records.
    func text(records: String) -> String {
        switch self {
        case .missing: "is in none of \(records), so the state does not advance"
        case .unreadable(let value, let formats):
            "fits \(formats.joined(separator: " or ")) in none of \(records), so the state does not advance; one is "
                + "\(value.prefix(100))"
        case .outside(let value, let read, let bound, let isBefore):
            "is a time outside the sync in all \(records), so none was kept; \(value.prefix(100)) is read as "
                + "\(read), which is \(isBefore ? "before the start" : "after the end"), \(bound)"
        }
    }
}
