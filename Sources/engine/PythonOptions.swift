import ArgumentParser
import ManifestEngine

/// Options of the commands that run the Python classes of a manifest.
struct PythonOptions: ParsableArguments {
    @Option(
        name: .long,
        help: """
            The Python interpreter, with airbyte-cdk, that runs the classes which the manifest names by class_name (default: \
            python3, where it has airbyte-cdk). They are read from components.py beside the manifest.
            """
    )
    var python: String?

    /// The interpreter for a manifest; nil when it needs none, or there is none.
    ///
    /// - Parameter bytes: the text of the manifest.
    func interpreter(for bytes: [UInt8]) -> String? {
        guard python == nil else { return python }
        guard String(decoding: bytes, as: UTF8.self).contains("class_name") else { return nil }
        return PythonWorker.isUsable(Self.usual) ? Self.usual : nil
    }

    private static let usual = "python3"
}
