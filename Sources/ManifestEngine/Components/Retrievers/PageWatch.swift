import Diagnostics
import JSON

/// Makes sure that the paging of a slice advances: recognizes a page that came before.
///
/// A page repeats an earlier one when it was requested with the same token and has the same records. A token alone is
/// no sign, as APIs that scroll use one token for all pages. Consecutive pages with the same records mean
/// that the API ignores the page token. Needs 16 bytes per page, and at most a megabyte or two.
struct PageWatch {
    /// Whether the engine counts the pages, so that an API that honors the count returns distinct ones.
    private let isCounting: Bool
    /// Pages that came.
    private var number = 0
    /// The first page, until another one comes: a slice of one page costs nothing.
    private var first: (records: [JSONValue], count: Int, token: JSONValue?)?
    /// The records of the page before, and how often they came in a row.
    private var last: (print: PagePrint, token: JSONValue?, times: Int)?
    /// What came for each token, by the hash of its text.
    private var seen: [Int: Visit] = [:]

    /// The last response for a token.
    private struct Visit {
        var print: PagePrint
        var page: Int
        var times: Int
    }

    /// Tokens that are remembered; a circle of more pages is not found.
    static let rememberedTokens = 65_536
    /// Pages that one token may name while their records differ.
    static let longestScroll = 1_000
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
        if let first { last = (PagePrint(first.records, count: first.count), first.token, 1) }
        first = nil
        let print = PagePrint(records, count: count)
        try compareWithLast(print, token)
        try compareWithToken(print, token)
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

    private mutating func compareWithToken(_ print: PagePrint, _ token: JSONValue) throws {
        let key = token.text.hashValue
        guard var visit = seen[key] else {
            if seen.count >= Self.rememberedTokens { seen.removeAll(keepingCapacity: true) }
            return seen[key] = Visit(print: print, page: number, times: 1)
        }
        visit.times += 1
        let advice = "Check 'cursor_value' and 'stop_condition' of the paginator: no page is ever the last one."
        if visit.print == print {
            throw Self.failure(
                "page \(number) repeats page \(visit.page): the page token \(Self.shown(token)) came a second "
                    + "time, with the same \(print.count) records",
                advice
            )
        }
        if visit.times > Self.longestScroll {
            throw Self.failure("the page token \(Self.shown(token)) came \(visit.times) times", advice)
        }
        (visit.print, visit.page) = (print, number)
        seen[key] = visit
    }

    private static func shown(_ token: JSONValue) -> String {
        let text = token.text
        return text.count > 200 ? "\(text.prefix(200))…" : text
    }

    private static func failure(_ what: String, _ advice: String) -> EngineFailure {
        EngineFailure(.system, "Paging does not end: \(what). The records so far are kept.", detail: advice)
    }
}
