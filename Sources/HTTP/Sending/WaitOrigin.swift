/// The origin of a wait.
package struct WaitOrigin: Sendable, Equatable {
    /// The beginning of a sentence: `The header 'Retry-After' says '7'`.
    package let words: String
    /// Whether the wait lasts until a quota is reset.
    package let isReset: Bool
    /// The header that asks for it; nil where something else does.
    let header: String?

    package init(_ words: String, isReset: Bool = false) { self.init(words, isReset: isReset, header: nil) }

    private init(_ words: String, isReset: Bool, header: String?) {
        self.words = words
        self.isReset = isReset
        self.header = header
    }

    /// A header and its value.
    package init(header: String, value: String, isReset: Bool) {
        let shown = value.count > 100 ? value.prefix(100) + "…" : value[...]
        self.init("The header '\(header)' says '\(shown)'", isReset: isReset, header: header)
    }

    /// The same, lasting until a quota is reset if a string speaks of a daily one, or the header is the one that a
    /// budget looks at for that.
    package func asTold(by text: String, resetHeader: String?) -> WaitOrigin {
        let isBudgets = header != nil && header?.lowercased() == resetHeader?.lowercased()
        let isReset = isReset || isBudgets || Self.namesDailyQuota(text)
        return WaitOrigin(words, isReset: isReset, header: header)
    }

    /// Whether a string speaks of a quota for each day.
    static func namesDailyQuota(_ text: String) -> Bool {
        let text = text.lowercased()
        return ["daily", "per day", "per-day", "a day", "/day", "24 hours", "24h"].contains { text.contains($0) }
    }
}
