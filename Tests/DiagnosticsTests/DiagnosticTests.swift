import Diagnostics
import Testing
import YAML

@Suite("Diagnostic")
struct DiagnosticTests {
    static let file = SourceFile(name: "gong.yaml", text: "streams:\n  - page_sise: 100\n    ü: \"{{ a }}\"\n")

    private func place(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> Place {
        let range = SourceRange(
            start: Position(line: line, column: column),
            end: Position(line: endLine, column: endColumn)
        )
        return Place(file: Self.file, range: range)
    }

    @Test("shows place, source line, path and remedy")
    func full() {
        let diagnostic = Diagnostic(
            .warning,
            code: "unknown-field",
            "PageIncrement has no field 'page_sise'",
            place: place(2, 5, 2, 14),
            path: #"streams[0] "calls" > retriever"#,
            fix: "did you mean 'page_size'? Fields: page_size, start_from_page"
        )
        #expect(
            diagnostic.rendered == """
                gong.yaml:2:5: warning[unknown-field]: PageIncrement has no field 'page_sise'
                    2 |   - page_sise: 100
                      |     ^^^^^^^^^
                  at: streams[0] "calls" > retriever
                  fix: did you mean 'page_size'? Fields: page_size, start_from_page
                """
        )
    }

    @Test(
        "marks a place within its line",
        arguments: [
            (3, 8, 3, 17, "       ^^^^^^^^^"), (2, 5, 3, 4, "    ^^^^^^^^^^^^^^"), (1, 1, 1, 1, "^"),
            (1, 7, 9, 9, "      ^^"),
        ]
    )
    func marks(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int, _ expected: String) {
        let text = Diagnostic(code: "c", "m", place: place(line, column, endLine, endColumn)).rendered
        #expect(text.split(separator: "\n").last == "      | \(expected)")
    }

    @Test("without a place there is one line, and what is known besides")
    func noPlace() {
        #expect(Diagnostic(code: "c", "message").rendered == "error[c]: message")
        #expect(
            Diagnostic(code: "c", "message", path: "a > b", fix: "do").rendered
                == "error[c]: message\n  at: a > b\n  fix: do"
        )
    }

    @Test("gathers each fault once and sorts by place")
    func gather() {
        var all = Diagnostics()
        let second = Diagnostic(code: "b", "two", place: place(2, 1, 2, 2), path: "x")
        all.add(second)
        all.add(Diagnostic(code: "b", "two", place: place(2, 1, 2, 2), path: "y"))
        all.add(Diagnostic(.warning, code: "a", "one", place: place(1, 3, 1, 4)))
        all.add(Diagnostic(code: "c", "none", path: "p"))
        all.add(Diagnostic(code: "c", "none", path: "q"))
        #expect(all.all.map(\.message) == ["two", "one", "none", "none"])
        #expect(all.errors.count == 3)
        #expect(all.warnings.map(\.code) == ["a"])
        #expect(all.hasErrors)
        var placed = Diagnostics([second])
        placed.add(contentsOf: Diagnostics(all.warnings))
        #expect(placed.inFileOrder.map(\.message) == ["one", "two"])
        #expect(!Diagnostics(all.warnings).hasErrors)
    }

    @Test("sorts by file and place; faults without a place come first, in their order")
    func order() {
        let other = SourceFile(name: "config.json", text: "{\n}\n")
        let start = Place(file: other, range: SourceRange(start: .start, end: .start))
        let faults = [
            Diagnostic(code: "c", "late", place: place(3, 1, 3, 2)), Diagnostic(code: "c", "nowhere 1"),
            Diagnostic(code: "c", "early", place: place(1, 1, 1, 2)), Diagnostic(code: "c", "other", place: start),
            Diagnostic(code: "c", "nowhere 2"), Diagnostic(code: "c", "middle", place: place(2, 1, 2, 2)),
            Diagnostic(code: "c", "also early", place: place(1, 1, 1, 2)),
        ]
        #expect(
            Diagnostics(faults).inFileOrder.map(\.message)
                == ["nowhere 1", "nowhere 2", "early", "also early", "middle", "late", "other"]
        )
    }
}
