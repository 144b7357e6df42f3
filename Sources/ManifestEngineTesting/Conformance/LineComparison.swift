import JSON

/// Compares lines of JSON as they are printed; they may come in any order.
///
/// Lines that are the same are taken away first. Of the rest, those that are similar are compared field by field; what
/// then is left is missing or extra.
struct LineComparison {
    /// What the lines are, such as `records`.
    let name: String
    /// What two lines must share to be compared field by field.
    var key: (JSONValue) -> String = { _ in "" }
    /// What of a line is compared field by field.
    var fields: (JSONValue) -> JSONValue = { $0 }

    /// Lines that are tried for one that is missing.
    private static let mostTried = 50

    /// The lines of a file.
    static func lines(_ text: String) -> [JSONValue] { text.split(separator: "\n").map { line(String($0)) } }

    /// A line as JSON, its numbers spelled as they are; what is not JSON is taken for a string.
    static func line(_ text: String) -> JSONValue { (try? JSONValue(keepingSpellingOf: text)) ?? .string(text) }

    /// The differences; places are numbers of expected lines, from 0.
    func differences(was: [JSONValue], now: [JSONValue]) -> [JSONDifference] {
        var rest = Self.unequal(was, now)
        let missing = rest.was.flatMap { index in
            nearest(to: was[index], at: "\(name)[\(index)]", in: now, among: &rest.now)
                ?? [JSONDifference("\(name)[\(index)]", .missing(was[index]))]
        }
        return missing + rest.now.map { JSONDifference(name, .extra(now[$0])) }
    }

    /// The places of the lines that have no equal among the others.
    private static func unequal(_ was: [JSONValue], _ now: [JSONValue]) -> (was: [Int], now: [Int]) {
        var places: [[UInt8]: [Int]] = [:]
        for (index, line) in now.enumerated().reversed() { places[Array(line.printed.utf8), default: []].append(index) }
        let missing = was.indices.filter { places[Array(was[$0].printed.utf8)]?.popLast() == nil }
        return (missing, places.values.joined().sorted())
    }

    /// Takes the line that is most like another, and gives their differences; nil if none is similar enough.
    private func nearest(
        to line: JSONValue,
        at path: String,
        in lines: [JSONValue],
        among places: inout [Int]
    ) -> [JSONDifference]? {
        let found = places.lazy.filter { key(lines[$0]) == key(line) }.prefix(Self.mostTried)
            .map { (place: $0, differences: differences(path, line, lines[$0])) }
            .min { $0.differences.count < $1.differences.count }
        guard let found, found.differences.count * 2 <= Self.leaves(line) else { return nil }
        places.removeAll { $0 == found.place }
        return found.differences
    }

    private func differences(_ path: String, _ was: JSONValue, _ now: JSONValue) -> [JSONDifference] {
        let inside = JSONComparison.text.differences(path, was: fields(was), now: fields(now))
        return inside.isEmpty ? JSONComparison.text.differences(path, was: was, now: now) : inside
    }

    /// How many values there are in a value.
    private static func leaves(_ value: JSONValue) -> Int {
        let inside = value.object.map { Array($0.values) } ?? value.array ?? []
        return inside.isEmpty ? 1 : inside.reduce(0) { $0 + leaves($1) }
    }
}

extension LineComparison {
    /// Lines of `records.jsonl`: those of a stream are compared by the fields of their data.
    static var records: LineComparison {
        LineComparison(name: "records", key: { $0["stream"]?.string ?? "" }, fields: { $0["data"] ?? $0 })
    }

    /// Lines of `requests.jsonl`: those of one address are compared by parameters and fields of their bodies.
    static var requests: LineComparison {
        LineComparison(name: "requests", key: { "\($0["method"]?.text ?? "") \($0["path"]?.text ?? "")" }) { line in
            guard var members = line.object else { return line }
            members["query"] = members["query"]?.string.map { .object(AddressText("/?\($0)").parameters) }
            if let body = members["body"]?.string { members["body"] = Self.line(body) }
            return .object(members)
        }
    }
}
