import Diagnostics
import JSON

/// Makes sure that the paging of a slice advances: recognizes a page that came before.
///
/// A token that comes back after another one means a circle. A token that stays the same from page to page may be a
/// scroll, which is believed while its records are new. Consecutive pages with the same records mean that the API
/// ignores the page token. Needs some 16 bytes per page, and at most a megabyte or two.
struct PageWatch {
    /// Whether the engine counts the pages, so that an API that honors the count returns distinct ones.
    private let isCounting: Bool
    /// Pages that came.
    private var number = 0
    /// The first page, until another one comes: a slice of one page costs nothing.
    private var first: (records: [JSONValue], count: Int, token: JSONValue?)?
    /// The records of the page before, and how often they came in a row.
    private var last: (print: PagePrint, token: JSONValue?, times: Int)?
    /// The number of the last page that each token named, by the hash of the token's text.
    private var seen: [Int: Int] = [:]
    /// The pages of the token at hand, when it named more than one in a row.
    private var scroll = Scroll()

    /// Consecutive pages with one token.
    private struct Scroll {
        /// How many pages came.
        var times = 1
        /// Those that are not small, by the number of the page.
        var pages: [PagePrint: Int] = [:]
    }

    /// Tokens that are remembered; a circle of more pages is not found.
    static let rememberedTokens = 65_536
    /// Consecutive pages that one token may name while their records differ.
    static let longestScroll = 10_000
    /// Equal pages in a row that are believed of an API that names its pages itself, and of one that gives the same few
    /// records from the first page on.
    private static let longestRow = 10
    /// Equal pages in a row that are believed when other pages came before and they are small: rows without an id may be
    /// equal by nature.
    private static let longestRowOfFew = 100
    /// Records from which a page is not small.
    private static let many = 10

    /// - Parameter isCounting: whether the engine counts the pages, instead of reading their names from the responses.
    init(isCounting: Bool) { self.isCounting = isCounting }

    /// Notes the page at hand; throws when reading on would never end.
    ///
    /// - Parameter count: how many records the page has, when those at hand are but the first of them.
    mutating func check(_ records: [JSONValue], count: Int? = nil, token: JSONValue?) throws {
        number += 1
        let count = count ?? records.count
        guard number > 1, let token else { return first = (records, count, token) }
        noteFirst()
        let print = PagePrint(records, count: count)
        let before = last?.print
        try compareWithLast(print, token)
        try compareWithToken(print, before, token)
    }

    /// Notes the first page, now that there is another one.
    private mutating func noteFirst() {
        guard let page = first else { return }
        last = (PagePrint(page.records, count: page.count), page.token, 1)
        if let token = page.token { seen[token.text.hashValue] = 1 }
        first = nil
    }

    private mutating func compareWithLast(_ print: PagePrint, _ token: JSONValue) throws {
        guard let before = last, before.print == print, print.count > 0 else { return last = (print, token, 1) }
        last = (print, token, before.times + 1)
        guard before.times >= longestRow(print.count, isFromStart: before.times == number - 1) else { return }
        let other = before.token.map { "\(Self.shown($0)) " } ?? "no token "
        throw Self.failure(
            "page \(number) repeats page \(number - 1): the API returns the same \(print.count) records for page token "
                + "\(Self.shown(token)) as for \(other)before",
            "The API ignores the page token. Check where 'page_token_option' puts it, and under which name."
        )
    }

    private func longestRow(_ count: Int, isFromStart: Bool) -> Int {
        if count >= Self.many { return isCounting ? 1 : Self.longestRow }
        return isFromStart ? Self.longestRow : Self.longestRowOfFew
    }

    private mutating func compareWithToken(_ print: PagePrint, _ before: PagePrint?, _ token: JSONValue) throws {
        let key = token.text.hashValue
        let previous = seen[key]
        if previous == nil, seen.count >= Self.rememberedTokens { seen.removeAll(keepingCapacity: true) }
        seen[key] = number
        guard let previous else { return scroll = Scroll() }
        guard previous == number - 1 else {
            throw Self.failure(
                "the page token \(Self.shown(token)) of page \(number) is that of page \(previous), and others came "
                    + "in between",
                Self.advice
            )
        }
        if scroll.times == 1, let before { scroll.pages = [before: number - 1] }
        try compareWithScroll(print, token)
    }

    /// Notes one more page with the token of the page before.
    private mutating func compareWithScroll(_ print: PagePrint, _ token: JSONValue) throws {
        scroll.times += 1
        if let earlier = scroll.pages[print], earlier == number - 1 || print.count >= Self.many {
            throw Self.failure(
                "page \(number) repeats page \(earlier): the page token \(Self.shown(token)) came a second time, with "
                    + "the same \(print.count) records",
                Self.advice
            )
        }
        scroll.pages[print] = number
        guard scroll.times <= Self.longestScroll else {
            throw Self.failure("the page token \(Self.shown(token)) came \(scroll.times) times", Self.advice)
        }
    }

    private static let advice =
        "Check 'cursor_value' and 'stop_condition' of the paginator: no page is ever the last one."

    private static func shown(_ token: JSONValue) -> String {
        let text = token.text
        return text.count > 200 ? "\(text.prefix(200))…" : text
    }

    private static func failure(_ what: String, _ advice: String) -> EngineFailure {
        EngineFailure(.system, "Paging does not end: \(what). The records so far are kept.", detail: advice)
    }
}
