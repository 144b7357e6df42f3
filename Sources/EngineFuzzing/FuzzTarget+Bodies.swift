import HTTP
import JSON

extension FuzzTarget {
    /// Bodies of responses: the first line is the `Content-Type`, the rest the body.
    static let bodies = FuzzTarget(
        "bodies",
        words: [
            "charset=", "utf-16", "utf-8", "latin1", "shift_jis", "utf-7", "iso-2022-jp", "utf-32", ";", "\"", "\n",
            "\0", "\0\0\0", "\u{FEFF}", "{", "}", "\"a\"", ":", "1", "é", "𝄞", "\\ud834", "windows-1251",
        ],
        inputs: [
            Array("application/json; charset=utf-8\n{\"a\":1}".utf8),
            Array("text/plain; charset=shift_jis\n".utf8) + [0x83, 0x65],
            Array("application/json\n".utf8) + [0xFF, 0xFE, 0x7B, 0, 0x7D, 0],
            Array("a/b;charset=latin1\n".utf8) + [0x7B, 0xE9],
        ]
    ) { bytes in
        let parts = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        let body = Array(parts.count > 1 ? parts[1] : [])
        let type = String(decoding: parts[0], as: UTF8.self)
        func response(_ body: [UInt8]) -> HTTPResponse {
            HTTPResponse(status: 200, headers: HTTPHeaderList([("Content-Type", type)]), body: Bytes(body))
        }
        let text = response(body).text
        _ = try? response(body).document(indexDepth: 3)
        guard let plain = String(validating: body, as: UTF8.self), !plain.isEmpty else { return }
        if plain.unicodeScalars.first != "\u{FEFF}", !body.contains(0) {
            expect(text.utf8.elementsEqual(body), "UTF-8 is read as something else, with \(type)")
        }
        checkWide(plain)
    }

    /// A text is the same in every encoding that has a mark.
    private static func checkWide(_ text: String) {
        // A zero behind the mark makes it that of another encoding.
        guard text.utf8.first != 0, text.unicodeScalars.first != "\u{FEFF}" else { return }
        let short: [UInt16] = [0xFEFF] + Array(text.utf16)
        let long: [UInt32] = [0xFEFF] + text.unicodeScalars.map(\.value)
        let forms: [[UInt8]] = [
            short.flatMap { bytes(of: $0.bigEndian) }, short.flatMap { bytes(of: $0.littleEndian) },
            long.flatMap { bytes(of: $0.bigEndian) }, long.flatMap { bytes(of: $0.littleEndian) },
        ]
        for (index, form) in forms.enumerated() {
            expect(TextEncoding.utf8(form).elementsEqual(text.utf8), "form \(index) is read as something else")
        }
    }

    private static func bytes(of unit: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: unit) { Array($0) } }

    /// Compressed bodies: the first byte says how they come in and what they are called.
    static let unpack = FuzzTarget(
        "unpack",
        words: ["\u{1F}", "\0", "\u{8}", "abcabc", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "\u{78}"],
        inputs: [
            [0] + Packing.packed(Array("some text, some text".utf8), .gzip) + [0, 0, 0],
            [3] + Packing.packed(Array("one".utf8), .gzip) + Packing.packed(Array("two".utf8), .gzip),
            [1] + Packing.packed(Array("with a header".utf8), .zlib), [5] + Packing.packed(Array("without".utf8), .raw),
        ]
    ) { bytes in
        guard let flags = bytes.first else { return }
        let coding: ContentCoding = flags & 1 == 0 ? .gzip : .deflate
        let step = 1 + Int(flags >> 1)
        let data = Array(bytes.dropFirst())
        expect(
            Packing.unpacked(data, coding, step: step) == Packing.unpacked(data, coding, step: .max),
            "parts matter"
        )
        for form in coding == .gzip ? [Packing.Form.gzip] : [.zlib, .raw] {
            let packed = Packing.packed(data, form)
            // Without a header the first bytes may look like one.
            guard form != .raw || !Packing.looksPacked(packed) else { continue }
            expect(
                Packing.unpacked(packed, coding, step: step) == .success(data),
                "packed and unpacked is something else"
            )
        }
    }
}
