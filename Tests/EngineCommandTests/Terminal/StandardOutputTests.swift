import Foundation
import Testing

@testable import engine

@Suite("StandardOutput")
struct StandardOutputTests {
    @Test(
        "knows whether it would continue with somebody's line",
        arguments: [
            ("", 0, false), ("a", 1, true), ("a\n", 2, false), ("a\nb", 3, true), ("a\nb", 2, false),
            ("a\nb", 0, false),
        ]
    )
    func continuesLine(_ text: String, _ place: Int, _ expected: Bool) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)").path
        #expect(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
        defer { unlink(path) }
        for mode in [O_WRONLY, O_RDWR] {
            let file = open(path, mode)
            lseek(file, off_t(place), SEEK_SET)
            #expect(StandardOutput.continuesLine(file) == expected)
            #expect(lseek(file, 0, SEEK_CUR) == off_t(place))
            close(file)
        }
        let appending = open(path, O_WRONLY | O_APPEND)
        #expect(StandardOutput.continuesLine(appending) == (text.last.map { $0 != "\n" } ?? false))
        close(appending)
    }

    @Test("a pipe has no line to continue with")
    func pipe() {
        var ends: [Int32] = [0, 0]
        #expect(Glibc.pipe(&ends) == 0)
        #expect(!StandardOutput.continuesLine(ends[1]))
        for end in ends { close(end) }
    }
}
