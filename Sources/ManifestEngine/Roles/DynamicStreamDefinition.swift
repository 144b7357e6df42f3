package import Diagnostics

/// An entry of `dynamic_streams`: which streams it gives is known once configuration and API were asked.
package protocol DynamicStreamDefinition: Sendable {
    /// The name of the entry; nil when the manifest gives none.
    var name: String? { get }
    /// The streams, in order; may ask the API for them.
    func makeStreams(in run: SourceRun) async throws -> [MadeStream]
}

/// A stream that was made from a template.
package struct MadeStream: Sendable {
    package let name: String
    /// The stream, or what is wrong with it.
    package let definition: Result<any StreamDefinition, ManifestFault>
}
