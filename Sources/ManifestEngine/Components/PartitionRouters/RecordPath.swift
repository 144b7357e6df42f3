import Diagnostics
import JSON

/// The path to one value of a record: names, indexes of lists, or shell patterns.
struct RecordPath: Sendable {
    private let segments: [DpathGlob.Segment]
    /// The segments when all of them are plain names.
    private let keys: [JSONKey]?
    /// The segments joined by dots.
    let name: String

    init(_ path: [JSONValue]) {
        segments = path.map(DpathGlob.Segment.init)
        name = path.map(\.pythonText).joined(separator: ".")
        let names = path.compactMap(\.string).filter { !DpathGlob.isPattern($0) && Int($0) == nil }
        keys = names.count == path.count ? names.map(JSONKey.init) : nil
    }

    /// A path of steps joined by `/`.
    init(text: String) {
        let steps = text.drop { $0 == "/" }.split(separator: "/", omittingEmptySubsequences: false)
        self.init(steps.map { .string(String($0)) })
    }

    /// The value, or nil when there is none.
    ///
    /// Throws a system failure when a pattern matches several.
    func value(in record: Record) throws -> JSONValue? {
        guard let keys, let first = keys.first else {
            let found = try DpathGlob.matches(segments, in: record.value)
            guard found.count <= 1 else {
                throw EngineFailure(.system, "The path '\(name)' matches \(found.count) values in a parent record.")
            }
            return found.first
        }
        var value = record.get(first)
        for key in keys.dropFirst() { value = value?[key.text] }
        return value
    }
}
