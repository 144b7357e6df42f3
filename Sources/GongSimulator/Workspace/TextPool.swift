/// Ready-made sentences as escaped JSON text, so that large pages are copied and not composed.
struct TextPool: Sendable {
    /// A sentence without its quotes.
    struct Sentence: JSONWritable {
        fileprivate let storage: [UInt8]
        fileprivate let range: Range<Int>

        func write(to writer: inout JSONWriter) {
            writer.raw("\"")
            writer.raw(storage[range])
            writer.raw("\"")
        }

        /// Appends the text without quotes, as part of a longer string.
        func writeBare(to writer: inout JSONWriter) {
            writer.raw(storage[range])
        }
    }

    private let storage: [UInt8]
    private let plain: [Range<Int>]
    private let unicode: [Range<Int>]
    private let unicodeShare: Double

    init(unicodeShare: Double) {
        self.unicodeShare = unicodeShare
        var bytes: [UInt8] = []
        plain = (0..<256).map { Self.append(Self.sentence($0, from: Self.plainWords, accent: nil), to: &bytes) }
        unicode = (0..<128).map {
            Self.append(Self.sentence($0, from: Self.unicodeWords, accent: Self.endings[$0 % 8]), to: &bytes)
        }
        storage = bytes
    }

    /// A sentence of 25 to 150 bytes.
    func sentence(_ draws: inout Draws) -> Sentence {
        let bits = draws.next()
        let isUnicode = Double(bits >> 11) < unicodeShare * 9_007_199_254_740_992
        let position = Int(truncatingIfNeeded: bits & 0xFF)
        return Sentence(storage: storage, range: isUnicode ? unicode[position & 127] : plain[position])
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: Array(text.utf8))
        return start..<bytes.count
    }

    private static func sentence(_ index: Int, from words: [String], accent: String?) -> String {
        var draws = Draws(seed: 77, .transcript, index)
        let count = draws.within(5...22)
        let body = (0..<count).map { _ in draws.pick(words) }.joined(separator: " ")
        return body + (accent ?? (index % 5 == 0 ? "?" : "."))
    }

    private static let plainWords = [
        "we", "the", "plan", "budget", "team", "could", "would", "next", "quarter", "report", "price", "pilot",
        "contract", "data", "review", "because", "and", "our", "your", "customers", "deliver", "rollout", "system",
        "today", "question", "maybe", "agree", "with", "support", "training", "before", "renewal", "security", "it",
    ]
    private static let unicodeWords = [
        "déjà", "für", "größer", "señal", "naïve", "façade", "你好", "預算", "価格", "見積り", "спасибо", "бюджет",
        "مرحبا", "שלום", "łącznie", "œuvre", "ångström", "coût", "straße", "ñandú", "tak", "oui", "ja", "und",
    ]
    /// Ends of sentences with emoji, JSON escapes, a surrogate pair written as an escape, and a line separator.
    private static let endings = [
        "!", " ✅", " 👏🏽", " \\\"quoted\\\"", " a\\\\b", "\\nnew line", " \\ud83d\\ude80", " \u{2028}end",
    ]
}
