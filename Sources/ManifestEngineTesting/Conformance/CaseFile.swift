import Foundation
import JSON
import Text

/// A JSON file of a conformance case.
struct CaseFile {
    private let file: URL

    init(_ file: URL) { self.file = file }

    /// The value in the file; nil if there is none.
    ///
    /// - Parameter edit: changes the text before it is read.
    func json(_ edit: (String) -> String = { $0 }) throws -> JSONValue? {
        guard let text = try ConformanceCase.text(file) else { return nil }
        do throws(JSONError) { return try JSONValue(parsing: edit(text)) } catch {
            throw fault("it is not JSON: \(error)")
        }
    }

    /// Throws for a member that nobody reads, such as a misspelt one, and for a value that is not an object.
    func checkKeys(of value: JSONValue, among known: [String]) throws {
        guard let members = value.object else { throw fault("\(value.text) is not an object") }
        for name in members.keys where !known.contains(name) {
            let near = NearestName.of(name, in: known).map { "; did you mean '\($0)'?" } ?? ""
            throw fault("'\(name)' means nothing there\(near) Known are \(known.joined(separator: ", ")).")
        }
    }

    /// What is wrong with the file.
    func fault(_ what: String) -> ConformanceCase.Fault { ConformanceCase.Fault(description: "\(file.path): \(what)") }
}
