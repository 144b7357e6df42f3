import Testing

/// Files that can be read in one go.
@Suite("Length of files")
struct FileLengthTests {
    private static let most = 400

    @Test("has no file of more lines than can be read in one go", arguments: ["Sources", "Tests", "Benchmarks"])
    func length(_ folder: String) throws {
        let files = try SourceTree.swiftFiles(in: folder)
        #expect(!files.isEmpty)
        for file in files {
            let lines = try SourceTree.text(file).utf8.count { $0 == UInt8(ascii: "\n") }
            #expect(lines <= Self.most, "\(file) has \(lines) lines")
        }
    }
}
