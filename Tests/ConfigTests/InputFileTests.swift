import Config
import Testing

@Suite("InputFile")
struct InputFileTests {
    @Test(
        "a byte order mark becomes spaces, UTF-16 and UTF-32 are converted",
        arguments: [
            [0xEF, 0xBB, 0xBF, 0x5B, 0x5D], [0xFF, 0xFE, 0x5B, 0, 0x5D, 0], [0xFE, 0xFF, 0, 0x5B, 0, 0x5D],
            [0xFF, 0xFE, 0, 0, 0x5B, 0, 0, 0, 0x5D, 0, 0, 0], [0x5B, 0x5D],
        ] as [[UInt8]]
    )
    func encodings(_ bytes: [UInt8]) throws {
        let file = InputFile(name: "state.json", bytes: bytes, role: "state")
        #expect(try file.json().array?.isEmpty == true)
    }
}
