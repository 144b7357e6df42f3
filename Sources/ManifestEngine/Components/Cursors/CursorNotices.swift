import Diagnostics
import Synchronization
import Text

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
            "Could not find cursor field `\(cursorField)` in a record of stream \(streamName). "
                + "The record is kept and does not move the state."
        }
    }

    /// A record has a cursor value that no format fits.
    func unreadableValue(_ text: String) {
        warn(.unreadable) {
            "Could not read cursor field `\(cursorField)` in a record of stream \(streamName): \(text.shortened(to: 100)). "
                + "The record is kept and does not move the state."
        }
    }

    /// A partition came again before its first round was finished.
    func duplicatePartition() {
        warn(.duplicate) { "Stream \(streamName) has a partition twice; it is read once." }
    }

    /// Paging begins anew after the newest record, but records did not come oldest first.
    func unordered() {
        warn(.unordered) {
            "Stream \(streamName) begins its paging anew after the newest record, but its records are not in order of "
                + "`\(cursorField)`: some may be missed."
        }
    }

    /// There are too many partitions to keep a state for each.
    func switchedToGlobal(limit: Int) {
        messages.log(
            .info,
            "Stream \(streamName) has more than \(limit) partitions: one state for all is kept from here on."
        )
    }

    private func warn(_ kind: Kind, _ text: () -> String) {
        if given.withLock({ $0.insert(kind).inserted }) { messages.log(.warn, text()) }
    }
}
