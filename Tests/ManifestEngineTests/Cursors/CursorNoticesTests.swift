import Testing

@testable import ManifestEngine

@Suite("Notices of a cursor")
struct CursorNoticesTests {
    @Test("warns once of each kind, and names stream and field")
    func once() {
        let log = CursorLog()
        let notices = CursorNotices(streamName: "orders", cursorField: "changed", messages: log)
        for _ in 0..<3 {
            notices.missingValue()
            notices.unreadableValue("\"soon\"")
            notices.duplicatePartition()
            notices.unordered()
        }
        notices.switchedToGlobal(limit: 10_000)
        #expect(log.texts.count == 5)
        #expect(log.texts.allSatisfy { $0.contains("orders") })
        #expect(log.texts.count { $0.hasPrefix("WARN") && $0.contains("`changed`") } == 3)
        #expect(log.texts.last?.hasPrefix("INFO") == true)
    }
}
