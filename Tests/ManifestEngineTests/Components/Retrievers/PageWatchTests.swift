import Diagnostics
import JSON
import Testing

@testable import ManifestEngine

@Suite("PageWatch")
struct PageWatchTests {
    /// A page: the token that asked for it, and its records.
    typealias Page = (token: JSONValue?, records: JSONValue)

    /// Watches pages; gives the number of the first one that is refused, and what is said.
    private func watch(_ pages: [Page], isCounting: Bool = false) -> (page: Int, message: String)? {
        var watch = PageWatch(isCounting: isCounting)
        for (index, page) in pages.enumerated() {
            do {
                try watch.check(page.records.array ?? [], token: page.token)
            } catch {
                return (index + 1, EngineFailure.from(error).message)
            }
        }
        return nil
    }

    @Test("a token that comes again with the same records ends the paging")
    func sameToken() {
        let refused = watch([(nil, [[1]]), ("a", [[2]]), ("a", [[2]])])
        #expect(refused?.page == 3)
        #expect(refused?.message.contains(#"page 3 repeats page 2: the page token "a" came a second time"#) == true)
    }

    @Test("a token that comes back after another one ends the paging, even with new records")
    func tokensInTurn() {
        let inTurn = watch([(nil, [[1]]), ("a", [[2]]), ("b", [[3]]), ("a", [[4]])])
        #expect(inTurn?.page == 4)
        #expect(
            inTurn?.message.contains(#"the page token "a" of page 4 is that of page 2, and others came in between"#)
                == true
        )
        let circle: [Page] = (0..<40).map { (.integer($0 % 30), [.array([.integer($0 % 30)])]) }
        #expect(watch(circle)?.page == 31)
        let scrolls: [Page] = [("a", [[1]]), ("a", [[2]]), ("b", [[3]]), ("b", [[4]]), ("a", [[5]])]
        #expect(watch(scrolls)?.page == 5)
    }

    @Test("a scroll whose large pages come again ends, and one whose few records come again goes on")
    func repeatingScroll() {
        func scroll(_ count: Int) -> [Page] {
            (0..<30).map { page in ("scroll", .array(Array(repeating: ["value": .integer(page % 3)], count: count))) }
        }
        let refused = watch(scroll(10))
        #expect(refused?.page == 4)
        #expect(refused?.message.contains(#"page 4 repeats page 1: the page token "scroll" came"#) == true)
        #expect(watch(scroll(9)) == nil)
    }

    @Test("a token that comes again without records ends the paging")
    func emptyPages() {
        #expect(watch([(nil, [[1]]), ("a", []), ("a", [])])?.page == 3)
    }

    @Test("one token for all pages is a scroll, as long as its records are new")
    func scroll() {
        let pages: [Page] = (0..<100).map { ($0 == 0 ? nil : "scroll", [.array([.integer($0)])]) }
        #expect(watch(pages) == nil)
        let endless: [Page] = (0...PageWatch.longestScroll + 2).map { ("scroll", [.array([.integer($0)])]) }
        let refused = watch(endless)
        #expect(refused?.page == PageWatch.longestScroll + 1)
        #expect(refused?.message.contains(#"the page token "scroll" came 10001 times"#) == true)
    }

    /// A page of that many records, all with one value.
    private func page(_ token: Int, _ value: Int, count: Int) -> Page {
        (.integer(token), .array(Array(repeating: ["value": .integer(value)], count: count)))
    }

    @Test("a counted page with the records of the page before ends the paging")
    func ignoredOffset() {
        let refused = watch([page(0, 1, count: 10), page(10, 3, count: 10), page(20, 3, count: 10)], isCounting: true)
        #expect(refused?.page == 3)
        #expect(
            refused?.message.contains("page 3 repeats page 2: the API returns the same 10 records for page token 20")
                == true
        )
    }

    @Test("small pages may be equal, from the first one on fewer times than later", arguments: [1, 2, 9])
    func equalRows(count: Int) {
        let same = (0..<200).map { page($0, 0, count: count) }
        #expect(watch(Array(same.prefix(10)), isCounting: true) == nil)
        #expect(watch(same, isCounting: true)?.page == 11)
        #expect(
            watch([page(-1, 3, count: count)] + same.prefix(100) + [page(100, 5, count: count)], isCounting: true)
                == nil
        )
        #expect(watch([page(-1, 3, count: count)] + same, isCounting: true)?.page == 102)
    }

    @Test("counted pages that differ in one record, or are empty, are fine")
    func advancing() {
        #expect(watch([(nil, [[1], [2]]), (2, [[1], [3]]), (4, [[1], [2]])], isCounting: true) == nil)
        #expect(watch([(nil, []), (1, []), (2, [])], isCounting: true) == nil)
    }

    @Test("named pages may be alike a few times, not forever")
    func namedPages() {
        func pages(_ count: Int) -> [Page] { (0..<count).map { (.integer($0), [["value": 1]]) } }
        #expect(watch(pages(10)) == nil)
        #expect(watch(pages(50))?.page == 11)
    }

    @Test("no more tokens are remembered than a limit, and a circle after that is found all the same")
    func bounded() {
        let long = PageWatch.rememberedTokens + 10
        var pages: [Page] = (0..<long).map { (.integer($0), [.array([.integer($0)])]) }
        pages += (long - 5..<long).map { (.integer($0), [.array([.integer($0)])]) }
        #expect(watch(pages)?.page == long + 1)
    }
}
