import JSON
import Synchronization

/// What a class makes one after the other, in parts: slices or records.
///
/// Owned by one task.
final class PythonBatches {
    private let python: PythonComponent
    private let kind: String
    private let given: JSONObject
    private let each: JSONObject
    private let number: JSONValue
    private var hasBegun = false
    private var isOver = false

    /// - Parameters:
    ///   - kind: the end of the names of the worker's methods: `slices`, `records`.
    ///   - given: arguments of the method that begins.
    ///   - each: those of the method that gives a part.
    init(_ python: PythonComponent, _ kind: String, given: JSONObject, each: JSONObject = [:]) {
        self.each = each
        self.python = python
        self.kind = kind
        self.given = given
        number = .integer(Self.nextNumber())
    }

    /// The next part, which may be empty; nil at the end.
    func next() async throws -> [JSONValue]? {
        guard !isOver else { return nil }
        if !hasBegun {
            hasBegun = true
            var given = given
            given["number"] = number
            _ = try await python.call("begin_\(kind)", given)
        }
        var each = each
        each["number"] = number
        let part = try await python.call("next_\(kind)", each)
        isOver = part["is_end"]?.isTruthy ?? true
        return part["items"]?.array ?? []
    }

    /// No further part is wanted.
    func stop() async {
        guard hasBegun, !isOver else { return }
        isOver = true
        _ = try? await python.call("end", ["number": number])
    }

    private static let lastNumber = Mutex(0)

    private static func nextNumber() -> Int {
        lastNumber.withLock { number in
            number += 1
            return number
        }
    }
}
