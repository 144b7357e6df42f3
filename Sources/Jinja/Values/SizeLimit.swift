/// How much one value of a template may hold.
///
/// A slip such as `'x' * 10 ** 12` fails with a message instead of filling the memory.
enum SizeLimit {
    /// Bytes of a string.
    static let bytes = 50_000_000
    /// Elements of a list.
    static let elements = 5_000_000

    /// What one evaluation may spend: bytes of all strings it makes, and what repetitions cost.
    static let work = 2_000_000_000
    /// What one repetition of a loop costs, as much as a short text.
    static let repetition = 500

    /// Checks a string that a filter or function gave.
    @inline(__always)
    static func check(_ result: Value, _ scope: Scope) throws(TemplateError) {
        guard case .string(let text) = result else { return }
        try spend(text.utf8.count, scope)
        if text.utf8.count > bytes { try checkText(text.utf8.count) }
    }

    /// Counts what an evaluation does; throws when that is too much.
    @inline(__always)
    static func spend(_ work: Int, _ scope: Scope) throws(TemplateError) {
        scope.work &+= work
        if scope.work > Self.work { throw TemplateError(.runtime, "the template takes too many steps") }
    }

    /// Checks a string that is made of a number of bytes, repeated a number of times.
    static func checkText(_ bytes: Int, times: Int = 1) throws(TemplateError) {
        guard exceeds(bytes, times, Self.bytes) else { return }
        throw TemplateError(.overflow, "the text would have over \(Self.bytes / 1_000_000) million bytes")
    }

    /// Checks a list that is made of a number of elements, repeated a number of times.
    static func checkList(_ elements: Int, times: Int = 1) throws(TemplateError) {
        guard exceeds(elements, times, Self.elements) else { return }
        throw TemplateError(.overflow, "the list would have over \(Self.elements / 1_000_000) million elements")
    }

    private static func exceeds(_ size: Int, _ times: Int, _ limit: Int) -> Bool {
        size > 0 && times > limit / size
    }
}
