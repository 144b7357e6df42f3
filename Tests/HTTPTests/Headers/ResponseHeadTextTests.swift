import HTTP
import Testing

/// Heads that servers write and a strict parser refuses.
struct ResponseHeadTextTests {
    typealias Row = (head: String, repaired: String)

    static let faulty: [Row] = [
        ("HTTP/1.1 200 OK\nA: 1\n\n", "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nA: 1\r\n  2\r\n\t3\r\n\r\n", "HTTP/1.1 200 OK\r\nA: 1 2 3\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\n folded\r\nA: 1\r\n\r\n", "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nA:\r\n 2\r\n \0\r\n\r\n", "HTTP/1.1 200 OK\r\nA: 2\r\n\r\n"),
        ("HTTP/1.1 200 OK\nA: 1\0\n\n", "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"),
        ("\r\r\nHTTP/1.1 200 OK\nA: 1\n\n", "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"),
        ("HTTP/1.1  200  OK\r\nA: 1\r\n\r\n", "HTTP/1.1 200  OK\r\nA: 1\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nA : 1\r\n\r\n", "HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nA B: 1\r\nC: 2\r\n\r\n", "HTTP/1.1 200 OK\r\nC: 2\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nno colon\r\nC: 2\r\n\r\n", "HTTP/1.1 200 OK\r\nC: 2\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nÄ: 1\r\nC: 2\r\n\r\n", "HTTP/1.1 200 OK\r\nC: 2\r\n\r\n"),
        ("HTTP/1.1 200 OK\r\nA: 1\u{1}2\r\n\r\n", "HTTP/1.1 200 OK\r\nA: 1 2\r\n\r\n"),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\ncontent-length: 6\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\ncontent-length: 6\r\n\r\n"
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\nA: 1\r\nContent-Length: 5\r\n\r\n",
            "HTTP/1.1 200 OK\r\nA: 1\r\nContent-Length: 5\r\n\r\n"
        ),
        ("HTTP/1.1 200 OK\r\nContent-Length: 5, 6\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5, 6\r\n\r\n"),
        (
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        ),
    ]

    @Test("faults are found and repaired", arguments: faulty)
    func mended(row: Row) {
        let scan = Array(row.head.utf8).withUnsafeBytes { ResponseHeadScan($0) }
        #expect(scan.length == row.head.utf8.count)
        #expect(!scan.isClean)
        #expect(String(decoding: ResponseHeadText.repaired(Array(row.head.utf8)), as: UTF8.self) == row.repaired)
    }

    @Test("a sound head is left alone, whatever follows it")
    func sound() {
        let head = "HTTP/1.1 200\r\nContent-Type: a/b; c=\"é\"\r\nTransfer-Encoding: chunked\r\nEmpty:\r\n\r\n"
        let scan = Array((head + "2\nok").utf8).withUnsafeBytes { ResponseHeadScan($0) }
        #expect(scan.length == head.utf8.count)
        #expect(scan.isClean)
    }

    @Test(
        "a head that is not whole",
        arguments: ["", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nA: 1\r\n\r"]
    )
    func unfinished(text: String) {
        #expect(Array(text.utf8).withUnsafeBytes { ResponseHeadScan($0) }.length == nil)
    }
}
