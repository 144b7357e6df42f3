import JSON

/// Compares what a run gave with the golden files of its case.
struct ConformanceComparison {
    private let result: ConformanceRun.Result
    private let run: Int
    private let test: ConformanceCase

    /// - Parameter run: its number, from 1.
    init(_ result: ConformanceRun.Result, run: Int, of test: ConformanceCase) {
        self.result = result
        self.run = run
        self.test = test
    }

    /// The differences, those that explain others first.
    func differences() throws -> [ConformanceSuite.Difference] {
        try unmatched + outcome() + requests() + records() + state()
    }

    private var unmatched: [ConformanceSuite.Difference] {
        let file = "\(test)/" + (run == 1 ? "api.json" : "api-\(run).json")
        return result.unmatched.map {
            .init(file: file, text: "no response is given for the request \(Excerpt.of($0))")
        }
    }

    // MARK: Files

    private func requests() throws -> [ConformanceSuite.Difference] {
        try differences(in: "requests.jsonl") {
            LineComparison.requests.differences(
                was: LineComparison.lines($0),
                now: result.requests.map(LineComparison.line)
            )
        }
    }

    private func records() throws -> [ConformanceSuite.Difference] {
        try differences(in: "records.jsonl") {
            LineComparison.records.differences(
                was: LineComparison.lines($0),
                now: result.records.map(LineComparison.line)
            )
        }
    }

    private func state() throws -> [ConformanceSuite.Difference] {
        try differences(in: "state.json") {
            JSONComparison.meaning.differences("state", was: try JSONValue(parsing: $0), now: .object(result.state))
        }
    }

    private func outcome() throws -> [ConformanceSuite.Difference] {
        try differences(in: "outcome.json") {
            OutcomeComparison.differences(was: try JSONValue(parsing: $0), now: result.outcome)
        }
    }

    /// The differences to a golden file; none to one that is not there or that the command has no need of.
    private func differences(
        in name: String,
        by compare: (String) throws -> [JSONDifference]
    ) throws -> [ConformanceSuite.Difference] {
        let golden = try test.golden(name, run)
        guard test.goldenNames.contains(name), let text = golden.text else { return [] }
        do {
            return try compare(text).map { .init(file: golden.path, text: $0.description) }
        } catch let fault as JSONError {
            return [.init(file: golden.path, text: "is not JSON: \(fault)")]
        }
    }
}
