package import Diagnostics

/// A stream whose definition has errors, so that it cannot be read while the others can.
package struct RefusedStream: Sendable {
    package let name: String
    /// What is wrong with it.
    package let fault: ManifestFault

    /// The failure of a run that reads the stream; its type is the one of the reference, which stops there.
    package var failure: EngineFailure { EngineFailure(.system, fault.description) }

    /// Whether the only faults are types, fields or values of the language that the engine does not support.
    var isUnsupported: Bool { fault.diagnostics.errors.allSatisfy { $0.code.hasPrefix("unsupported-") } }

    /// What is wrong with it, on one line.
    package var reasons: String { fault.diagnostics.errors.map(\.message).joined(separator: "; ") }

    /// What a check says about it.
    var checkText: String { "Stream \(name) cannot be read: \(failure.message)" }

    /// One failure for all streams that were left out; nil when there are none.
    package static func failure(of refused: [RefusedStream]) -> EngineFailure? {
        guard !refused.isEmpty else { return nil }
        let names = refused.map { "'\($0.name)'" }.joined(separator: ", ")
        let texts = refused.map(\.fault.description).joined(separator: "\n")
        return EngineFailure(.system, "The manifest has errors in the streams \(names):\n\(texts)")
    }
}
