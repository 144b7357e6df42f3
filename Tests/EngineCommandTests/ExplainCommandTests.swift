import Testing

@Suite("engine explain", .timeLimit(.minutes(1)))
struct ExplainCommandTests {
    @Test("prints a description of a type")
    func type() async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["explain", "PageIncrement"])
            #expect(result.exit == 0)
            #expect(result.output.hasPrefix("## PageIncrement\n\nNumbers pages upward"))
            #expect(result.output.contains("- `page_size`: "))
            #expect(result.output.hasSuffix("start_from_page: 1\n```\n"))
            #expect(result.errors.isEmpty)
        }
    }

    @Test("lists all types by role")
    func list() async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["explain"])
            #expect(result.exit == 0)
            #expect(result.output.contains("\n\npagination strategy\n  CursorPagination: "))
        }
    }

    @Test("a full disk and a closed pipe behind standard output", arguments: [["explain"], ["schema"], ["--help"]])
    func fullDisk(_ arguments: [String]) async throws {
        try await Bench.with { bench in
            let full = try await bench.engine(arguments, pipeline: "> /dev/full")
            #expect(full.exit == 1)
            full.expectErrors(["standard output cannot be written: No space left on device"])
            let closed = try await bench.engine(arguments, pipeline: ">&-")
            #expect(closed.exit == 1)
            closed.expectErrors(["standard output cannot be written"])
        }
    }

    @Test(
        "a name that is none: exit code 2, and what may be meant",
        arguments: [
            ("PageIncremnt", "did you mean 'PageIncrement'?"), ("nosuch", "did you mean 'NoAuth'?"),
            ("Somethingelse", "'engine explain' lists all types"),
        ]
    )
    func unknown(_ name: String, _ says: String) async throws {
        try await Bench.with { bench in
            let result = try await bench.engine(["explain", name])
            #expect(result.exit == 2)
            #expect(result.output.isEmpty)
            result.expectErrors(["unknown type '\(name)'", says, "Usage: engine explain"])
        }
    }
}
