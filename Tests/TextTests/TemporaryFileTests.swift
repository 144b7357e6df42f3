import Testing
import Text

@Suite("TemporaryFile")
struct TemporaryFileTests {
    private func bytes(_ file: TemporaryFile, at offset: Int, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 9, count: count)
        return bytes.withUnsafeMutableBytes { file.read(into: $0, at: offset) } ? bytes : nil
    }

    @Test("what was written at a place is read there; the rest is zero, and past the end there is nothing")
    func readsWhatWasWritten() throws {
        let file = try #require(TemporaryFile())
        #expect(file.extend(to: 8))
        #expect(([1, 2, 3] as [UInt8]).withUnsafeBytes { file.write($0, at: 2) })
        #expect(bytes(file, at: 0, count: 8) == [0, 0, 1, 2, 3, 0, 0, 0])
        #expect(bytes(file, at: 6, count: 4) == nil)
    }
}
