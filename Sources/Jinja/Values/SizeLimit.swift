/// How much one value of a template may hold.
///
/// A slip such as `'x' * 10 ** 12` fails with a message instead of filling the memory.
enum SizeLimit {
    /// Bytes of a text.
    static let bytes = 50_000_000
    /// Elements of a list.
    static let elements = 5_000_000

    /// Checks a text that is made of so many bytes, so many times over.
    static func checkText(_ bytes: Int, times: Int = 1) throws(TemplateError) {
        guard exceeds(bytes, times, Self.bytes) else { return }
        throw TemplateError(.overflow, "the text would have over \(Self.bytes / 1_000_000) million bytes")
    }

    /// Checks a list that is made of so many elements, so many times over.
    static func checkList(_ elements: Int, times: Int = 1) throws(TemplateError) {
        guard exceeds(elements, times, Self.elements) else { return }
        throw TemplateError(.overflow, "the list would have over \(Self.elements / 1_000_000) million elements")
    }

    private static func exceeds(_ size: Int, _ times: Int, _ limit: Int) -> Bool {
        size > 0 && times > limit / size
    }
}
