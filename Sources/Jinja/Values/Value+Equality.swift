import Dates
import JSON
import Text

/// Python's `==` and the hash that goes with it: `1`, `1.0` and `True` are equal, dicts in any order are.
extension Value: Equatable, Hashable {
    package static func == (left: Value, right: Value) -> Bool { isEqual(left, right, 0) }

    /// - Parameter depth: how many containers are open. Those that hold themselves have no end, and are never equal to
    ///   others.
    @inline(__always)
    private static func isEqual(_ left: Value, _ right: Value, _ depth: Int) -> Bool {
        switch (left, right) {
        case (.string(let one), .string(let other)): one.isSameText(as: other)
        case (.json(let view), .string(let text)), (.string(let text), .json(let view)): view.isString(text)
        case (.int(let one), .int(let other)): one == other
        case (.bool(let one), .bool(let other)): one == other
        case (.null, .null), (.undefined, .undefined), (.ellipsis, .ellipsis): true
        case (.null, _), (_, .null), (.undefined, _), (_, .undefined): false
        default: areEqual(left, right, depth)
        }
    }

    @inline(never)
    private static func areEqual(_ left: Value, _ right: Value, _ depth: Int) -> Bool {
        guard depth < 2 * ValueNesting.deepest else { return false }
        if let one = left.number, let other = right.number { return Number.areEqual(one, other) }
        switch (left.comparable, right.comparable) {
        case (.string(let one), .string(let other)): return one.isSameText(as: other)
        case (.bytes(let one), .bytes(let other)): return one == other
        case (.list(let one), .list(let other)):
            return one === other || hasSameElements(one.elements, other.elements, depth)
        case (.tuple(let one), .tuple(let other)): return hasSameElements(one, other, depth)
        case (.dict(let one), .dict(let other)): return one === other || hasSameMembers(one, other, depth)
        case (.set(let one), .set(let other)): return one.elements.isEqualSet(to: other.elements)
        case (.datetime(let one), .datetime(let other)): return one == other
        case (.date(let one), .date(let other)): return one == other
        case (.timedelta(let one), .timedelta(let other)): return one == other
        case (.duration(let one), .duration(let other)): return one == other
        case (.object(let one), .object(let other)): return one === other
        case (.function(let one), .function(let other)): return one === other
        case (.iterable(let one), .iterable(let other)): return one === other || one.isEqualView(other)
        default: return false
        }
    }

    private static func hasSameElements(_ one: [Value], _ other: [Value], _ depth: Int) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { isEqual($0, $1, depth + 1) }
    }

    private static func hasSameMembers(_ one: DictObject, _ other: DictObject, _ depth: Int) -> Bool {
        guard one.count == other.count else { return false }
        return one.members.allSatisfy { key, value in
            other.members[key].map { isEqual($0, value, depth + 1) } ?? false
        }
    }

    /// The value with documents and host mappings opened, for comparison.
    private var comparable: Value {
        if case .object(let object) = self, let mapping = object.mapping { return .dict(mapping) }
        return opened
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let flag): hasher.combine(flag ? 1 : 0)
        case .int(let number): hasher.combine(number)
        case .big(let number): hasher.combine(number)
        case .double(let number):
            if let whole = Int(exactly: number) { hasher.combine(whole) } else { hasher.combine(number) }
        case .string(let text): hasher.combine(text)
        case .json(let view) where view.kind == .string: hasher.combine(view.string ?? "")
        case .bytes(let bytes): hasher.combine(bytes)
        case .tuple(let elements): hasher.combine(elements)
        case .datetime(let date): hasher.combine(date)
        case .date(let date): hasher.combine(date)
        case .timedelta(let delta): hasher.combine(delta)
        case .duration(let duration): hasher.combine(duration)
        case .object(let object): hasher.combine(ObjectIdentifier(object))
        case .function(let function): hasher.combine(ObjectIdentifier(function))
        default: hasher.combine(0)
        }
    }
}

extension IterableObject {
    /// Whether two views of dicts show the same: as sets for keys and items, never for values.
    fileprivate func isEqualView(_ other: IterableObject) -> Bool {
        guard let one = viewed, let other = other.viewed, typeName != "dict_values" else { return false }
        return Set(one) == Set(other)
    }
}

extension String {
    /// Equality by code points: unlike `==`, composed and decomposed letters differ.
    @inline(__always)
    func isSameText(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}

extension JSONView {
    /// Whether this is a string of that text.
    @inline(__always)
    func isString(_ text: String) -> Bool {
        guard kind == .string else { return false }
        if let isEqual = withPlainString({ Self.isEqual($0, text) }) { return isEqual }
        return string == text
    }

    @inline(__always)
    private static func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) -> Bool {
        guard bytes.count == text.utf8.count else { return false }
        return text.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(bytes) } ?? text.utf8.elementsEqual(bytes)
    }
}
