import Diagnostics
import Testing

@testable import ManifestEngine

@Suite("LogRepetition")
struct LogRepetitionTests {
    @Test("after the first lines of a kind the others are for debugging")
    func bounded() {
        let repetition = LogRepetition()
        let lines = (1...25).map { repetition.line(.error, "line \($0)", kind: "items failed") }
        #expect(lines.map(\.level) == Array(repeating: .error, count: 20) + Array(repeating: .debug, count: 5))
        #expect(lines[18].text == "line 19")
        #expect(lines[19].text == "line 20 Further lines like this one are omitted.")
        #expect(lines[24].text == "line 25")
        #expect(repetition.line(.info, "other", kind: "items again").level == .info)
    }
}
