/// The names of one block of a template, and where each gets its first value.
///
/// A block is the template itself, a loop's body, a macro, or another statement with names of its own. The rules are
/// those of the reference: a name that only some branches of an `if` set is looked up outside first; a name that is set
/// in a block starts as a copy of the outer one and does not change it.
struct NameScope {
    enum Source {
        /// Filled by the statement that opens the block: a loop's target, a macro's parameter.
        case parameter
        /// From the variables in scope.
        case variable(String)
        /// A copy of an outer block's slot.
        case outer(Int)
        /// Undefined until set.
        case nothing
    }

    /// Hands out slots; the branches of one block share it so that they agree.
    final class Slots {
        private let counter: Counter
        private var byName: [String: Int] = [:]

        init(_ counter: Counter) { self.counter = counter }

        func slot(_ name: String) -> Int {
            if let slot = byName[name] { return slot }
            let slot = counter.count
            counter.count += 1
            byName[name] = slot
            return slot
        }
    }

    final class Counter {
        var count = 0
    }

    /// The blocks around this one, outermost last.
    private let outer: [NameScope]
    private let slots: Slots
    private(set) var places: [String: Int] = [:]
    private(set) var sources: [Int: Source] = [:]
    private(set) var stored: Set<String> = []

    init(outer: [NameScope], counter: Counter) {
        self.outer = outer
        slots = Slots(counter)
    }

    /// The slot of a name, in this block or the nearest one around it.
    func slot(_ name: String) -> Int? { places[name] ?? outerSlot(name) }

    private func outerSlot(_ name: String) -> Int? {
        for scope in outer {
            if let slot = scope.places[name] { return slot }
        }
        return nil
    }

    /// Whether the name is one that the block or one around it only ever reads from the variables in scope.
    func readsVariable(_ name: String) -> Bool {
        for scope in [self] + outer where scope.places[name] != nil {
            guard let slot = scope.places[name], case .variable = scope.sources[slot] else { return false }
            return !scope.stored.contains(name)
        }
        return true
    }

    private mutating func define(_ name: String, _ source: Source) {
        let slot = slots.slot(name)
        places[name] = slot
        sources[slot] = source
    }

    mutating func load(_ name: String) {
        if slot(name) == nil { define(name, .variable(name)) }
    }

    mutating func store(_ name: String) {
        stored.insert(name)
        guard places[name] == nil else { return }
        define(name, outerSlot(name).map(Source.outer) ?? .nothing)
    }

    mutating func declareParameter(_ name: String) {
        stored.insert(name)
        define(name, .parameter)
    }

    /// Takes over what the branches of an `if` did.
    mutating func merge(_ branches: [NameScope]) {
        let fresh = branches.reduce(into: Set<String>()) { $0.formUnion($1.stored) }.subtracting(stored)
        for branch in branches {
            places.merge(branch.places) { $1 }
            sources.merge(branch.sources) { $1 }
            stored.formUnion(branch.stored)
        }
        for name in fresh {
            guard let slot = slot(name) else { continue }
            sources[slot] = outerSlot(name).map(Source.outer) ?? .variable(name)
        }
    }
}
