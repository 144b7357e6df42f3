import JSON
import Jinja

/// What one slice found about settings of the manifest that match nothing; owned by the task that reads the slice.
///
/// Counts pages and records, and looks closer only at a page of which nothing was kept.
struct SliceFindings: Sendable {
    /// Pages with content.
    private(set) var pages = 0
    /// Pages with content that do not have the place of the records.
    private(set) var pagesWithoutPlace = 0
    /// What the first of those has instead.
    private(set) var otherNames: [String] = []
    /// Records found.
    private(set) var extracted = 0
    /// Records kept.
    private(set) var kept = 0
    /// Records that the filter of the manifest left out.
    private(set) var filteredOut = 0
    /// Ways into a record that the filter reads and that none of those has.
    private(set) var missingPaths: Set<[String]>
    /// Whether the cursor value of some record was read.
    private(set) var hasCursorValue = false
    /// Why the cursor value of a record was not read.
    private(set) var unread: CursorComplaint?
    /// Whether some record that was left out is of a time that some sync reads.
    private(set) var hasKnownTime = false
    /// Why a record is outside all that any sync reads.
    private(set) var outside: CursorComplaint?

    /// - Parameter filterPaths: what the filter of the manifest reads of a record.
    init(filterPaths: Set<[String]> = []) { missingPaths = filterPaths }

    /// Notes the records found on a page.
    mutating func note(_ records: [JSONValue], on page: FetchedPage, by extractor: any Extractor, _ scope: Scope) {
        extracted += records.count
        guard records.isEmpty else { return pages += 1 }
        guard !page.isIgnored, page.decoded.bodies.contains(where: \.isTruthy) else { return }
        pages += 1
        guard !extractor.findsPlace(in: page.decoded, scope) else { return }
        pagesWithoutPlace += 1
        if otherNames.isEmpty { otherNames = page.decoded.bodies.first?.object.map { Array($0.keys.prefix(10)) } ?? [] }
    }

    /// Notes a record that the filter leaves out.
    mutating func noteFilteredOut(_ record: Record) {
        filteredOut += 1
        if !missingPaths.isEmpty { missingPaths = missingPaths.filter { Self.lacks(record, $0) } }
    }

    /// Whether a record has nothing at a path; text and lists are not looked into.
    private static func lacks(_ record: Record, _ path: [String]) -> Bool {
        guard var value = path.first.flatMap({ record.get($0) }) else { return true }
        for key in path.dropFirst() {
            guard value.object != nil else { return false }
            guard let next = value[key] else { return true }
            value = next
        }
        return false
    }

    /// Notes what is left of a page: how many records, the last of them.
    mutating func note(kept count: Int, last: Record?, of records: ArraySlice<JSONValue>, _ tracker: CursorTracker?) {
        kept += count
        guard let tracker else { return }
        if tracker.hasValue { return hasCursorValue = true }
        if count > 0, let last {
            if unread == nil { unread = tracker.complaint(about: last) }
        } else if !hasKnownTime {
            noteTimes(of: records, tracker)
        }
    }

    private mutating func noteTimes(of records: ArraySlice<JSONValue>, _ tracker: CursorTracker) {
        for value in records {
            guard case .view(let view) = value, let record = Record(view) else { continue }
            guard let complaint = tracker.windowComplaint(about: record) else { return hasKnownTime = true }
            outside = complaint
        }
    }

    /// Adds the findings of another slice.
    mutating func add(_ other: SliceFindings) {
        pages += other.pages
        pagesWithoutPlace += other.pagesWithoutPlace
        if otherNames.isEmpty { otherNames = other.otherNames }
        if other.filteredOut > 0 {
            missingPaths = filteredOut == 0 ? other.missingPaths : missingPaths.intersection(other.missingPaths)
        }
        extracted += other.extracted
        kept += other.kept
        filteredOut += other.filteredOut
        hasCursorValue = hasCursorValue || other.hasCursorValue
        unread = unread ?? other.unread
        hasKnownTime = hasKnownTime || other.hasKnownTime
        outside = outside ?? other.outside
    }
}
