import JSON

/// Follows the counts of a slice's records.
struct CountTracker: Sendable {
    private let key: JSONKey
    private let notices: CursorNotices
    private let oldest: CountValue
    /// The highest count seen.
    private(set) var latest: CountValue?

    init(key: JSONKey, notices: CursorNotices, oldest: CountValue) {
        self.key = key
        self.notices = notices
        self.oldest = oldest
    }

    mutating func observe(_ record: Record) {
        guard let value = value(of: record) else { return }
        if latest.map({ $0 < value }) ?? true { latest = value }
    }

    func keeps(_ record: Record) -> Bool { value(of: record).map { $0 >= oldest } ?? true }

    /// What keeps the count of a record from being read; nil when nothing does.
    func complaint(about record: Record) -> CursorComplaint? {
        guard let value = record.get(key), !value.isNull else { return .missing }
        return CountValue(value) == nil ? .unreadable(value: value.text, formats: ["a number"]) : nil
    }

    private func value(of record: Record) -> CountValue? {
        guard let value = record.get(key), !value.isNull else {
            notices.missingValue()
            return nil
        }
        guard let count = CountValue(value) else {
            notices.unreadableValue(value.text)
            return nil
        }
        return count
    }
}
