import JSON

/// The differences between what a run gave and what is expected of it.
struct ConformanceComparison {
    private let result: ConformanceRun.Result
    private let expected: ConformanceCase.Expected

    init(_ result: ConformanceRun.Result, _ expected: ConformanceCase.Expected) {
        self.result = result
        self.expected = expected
    }

    /// A line for each difference; the wording of errors is the engine's own, so their kinds alone count.
    var differences: [String] {
        let names = ["exit", "catalog", "spec", "statuses", "controls"]
        return result.unanswered.map { "no response is given for the request \($0)" }
            + (expected.records.map { lines("records.jsonl", result.records, $0) } ?? [])
            + lines("requests.jsonl", result.requests, expected.requests)
            + (expected.state.map { values("state.json", .object(result.state), $0) } ?? [])
            + names.flatMap { values("outcome.json: \($0)", result.outcome[$0], expected.outcome[$0]) }
            + values(
                "outcome.json: check.status",
                result.outcome["check"]?["status"],
                expected.outcome["check"]?["status"]
            )
            + lines("outcome.json: waits", waits(result.outcome), waits(expected.outcome))
            + errors
    }

    // MARK: Lines

    /// The lines that are missing or too many, in any order.
    private func lines(_ name: String, _ found: [String], _ expected: [String]) -> [String] {
        var surplus = found.map(Self.normal)
        var missing: [String] = []
        for line in expected.map(Self.normal) {
            if let place = surplus.firstIndex(of: line) { surplus.remove(at: place) } else { missing.append(line) }
        }
        return missing.map { "\(name): missing \($0)" } + surplus.map { "\(name): not expected \($0)" }
    }

    /// Compact JSON text; key order and the digits of numbers stay.
    private static func normal(_ line: String) -> String { (try? JSONValue(parsing: line))?.text ?? line }

    // MARK: Values

    /// The differences of two values by their paths.
    private func values(_ path: String, _ found: JSONValue?, _ expected: JSONValue?) -> [String] {
        if found == expected { return [] }
        if let one = found?.object, let other = expected?.object {
            let names = Array(other.keys) + one.keys.filter { other[$0] == nil }
            return names.flatMap { values("\(path).\($0)", one[$0], other[$0]) }
        }
        if let one = found?.array, let other = expected?.array, one.count == other.count {
            return one.indices.flatMap { values("\(path)[\($0)]", one[$0], other[$0]) }
        }
        return ["\(path): found \(found?.text ?? "nothing"), expected \(expected?.text ?? "nothing")"]
    }

    /// The waits, to the microsecond.
    private func waits(_ outcome: JSONValue) -> [String] {
        (outcome["waits"]?.array ?? []).compactMap { wait in
            switch wait.opened {
            case .integer(let seconds): String(seconds * 1_000_000)
            case .double(let seconds): String(Int((seconds * 1_000_000).rounded()))
            default: nil
            }
        }
    }

    // MARK: Errors

    /// The errors by stream and kind; where none is expected by kind, any will do.
    private var errors: [String] {
        var surplus = Self.kinds(result.outcome)
        var missing: [String] = []
        for wanted in Self.kinds(expected.outcome) {
            let place = surplus.firstIndex {
                $0.stream == wanted.stream && (wanted.type == nil || wanted.type == $0.type)
            }
            if let place { surplus.remove(at: place) } else { missing.append(Self.text(wanted)) }
        }
        return missing.map { "outcome.json: errors: missing \($0)" }
            + surplus.map { "outcome.json: errors: not expected \(Self.text($0)): \($0.message)" }
    }

    private typealias Kind = (stream: String, type: String?, message: String)

    /// Those that name their kind come first.
    private static func kinds(_ outcome: JSONValue) -> [Kind] {
        let all = (outcome["errors"]?.array ?? []).map { error in
            Kind(error["stream"]?.string ?? "", error["failure_type"]?.string, error["message"]?.string ?? "")
        }
        return all.filter { $0.type != nil } + all.filter { $0.type == nil }
    }

    private static func text(_ kind: Kind) -> String {
        (kind.stream.isEmpty ? "" : "stream \(kind.stream), ") + (kind.type ?? "any kind")
    }
}
