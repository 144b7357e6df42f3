import Dates
import Text

/// Python's ordering comparisons.
extension Value {
    /// Evaluates `<`, `<=`, `>` or `>=`.
    ///
    /// Throws a type error for values that have no order among them.
    static func ordered(
        _ left: Value,
        _ comparison: Comparison,
        _ right: Value,
        depth: Int = 0
    ) throws(TemplateError) -> Bool {
        guard depth < ValueNesting.deepest else {
            throw TemplateError(.runtime, "maximum recursion depth exceeded in comparison")
        }
        if let one = left.number, let other = right.number {
            guard let order = Number.compare(one, other) else { return false }
            return holds(order, comparison)
        }
        switch (left.opened, right.opened) {
        case (.undefined(let missing), _), (_, .undefined(let missing)): throw missing.error
        case (.string(let one), .string(let other)): return holds(order(one, other), comparison)
        case (.bytes(let one), .bytes(let other)):
            let order = one.lexicographicallyPrecedes(other) ? -1 : (one == other ? 0 : 1)
            return holds(order, comparison)
        case (.list(let one), .list(let other)):
            return try sequences(one.elements, comparison, other.elements, depth)
        case (.tuple(let one), .tuple(let other)): return try sequences(one, comparison, other, depth)
        case (.datetime(let one), .datetime(let other)):
            return holds(try dated { () throws(DateError) -> Int in try one.order(other) }, comparison)
        case (.date(let one), .date(let other)): return holds(one < other ? -1 : (one == other ? 0 : 1), comparison)
        case (.timedelta(let one), .timedelta(let other)):
            return holds(one < other ? -1 : (one == other ? 0 : 1), comparison)
        case (.set(let one), .set(let other)): return subsets(one, comparison, other)
        default:
            throw .type(
                "'\(comparison.rawValue)' not supported between instances of '\(left.typeName)' and '\(right.typeName)'"
            )
        }
    }

    private static func holds(_ order: Int, _ comparison: Comparison) -> Bool {
        switch comparison {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        default: false
        }
    }

    /// By code points, unlike Swift's own order of strings.
    static func order(_ one: String, _ other: String) -> Int {
        if one.utf8.elementsEqual(other.utf8) { return 0 }
        return one.utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
    }

    private static func sequences(
        _ one: [Value],
        _ comparison: Comparison,
        _ other: [Value],
        _ depth: Int
    ) throws(TemplateError) -> Bool {
        for (left, right) in zip(one, other) where left != right {
            return try ordered(left, comparison, right, depth: depth + 1)
        }
        return holds(one.count - other.count, comparison)
    }

    private static func subsets(_ one: SetObject, _ comparison: Comparison, _ other: SetObject) -> Bool {
        switch comparison {
        case .less: one.elements.isStrictSubset(of: other.elements)
        case .lessOrEqual: one.elements.isSubset(of: other.elements)
        case .greater: one.elements.isStrictSuperset(of: other.elements)
        default: one.elements.isSuperset(of: other.elements)
        }
    }

    /// The elements in rising order, equal ones in the order they came.
    static func sorted(
        _ elements: [Value],
        descending: Bool = false,
        by key: (Value) throws(TemplateError) -> Value
    ) throws(TemplateError) -> [Value] {
        var keyed: [(key: Value, value: Value)] = []
        for element in elements { keyed.append((try key(element), element)) }
        if descending { keyed.reverse() }
        let result = try merged(keyed).map(\.value)
        return descending ? result.reversed() : result
    }

    private static func merged(
        _ values: [(key: Value, value: Value)]
    ) throws(TemplateError) -> [(key: Value, value: Value)] {
        guard values.count > 1 else { return values }
        let left = try merged(Array(values[..<(values.count / 2)]))
        let right = try merged(Array(values[(values.count / 2)...]))
        var result: [(key: Value, value: Value)] = []
        result.reserveCapacity(values.count)
        var at = 0
        for item in right {
            while at < left.count, !(try ordered(item.key, .less, left[at].key)) {
                result.append(left[at])
                at += 1
            }
            result.append(item)
        }
        return result + left[at...]
    }
}

/// Runs date arithmetic; its errors become template errors of the same Python class.
func dated<Result>(_ body: () throws(DateError) -> Result) throws(TemplateError) -> Result {
    do { return try body() } catch { throw TemplateError(error) }
}

extension TemplateError {
    init(_ error: DateError) {
        let kind: Kind =
            switch error.kind {
            case .value: .value
            case .overflow: .overflow
            case .type: .type
            case .pattern: .regex
            case .duration: .isoDuration
            case .zone: .unknownZone
            case .division: .zeroDivision
            case .system: .system
            }
        self.init(kind, error.message)
    }
}
