import JSON

/// Compares the errors of two outcomes by stream and kind.
///
/// Their messages are the engine's own. Where an expected error has no kind, any kind will do.
enum ErrorComparison {
    /// The differences; an error of the same stream and another kind is compared field by field.
    static func differences(was: [JSONValue], now: [JSONValue]) -> [JSONDifference] {
        var rest = now
        // Those with a kind choose first: the others fit whatever is left.
        let wanted = was.enumerated().sorted { kind($0.element) != nil && kind($1.element) == nil }
        let unmet = wanted.filter { take(from: &rest, matching: $0.element) == nil }
        let missing = unmet.sorted { $0.offset < $1.offset }.flatMap { index, error in
            let path = "errors[\(index)]"
            return take(from: &rest) { stream($0) == stream(error) }.map {
                JSONComparison.meaning.differences(path, was: error, now: $0)
            } ?? [JSONDifference(path, .missing(error))]
        }
        return missing + rest.map { JSONDifference("errors", .extra($0)) }
    }

    private static func take(from rest: inout [JSONValue], matching wanted: JSONValue) -> JSONValue? {
        take(from: &rest) { stream($0) == stream(wanted) && (kind(wanted) == nil || kind($0) == kind(wanted)) }
    }

    private static func take(from rest: inout [JSONValue], where fits: (JSONValue) -> Bool) -> JSONValue? {
        rest.firstIndex(where: fits).map { rest.remove(at: $0) }
    }

    private static func stream(_ error: JSONValue) -> String? { error["stream"]?.string }
    private static func kind(_ error: JSONValue) -> String? { error["failure_type"]?.string }
}
