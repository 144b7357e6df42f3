package import JSON
package import Jinja
import Manifest
package import ManifestEngine

extension Scope {
    /// A scope for one evaluation, at 2026-09-10T12:00:00Z.
    ///
    /// - Parameters:
    ///   - config: JSON text of the configuration.
    ///   - record: JSON text of the record, if there is one.
    ///   - slice: the slice, if there is one.
    ///   - variables: JSON texts of further variables.
    package static func testing(
        config: String = "{}",
        record: String? = nil,
        slice: StreamSlice? = nil,
        variables: [String: String] = [:]
    ) throws -> Scope {
        let clock = try TestClock("2026-09-10T12:00:00Z")
        let environment = TemplateEnvironment(now: { clock.now() }, random: { 4 })
        let config = Value(try JSONValue(parsing: config))
        let scope = Scope(environment: environment, config: config, parameters: Value(.object([:])))
        if let record { scope[.record] = Value(try JSONValue(parsing: record)) }
        if let slice { scope.setSlice(.object(SliceObject(slice))) }
        for (name, text) in variables { scope[Symbol(name)] = Value(try JSONValue(parsing: text)) }
        return scope
    }

    /// The value of a template as Python's `repr` shows it, or `!` and the kind of its error.
    package func represented(_ template: String) throws -> String {
        let template = try InterpolatedString(template, vocabulary: .manifest)
        do throws(TemplateError) {
            return try template.evaluate(in: self).represented
        } catch {
            return "!\(error.kind)"
        }
    }
}

extension Record {
    /// A record that is still in the bytes of its page.
    package init(json: String) throws {
        guard let record = Record(try JSONDocument(text: json, indexDepth: 2).root) else {
            throw JSONError("a record is an object", at: 0)
        }
        self = record
    }
}

extension Transformation {
    /// What the transformation makes of a record, as JSON text.
    package func result(for json: String, config: String = "{}", slice: StreamSlice? = nil) throws -> String {
        var record = try Record(json: json)
        let scope = try Scope.testing(config: config, slice: slice)
        scope[.record] = Value(record)
        try transform(&record, in: scope)
        return record.value.text
    }
}
