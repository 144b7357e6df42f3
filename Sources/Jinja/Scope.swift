/// The variables a template can see, in an array indexed by symbol.
///
/// Setting one again and again, as for each record, builds no dictionary. Not Sendable: each task makes its own.
package final class Scope {
    package let environment: TemplateEnvironment
    /// The symbols with numbers below 64.
    ///
    /// A plain pointer, as this is read for every variable of every record.
    private let slots: UnsafeMutablePointer<Value?>
    /// The others.
    private var rest: [Int: Value] = [:]
    /// Which of the first 64 symbols are set.
    private(set) var present: UInt64 = 0
    /// Local variables of the template that is running.
    var locals: [Value] = []
    /// The text of the block that a filter is applied to.
    var blockText: Value = .string("")
    /// What the open calls of macros and loops weigh, to stop endless recursion before the stack ends.
    var depth = 0
    /// How many containers were put into others so far.
    var nestings = 0

    /// What the scope has in common with others of its run; nil where no template changes anything that they see.
    package private(set) var shared: SharedValues?

    /// What the running evaluation has spent, see `SizeLimit.work`.
    var work = 0

    private static let slotCount = 64

    /// Makes a scope without variables.
    package init(environment: TemplateEnvironment) {
        self.environment = environment
        slots = .allocate(capacity: Self.slotCount)
        slots.initialize(repeating: nil, count: Self.slotCount)
    }

    /// A scope with the same variables; later changes to one are not seen by the other.
    package init(copying other: Scope) {
        environment = other.environment
        shared = other.shared
        slots = .allocate(capacity: Self.slotCount)
        slots.initialize(repeating: nil, count: Self.slotCount)
        rest = other.rest
        present = other.present
        forEachPresent { slots[$0] = other.slots[$0] }
    }

    deinit {
        // Slots that are not set hold nothing to release.
        forEachPresent { (slots + $0).deinitialize(count: 1) }
        slots.deallocate()
    }

    /// Calls `body` with the number of each of the first 64 symbols that is set.
    @inline(__always)
    private func forEachPresent(_ body: (Int) -> Void) {
        var left = present
        while left != 0 {
            body(left.trailingZeroBitCount)
            left &= left &- 1
        }
    }

    /// The value of a variable; nil when it is not declared.
    ///
    /// Setting nil takes the declaration back.
    package subscript(symbol: Symbol) -> Value? {
        @inline(__always)
        get { symbol.number < Self.slotCount ? slots[symbol.number] : rest[symbol.number] }
        set { store(newValue, symbol.number) }
    }

    @inline(__always)
    private func store(_ value: Value?, _ number: Int) {
        guard number < Self.slotCount else {
            rest[number] = value
            return
        }
        if value == nil { present &= ~(1 << UInt64(number)) } else { present |= 1 << UInt64(number) }
        slots[number] = value
    }

    /// Names of all declared variables, for messages.
    package var names: [String] {
        let numbers = (0..<Self.slotCount).filter { slots[$0] != nil } + rest.keys
        return numbers.map { Symbol.name(of: $0) }
    }

    /// Takes part in what the scopes of a run have in common, the configuration among it.
    package func share(_ values: SharedValues, config symbol: Symbol) {
        shared = values
        store(values.configValue, symbol.number)
    }

    /// Copies the lists and dicts among the variables that are the scope's own, so that they hold nothing that is shared.
    func detachOpened(except symbols: [Symbol]) {
        forEachPresent { number in
            guard !symbols.contains(where: { $0.number == number }), let value = slots[number] else { return }
            if case .dict(let dict) = value, case .dict(let config)? = shared?.configValue, dict === config { return }
            slots[number] = value.detached
        }
    }

    /// A variable as a value that can be changed in place; the scope keeps the changed form.
    func changeableValue(_ symbol: Symbol) -> Value? {
        guard let value = self[symbol] else { return nil }
        let changeable = value.changeable
        store(changeable, symbol.number)
        return changeable
    }
}
