import JSON

/// Finds the places at which two JSON values differ.
enum JSONComparison {
    /// What counts as a difference: `meaning` takes members in any order and 1 for 1.0, `text` nothing but the same text,
    /// blanks between its parts aside.
    case meaning, text

    /// The differences, each at the deepest place that shows it; none when the values are the same.
    func differences(_ path: String, was: JSONValue?, now: JSONValue?) -> [JSONDifference] {
        guard let was else { return now.map { [JSONDifference(path, .extra($0))] } ?? [] }
        guard let now else { return [JSONDifference(path, .missing(was))] }
        if areSame(was, now) { return [] }
        let inside = members(path, was.object, now.object) + elements(path, was.array, now.array)
        return inside.isEmpty ? [JSONDifference(path, .changed(was: was, now: now))] : inside
    }

    private func areSame(_ was: JSONValue, _ now: JSONValue) -> Bool {
        switch self {
        case .meaning: was == now
        case .text: was.printed.utf8.elementsEqual(now.printed.utf8)
        }
    }

    private func members(_ path: String, _ was: JSONObject?, _ now: JSONObject?) -> [JSONDifference] {
        guard let was, let now else { return [] }
        let names = Array(was.keys) + now.keys.filter { was[$0] == nil }
        let found = names.flatMap { differences(path + Self.step($0), was: was[$0], now: now[$0]) }
        let order = Array(was.keys.filter { now[$0] != nil })
        let other = Array(now.keys.filter { was[$0] != nil })
        return self == .meaning || order == other
            ? found : found + [JSONDifference(path, .order(was: order, now: other))]
    }

    /// Elements that are the same at the beginning and at the end are passed over, so that one more is one difference.
    private func elements(_ path: String, _ was: [JSONValue]?, _ now: [JSONValue]?) -> [JSONDifference] {
        guard let was, let now else { return [] }
        let shorter = min(was.count, now.count)
        let start = zip(was, now).prefix { areSame($0, $1) }.count
        let end = zip(was.reversed(), now.reversed()).prefix(shorter - start).prefix { areSame($0, $1) }.count
        let rest = (was: was[start..<(was.count - end)], now: now[start..<(now.count - end)])
        return (start..<max(rest.was.endIndex, rest.now.endIndex)).flatMap { index in
            differences(
                "\(path)[\(index)]",
                was: rest.was.indices.contains(index) ? rest.was[index] : nil,
                now: rest.now.indices.contains(index) ? rest.now[index] : nil
            )
        }
    }

    /// A member in a path: `.name`, or `["a name"]` where it is not plain.
    private static func step(_ name: String) -> String {
        let isPlain = !name.isEmpty && name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0.isLetterOrDigit }
        return isPlain ? ".\(name)" : "[\(JSONValue.string(name).text)]"
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
