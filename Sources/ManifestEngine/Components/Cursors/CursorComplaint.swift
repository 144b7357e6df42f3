/// What is wrong with the cursor value of a record, for the person who edits the manifest.
enum CursorComplaint: Sendable, Equatable {
    /// The record has no such field, or null in it.
    case missing
    /// No format fits the value.
    case unreadable(value: String, formats: [String])
    /// The value was read, as a time before the start or after the end of all that a sync reads.
    case outside(value: String, read: String, bound: String, isBefore: Bool)

    /// What there is to say when it holds of all records.
    func text(records: String) -> String {
        switch self {
        case .missing: "is in none of \(records), so the state does not move"
        case .unreadable(let value, let formats):
            "fits \(formats.joined(separator: " or ")) in none of \(records), so the state does not move; one is "
                + "\(value.prefix(100))"
        case .outside(let value, let read, let bound, let isBefore):
            "reads as a time outside the sync in all of \(records), so none was kept; \(value.prefix(100)) is read as "
                + "\(read), which is \(isBefore ? "before the start" : "after the end"), \(bound)"
        }
    }
}
