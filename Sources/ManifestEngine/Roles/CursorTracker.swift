package import Dates
package import JSON

/// The cursor's view of one slice: looks at each record, owned by one task.
package struct CursorTracker: Sendable {
    /// Set when the cursor is a time.
    private(set) var datetime: DatetimeTracker?
    /// Set when the cursor is a count.
    private(set) var count: CountTracker?

    init(_ datetime: DatetimeTracker) { self.datetime = datetime }
    init(_ count: CountTracker) { self.count = count }

    /// Learns the cursor value of a record that is emitted.
    package mutating func observe(_ record: Record) {
        datetime?.observe(record)
        count?.observe(record)
    }

    /// What was seen, as a value that can be written to a file.
    package var seen: JSONObject { datetime?.seen ?? count?.seen ?? [:] }

    /// Continues from what a tracker of the same slice saw elsewhere; false when that is of another kind.
    package mutating func restore(_ seen: JSONObject) -> Bool {
        datetime?.restore(seen) ?? count?.restore(seen) ?? true
    }

    /// Whether the cursor value of some record was read.
    var hasValue: Bool { datetime?.latest != nil || count?.latest != nil }

    /// Why the cursor value of a record cannot be read; nil when it can.
    func complaint(about record: Record) -> CursorComplaint? {
        datetime?.complaint(about: record) ?? count?.complaint(about: record)
    }

    /// Why a record is outside everything that any sync of the stream reads; nil when it is not.
    func windowComplaint(about record: Record) -> CursorComplaint? { datetime?.windowComplaint(about: record) }

    /// Whether a record is inside the window of the sync: not older than the state and not newer than the end.
    ///
    /// Both bounds count as inside, and so does a record without a readable cursor value. `now` is called only
    /// when the window ends at the present moment and the record is newer than the last value of it.
    package mutating func keeps(_ record: Record, now: () -> DateTime) -> Bool {
        datetime?.keeps(record, now: now) ?? count?.keeps(record) ?? true
    }

    /// Whether paging of a data feed ends with a page: its last record is outside the window.
    package mutating func endsFeed(lastRecord: Record?, now: () -> DateTime) -> Bool {
        lastRecord.map { !keeps($0, now: now) } ?? false
    }
}
