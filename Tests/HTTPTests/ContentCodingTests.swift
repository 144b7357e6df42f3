import Testing

@testable import HTTP

@Suite("ContentCoding")
struct ContentCodingTests {
    @Test(
        "the last coding applied is the first undone; names that say nothing about compression are skipped",
        arguments: [
            ([], []), ([""], []), (["gzip"], [.gzip]), (["GZip"], [.gzip]), (["x-gzip"], [.gzip]),
            (["deflate"], [.deflate]), (["gzip, deflate"], [.deflate, .gzip]),
            (["gzip", "deflate"], [.deflate, .gzip]),
            (["identity"], []), ([" identity ,\tgzip "], [.gzip]), (["gzip,"], [.gzip]), (["utf-8"], []),
            (["none"], []),
        ] as [([String], [ContentCoding])]
    )
    func undone(values: [String], expected: [ContentCoding]) throws {
        #expect(try ContentCoding.undone(values) == expected)
    }

    @Test(
        "a coding that was not requested is named",
        arguments: [
            ("br", "br"), ("ZSTD", "zstd"), ("gzip, br", "br"), ("compress", "compress"),
            ("gzip,gzip,gzip,gzip,gzip,gzip", "gzip,gzip,gzip,gzip,gzip,gzip"),
        ]
    )
    func unread(value: String, name: String) {
        #expect(throws: UnreadCoding(name: name)) { try ContentCoding.undone([value]) }
    }
}
