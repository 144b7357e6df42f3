import OrderedCollections
import Synchronization

/// Values that templates change in place and that all scopes of a run see: one evaluation at a time looks at them.
///
/// Sendable without the compiler's check because everything in it, and every list and dict below it, is only touched while
/// the lock is held: by an evaluation, whose result is a copy.
package final class SharedValues: @unchecked Sendable {
    private let lock = Mutex<Void>(())
    private let config: DictObject
    /// The parameters of each component, as its templates left them.
    private var parameters: [ObjectIdentifier: (owner: AnyObject, value: Value)] = [:]

    /// - Parameter config: a dict that nobody else has.
    package init(config: DictObject) {
        self.config = config
        _ = Value.dict(config).changeable
    }

    /// The configuration, for scopes whose templates run in `evaluate` alone.
    package var configValue: Value { .dict(config) }

    /// Sets or removes members of the configuration.
    package func changeConfig(_ change: (DictObject) -> Void) {
        lock.withLock { _ in
            change(config)
            _ = Value.dict(config).changeable
        }
    }

    /// Runs an evaluation alone, with the parameters of a component as earlier ones left them.
    ///
    /// - Parameters:
    ///   - symbol: the variable of the parameters.
    ///   - owner: stands for the component.
    ///   - first: makes the parameters for the first evaluation.
    package func evaluate<Result>(
        in scope: Scope,
        _ symbol: Symbol,
        of owner: AnyObject,
        first: () -> Value,
        _ body: (Scope) throws(TemplateError) -> Result
    ) throws(TemplateError) -> Result {
        let outer = scope[symbol]
        defer { scope[symbol] = outer }
        var result: Result?
        try lock.withLock { (_) throws(TemplateError) in
            scope[symbol] = known(owner, first)
            result = Self.detached(try body(scope))
            scope.detachOpened(except: [symbol])
        }
        guard let result else { throw TemplateError(.runtime, "an evaluation gave no result") }
        return result
    }

    private func known(_ owner: AnyObject, _ first: () -> Value) -> Value {
        if let (_, value) = parameters[ObjectIdentifier(owner)] { return value }
        let value = first().changeable
        parameters[ObjectIdentifier(owner)] = (owner, value)
        return value
    }

    private static func detached<Result>(_ result: Result) -> Result {
        switch result {
        case let value as Value: value.detached as? Result ?? result
        case let values as OrderedDictionary<Value, Value>: values.mapValues(\.detached) as? Result ?? result
        default: result
        }
    }
}
