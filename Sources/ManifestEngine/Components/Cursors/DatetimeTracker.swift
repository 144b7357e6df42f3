import Dates
import JSON

/// Follows the times of a slice's records.
struct DatetimeTracker: Sendable {
    /// What a sync still wants, both ends included.
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
    /// What the slice asks for.
    let stretch: SliceCutter.Slice
    private var window: Window
    private let followsText: Bool

    /// The newest record seen, the first of equals.
    private(set) var latest: CursorInstant?
    /// The record whose time comes last as text; only where the state of all partitions needs it.
    private(set) var latestText: CursorInstant?
    /// Whether no record was older than one before it.
    private(set) var isAscending = true

    init(
        key: JSONKey,
        format: CursorFormat,
        notices: CursorNotices,
        stretch: SliceCutter.Slice,
        window: Window,
        followsText: Bool
    ) {
        self.key = key
        self.format = format
        self.notices = notices
        self.stretch = stretch
        self.window = window
        self.followsText = followsText
    }

    /// The slice as an interval of the state.
    var interval: CursorInterval<CursorInstant> {
        CursorInterval(start: stretch.start, end: stretch.end, latest: latest)
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
