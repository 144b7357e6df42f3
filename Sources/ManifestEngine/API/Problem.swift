import Diagnostics

/// One fault of a manifest, a configuration or a state: what is wrong, where, and what to do.
///
/// Secrets are masked.
public struct Problem: Sendable, Hashable, CustomStringConvertible {
    /// How bad a problem is.
    public enum Severity: String, Sendable {
        /// What it concerns cannot be used.
        case error
        /// What it concerns works, though hardly as it was meant.
        case warning
    }

    /// How bad it is.
    public let severity: Severity
    /// The kind of problem, such as `unknown-field`; codes do not change.
    ///
    /// <doc:Errors> lists them.
    public let code: String
    /// What is wrong, in one sentence.
    public let message: String
    /// The file as the caller named it; nil when the problem is not in a file.
    public let file: String?
    /// The line in the file, from 1.
    public let line: Int?
    /// The column in the line, from 1, in Unicode scalars.
    public let column: Int?
    /// The way from the root of the manifest, such as `streams[0] "calls" > retriever`; empty elsewhere.
    public let path: String
    /// What to do about it.
    public let remedy: String?
    /// All of it as a person reads it, on several lines: place and message, the line of the file, path and remedy.
    public let description: String

    init(_ diagnostic: Diagnostic, _ secrets: SecretMask) {
        severity = diagnostic.severity == .error ? .error : .warning
        code = diagnostic.code
        message = secrets.masked(diagnostic.message)
        file = diagnostic.place?.file.name
        line = diagnostic.place?.range.start.line
        column = diagnostic.place?.range.start.column
        path = diagnostic.path
        remedy = diagnostic.fix.map(secrets.masked)
        description = secrets.masked(diagnostic.rendered)
    }
}

extension Diagnostics {
    /// The faults for users of the library, in the order of the file.
    func problems(_ secrets: SecretMask) -> [Problem] { inFileOrder.map { Problem($0, secrets) } }
}
