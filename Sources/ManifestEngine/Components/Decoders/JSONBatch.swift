import JSON

/// Values gathered as JSON text and read as one document, in which each is a place and not a tree.
///
/// Owned by one task.
final class JSONBatch {
    /// Bytes at which no further value is added.
    private static let size = 128 * 1024

    /// Where values are written, one after the other; `endValue` follows each.
    private(set) var text = JSONBatch.emptyText()
    /// Where each value ends.
    private var ends: [Int] = []
    private let indexDepth: Int

    /// - Parameter recordDepth: the level of the values at which records are expected.
    init(recordDepth: Int) { indexDepth = recordDepth + 2 }

    private static func emptyText(_ rest: UnsafeBufferPointer<UInt8>? = nil) -> Bytes {
        let text = Bytes(capacity: max(size + 4096, (rest?.count ?? 0) * 2))
        text.append(UInt8(ascii: "["))
        if let rest { text.append(UnsafeRawBufferPointer(rest)) }
        return text
    }

    var isFull: Bool { !ends.isEmpty && text.count >= Self.size }
    /// Values that are complete.
    var count: Int { ends.count }
    /// Bytes of the value that is not complete.
    var openCount: Int { text.count - (ends.last ?? 0) - 1 }

    /// To be called after each value.
    func endValue() {
        ends.append(text.count)
        text.append(UInt8(ascii: ","))
    }

    /// Hands out the complete values, up to the first that is not JSON, and what is wrong with that.
    func take() -> (values: [JSONValue], fault: JSONError?) {
        guard let end = ends.last else { return ([], nil) }
        let (whole, ends) = (text, ends)
        text = Self.emptyText(UnsafeBufferPointer(rebasing: whole.buffer[(end + 1)...]))
        self.ends = []
        whole.removeLast(whole.count - end)
        whole.append(UInt8(ascii: "]"))
        do throws(JSONError) {
            return (try JSONDocument(whole, indexDepth: indexDepth).root.elements.map(JSONValue.view), nil)
        } catch {
            return readAlone(whole, ends)
        }
    }

    private func readAlone(_ whole: Bytes, _ ends: [Int]) -> (values: [JSONValue], fault: JSONError?) {
        var values: [JSONValue] = []
        var start = 1
        for end in ends {
            let text = Bytes(UnsafeBufferPointer(rebasing: whole.buffer[start..<end]))
            do throws(JSONError) {
                values.append(.view(try JSONDocument(text, indexDepth: indexDepth - 1).root))
            } catch {
                return (values, error)
            }
            start = end + 1
        }
        return (values, nil)
    }
}
