extension Value {
    /// A copy that shares no list, dict or set with the value.
    package var detached: Value {
        var copies: [ObjectIdentifier: Value] = [:]
        return detached(&copies)
    }

    /// - Parameter copies: those made so far: a list or dict may hold itself, or another many times over.
    private func detached(_ copies: inout [ObjectIdentifier: Value]) -> Value {
        switch self {
        case .tuple(let elements): return .tuple(elements.map { $0.detached(&copies) })
        case .list(let list):
            if let copy = copies[ObjectIdentifier(list)] { return copy }
            let copy = ListObject()
            copies[ObjectIdentifier(list)] = .list(copy)
            copy.elements = list.elements.map { $0.detached(&copies) }
            return .list(copy)
        case .dict(let dict):
            if let copy = copies[ObjectIdentifier(dict)] { return copy }
            let copy = DictObject()
            copies[ObjectIdentifier(dict)] = .dict(copy)
            copy.members = dict.members.mapValues { $0.detached(&copies) }
            return .dict(copy)
        case .set(let set): return .set(SetObject(set.elements))
        default: return self
        }
    }
}
