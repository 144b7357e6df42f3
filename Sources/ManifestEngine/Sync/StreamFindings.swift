import Diagnostics
import Manifest
import Synchronization

/// What all slices of a stream found about settings that match nothing: a path without records, a filter or a cursor on
/// a field that no record has, a cursor format that fits no value.
final class StreamFindings: Sendable {
    private struct State {
        var all = SliceFindings()
        var others: [String] = []
    }

    private let state = Mutex(State())

    /// Adds what a slice found.
    func add(_ slice: SliceFindings) { state.withLock { $0.all.add(slice) } }

    /// Adds what was found about a parent; each sentence once.
    func add(_ text: String) {
        state.withLock { state in
            if !state.others.contains(text) { state.others.append(text) }
        }
    }

    /// The findings at the end of a stream, each a sentence without its full stop.
    ///
    /// - Parameter cursorField: the field the cursor follows; nil without a cursor.
    func texts(of stream: DeclarativeStream, cursorField: String?) -> [String] {
        let (all, others) = state.withLock { ($0.all, $0.others) }
        let selector = stream.retriever.selector
        let found = [
            Self.place(all, selector.extractor), Self.filter(all, selector.filter),
            cursorField.flatMap { Self.cursor(all, "cursor_field '\($0)'\(Self.shown(stream.cursor?.fieldPlace))") },
        ]
        return others + found.compactMap { $0 }
    }

    private static func place(_ all: SliceFindings, _ extractor: any Extractor) -> String? {
        guard all.extracted == 0, all.pages > 0, all.pagesWithoutPlace == all.pages else { return nil }
        let names = all.otherNames.isEmpty ? "" : "; they have \(all.otherNames.joined(separator: ", "))"
        return
            "\(extractor.placeText) matches nothing in \(count(all.pages, "response")), so there are no records\(names)"
    }

    private static func filter(_ all: SliceFindings, _ filter: (any RecordFiltering)?) -> String? {
        guard all.kept == 0, all.filteredOut > 0, !all.missingPaths.isEmpty else { return nil }
        let names = all.missingPaths.map { "record.\($0.joined(separator: "."))" }.sorted().joined(separator: ", ")
        return "record_filter\(shown(filter?.place)) reads \(names), which none of "
            + "\(count(all.filteredOut, "record")) has; 0 of \(all.extracted) were kept"
    }

    private static func cursor(_ all: SliceFindings, _ name: String) -> String? {
        if all.kept > 0 {
            guard !all.hasCursorValue, let complaint = all.unread else { return nil }
            return "\(name) \(complaint.text(records: count(all.kept, "record")))"
        }
        guard all.extracted > 0, all.filteredOut == 0, !all.hasKnownTime, let complaint = all.outside else {
            return nil
        }
        return "\(name) \(complaint.text(records: count(all.extracted, "record")))"
    }

    private static func shown(_ place: Place?) -> String { place.map { " (\($0.text))" } ?? "" }

    private static func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }
}
