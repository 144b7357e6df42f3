/// Thrown when an input cannot be used: holds all its faults.
package struct ManifestFault: Error, Sendable, CustomStringConvertible {
    package let diagnostics: Diagnostics

    package init(_ diagnostics: Diagnostics) { self.diagnostics = diagnostics }
    package init(_ diagnostic: Diagnostic) { diagnostics = Diagnostics([diagnostic]) }

    package var description: String {
        diagnostics.inFileOrder.map(\.rendered).joined(separator: "\n")
    }
}
