import Testing

@testable import ManifestEngine

@Suite("ReadProgress")
struct ReadProgressTests {
    @Test("keeps the streams in order and changes the one that is named")
    func update() {
        let progress = ReadProgress(["a", "b"])
        progress.update("b") { $0.records += 2 }
        progress.update("b") { $0.phase = .reading }
        progress.update("unknown") { $0.records = 9 }
        #expect(progress.current.map(\.name) == ["a", "b"])
        #expect(progress.current.map(\.records) == [0, 2])
        #expect(progress.current.map(\.phase) == [.waiting, .reading])
    }
}
