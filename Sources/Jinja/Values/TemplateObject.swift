/// An object outside the language that templates can read: a slice, a record, response headers, a namespace.
///
/// Shape: attributes (`x.name`), items (`x['name']`) and, for mappings, the methods of a dict, which come from `mapping`.
package protocol TemplateObject: AnyObject {
    /// The Python type name, for messages and tests.
    var typeName: String { get }
    /// The attribute of that name, or nil when there is none. Names with an underscore first are blocked before this is
    /// asked, except `_partition`.
    func attribute(_ name: String) -> Value?
    /// The item of that key, or nil when there is none.
    func item(_ key: Value) -> Value?
    /// The value as a dict, for iteration, printing, `get`, `items` and the other methods; nil when it is not a mapping.
    var mapping: DictObject? { get }
    /// Whether there is a `mapping`, determined without making it.
    var isMapping: Bool { get }
    /// Whether the mapping can be changed in place, as a dict; its `mapping` is then always the same.
    var isDict: Bool { get }
    /// Truth, as `bool()` sees it.
    var isTrue: Bool { get }
    /// Printed form, used when there is no mapping.
    var text: String { get }
    /// Sets an attribute, as `{% set ns.name = value %}` does; false when that is not allowed.
    func setAttribute(_ name: String, _ value: Value) -> Bool
    /// Calls the object; nil when it cannot be called.
    func call(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) -> Value?
    /// The items of a thing that can be iterated but is not a mapping; nil when it cannot.
    func elements() throws(TemplateError) -> [Value]?
    /// The members that the printed form shows; nil when it shows none.
    var shownMembers: DictObject? { get }
    /// The values that a template has put into the object.
    var contents: [Value] { get }
}

extension TemplateObject {
    package func attribute(_ name: String) -> Value? { nil }
    package func item(_ key: Value) -> Value? { mapping?.value(for: key) }
    package var mapping: DictObject? { nil }
    package var isMapping: Bool { mapping != nil }
    package var isDict: Bool { false }
    package var isTrue: Bool { mapping.map { $0.count > 0 } ?? true }
    package var text: String { "<\(typeName) object>" }
    package func setAttribute(_ name: String, _ value: Value) -> Bool { false }
    package func call(_ arguments: Arguments, _ scope: Scope) throws(TemplateError) -> Value? { nil }
    package func elements() throws(TemplateError) -> [Value]? { nil }
    package var shownMembers: DictObject? { nil }
    package var contents: [Value] { [] }
}
