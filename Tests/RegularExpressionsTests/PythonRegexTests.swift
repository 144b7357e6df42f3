import TestSupport
import Testing

@testable import RegularExpressions

/// Regular expressions, with the results of Python's `re`.
@Suite("Python regex")
struct PythonRegexTests {
    @Test("finds groups", arguments: try RecordedTable.rows("search"))
    func search(_ row: RecordedRow) throws {
        #expect(try PythonRegex(row.argument).search(row.input)?.group(1) ?? "none" == row.expected)
    }

    @Test("replaces", arguments: try RecordedTable.rows("replace"))
    func replace(_ row: RecordedRow) throws {
        let parts = row.argument.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
        #expect(try PythonRegex(parts[0]).replaceAll(row.input, parts[1]) == row.expected)
    }

    @Test("refuses broken patterns", arguments: try RecordedTable.rows("broken"))
    func broken(_ row: RecordedRow) {
        #expect(row.expected == "!error")
        #expect(throws: RegexError.self) { try PythonRegex(row.argument) }
    }

    @Test("gives up rather than search for ever")
    func budget() throws {
        let regex = try PythonRegex("(a+)+b")
        #expect(throws: RegexError.self) { try regex.search(String(repeating: "a", count: 40)) }
    }

    @Test("matches long runs without deep recursion")
    func longText() throws {
        let text = String(repeating: "ab\n", count: 5000)
        #expect(try PythonRegex("((?:.|\n)*)").search(text)?.group(1)?.utf8.count == 15000)
        #expect(try PythonRegex("(.|\n)*").search(text)?.group(1) == "\n")
    }
}

extension PythonRegexTests {
    @Test("limits groups inside groups", arguments: ["(", "(?:", "(?=", "(?i:", "(?P<n>"])
    func nesting(_ open: String) throws {
        func pattern(_ count: Int) -> String {
            (0..<count).map { open.replacing("<n>", with: "<n\($0)>") }.joined() + "a"
                + String(repeating: ")", count: count)
        }
        for count in [RegexParser.deepest - 1, RegexParser.deepest] {
            #expect(try PythonRegex(pattern(count)).search("a") != nil)
        }
        for count in [RegexParser.deepest + 1, 20_000] {
            #expect(throws: RegexError.self) { try PythonRegex(pattern(count)) }
        }
    }

    @Test("gives up where going back takes too long", arguments: ["(a+)+$", "(a|aa)+$", "(a*)*b", "(.*)*=.*x"])
    func backtracking(_ pattern: String) throws {
        let error = #expect(throws: RegexError.self) {
            try PythonRegex(pattern).search(String(repeating: "a", count: 5000) + "!")
        }
        #expect(error?.message == "the regular expression takes too many steps on this text")
    }

    @Test("takes lengths beyond all integers")
    func lengths() throws {
        let pattern = "(?<=((((a{1000000}){1000000}){1000000}){1000000}))b"
        #expect(throws: RegexError.self) { try PythonRegex(pattern) }
    }
}
