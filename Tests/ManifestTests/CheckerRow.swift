import Diagnostics
import ManifestEngine
import ManifestEngineTesting
import Testing
import YAML

/// A fault as a row of a table: a manifest with marks at the place of the fault, and what is said about it.
struct CheckerRow: Sendable, CustomTestStringConvertible {
    let sample: String
    let severity: Diagnostic.Severity
    let code: String
    let message: String
    let fix: String

    init(_ sample: String, _ severity: Diagnostic.Severity, _ code: String, _ message: String, _ fix: String) {
        self.sample = sample
        self.severity = severity
        self.code = code
        self.message = message
        self.fix = fix
    }

    var testDescription: String { "\(code): \(message)" }

    /// Expects the one fault of the manifest to be that of the row.
    func check() throws {
        let sample = MarkedText(sample)
        let found = try Manifest.inspect(Array(sample.text.utf8), name: "m.yaml").diagnostics.inFileOrder
        let fault = try #require(found.first, "no fault in \(self.sample)")
        #expect(found.count == 1, "\(found.map(\.headline))")
        #expect("\(fault.severity) \(fault.code)" == "\(severity) \(code)")
        #expect(fault.message.hasPrefix(message), "\(fault.message)")
        #expect(fault.fix?.hasPrefix(fix) == true, "\(fault.fix ?? "")")
        #expect(sample.mark(at: fault.place?.range.start) == "①", "\(fault.headline)")
    }

    /// A manifest whose stream has a cursor of dates.
    static func cursor(
        format: String = "\"%Y-%m-%d\"",
        start: String = "\"2024-01-01\"",
        rest: String = ""
    ) -> String {
        let cursor = "type: DatetimeBasedCursor, cursor_field: at, datetime_format: \(format), start_datetime: \(start)"
        return ManifestCheckerTests.manifest(stream: "incremental_sync: {\(cursor)\(rest.isEmpty ? "" : ", " + rest)}")
    }

    /// A manifest whose stream counts pages.
    static func paginator(_ strategy: String, hasSizeOption: Bool = true) -> String {
        let option = "{type: RequestOption, inject_into: request_parameter, field_name: "
        return """
            version: "6.0.0"
            check: {stream_names: [items]}
            spec: {connection_specification: {type: object}}
            streams:
              - name: items
                retriever:
                  requester: {url: http://api/items}
                  record_selector: {extractor: {field_path: []}}
                  paginator:
                    type: DefaultPaginator
                    pagination_strategy: {\(strategy)}
                    \(hasSizeOption ? "page_size_option: \(option)size}" : "")
                    page_token_option: \(option)page}
            """
    }
}
