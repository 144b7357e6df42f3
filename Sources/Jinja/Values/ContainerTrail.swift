/// The containers that are open while a value is printed.
struct ContainerTrail {
    /// Nil for tuples and what comes out of documents, which cannot hold themselves.
    private var open: [ObjectIdentifier?] = []

    /// Opens a container; false when it is open already, or when too many are.
    mutating func enter(_ value: Value) -> Bool {
        let identity = value.identity
        guard open.count < ValueNesting.deepest, identity == nil || !open.contains(identity) else { return false }
        open.append(identity)
        return true
    }

    /// Closes the container that was opened last.
    mutating func leave() { open.removeLast() }
}

extension Value {
    fileprivate var identity: ObjectIdentifier? {
        switch self {
        case .list(let list): ObjectIdentifier(list)
        case .dict(let dict): ObjectIdentifier(dict)
        case .set(let set): ObjectIdentifier(set)
        default: nil
        }
    }
}
