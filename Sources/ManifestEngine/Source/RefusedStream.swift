package import Diagnostics

/// A stream whose description is at fault, so that it cannot be read while the others can.
package struct RefusedStream: Sendable {
    package let name: String
    /// What is wrong with it.
    package let fault: ManifestFault

    /// What to say when the stream is asked for: the kind of failure is the one that the reference has, which stops there.
    package var failure: EngineFailure { EngineFailure(.system, fault.description) }

    /// One failure for all streams that were left out; nil when there are none.
    package static func failure(of refused: [RefusedStream]) -> EngineFailure? {
        guard !refused.isEmpty else { return nil }
        let names = refused.map { "'\($0.name)'" }.joined(separator: ", ")
        let texts = refused.map(\.fault.description).joined(separator: "\n")
        return EngineFailure(.system, "The manifest is at fault in the streams \(names):\n\(texts)")
    }
}
