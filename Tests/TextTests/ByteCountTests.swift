import Testing
import Text

@Suite("ByteCount")
struct ByteCountTests {
    @Test(
        "reads numbers with and without a unit",
        arguments: [
            ("4096", 4096), ("512MiB", 512 << 20), ("1GiB", 1 << 30), ("300MB", 300_000_000), ("1.5 kb", 1500),
            ("2g", 2 << 30), ("7B", 7), ("", nil), ("MB", nil), ("-1", nil), ("0", nil), ("1e9", nil),
            ("12 apples", nil),
            ("99999999TB", nil), ("1.2.3", nil),
        ] as [(String, Int?)]
    )
    func parse(text: String, expected: Int?) { #expect(ByteCount.parse(text) == expected) }

    @Test(
        "writes them to the nearest tenth",
        arguments: [
            (17, "17 bytes"), (1024, "1 KiB"), (512 << 20, "512 MiB"), (4_300_000, "4.1 MiB"), (3 << 30, "3 GiB"),
        ]
    )
    func text(bytes: Int, expected: String) { #expect(ByteCount.text(bytes) == expected) }
}
