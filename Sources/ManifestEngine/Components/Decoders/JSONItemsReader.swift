import Diagnostics
import JSON

/// Reads the elements of an array inside a JSON body.
///
/// See `JsonItemsDecoder`.
final class JSONItemsReader: BodyReader {
    private var scanner: JSONItemScanner
    private var text: StartedText
    private let batch: JSONBatch
    private let path: String
    private var hasEnded = false
    private var count = 0
    /// What is wrong with the part after the values given.
    private var failure: EngineFailure?

    init(path: String, _ text: StartedText, recordDepth: Int) {
        scanner = JSONItemScanner(path: path)
        self.path = path
        self.text = text
        batch = JSONBatch(recordDepth: recordDepth)
    }

    func feed(_ piece: Bytes) {
        if let piece = text.utf8(of: piece) { scanner.feed(piece) }
    }

    func end() {
        if let piece = text.end() { scanner.feed(piece) }
        hasEnded = true
    }

    func next() throws -> [JSONValue] {
        if let failure { throw failure }
        scan()
        if failure == nil, batch.openCount > LineReader.longestLine {
            failure = Self.failure("has an element of '\(path)' of more than 256 MiB")
        }
        let (values, fault) = batch.take()
        count += values.count
        if let fault { failure = Self.failure("is not JSON in element \(count + 1) of '\(path)': \(fault)") }
        if values.isEmpty, let failure { throw failure }
        return values
    }

    private func scan() {
        do throws(JSONError) {
            while !batch.isFull {
                guard try scanner.next(into: batch.text) else { return checkEnd() }
                batch.endValue()
            }
        } catch {
            failure = Self.failure("is not JSON: \(error)")
        }
    }

    /// Looks whether the text may stop where it does.
    private func checkEnd() {
        if let name = text.faultyEncoding {
            failure = Self.failure("is not valid in its encoding, \(name)")
        } else if hasEnded, !scanner.isComplete {
            failure = Self.failure("ends too early")
        }
    }

    private static func failure(_ what: String) -> EngineFailure {
        EngineFailure(.system, "The JSON of the response \(what). No records from there on can be read.")
    }
}
