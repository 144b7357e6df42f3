import Dates
import JSON
import Jinja
import Manifest
import ManifestEngine
import ManifestEngineTesting

/// Parsing a page, and what is done with its records.
struct RecordBenchmarks {
    let pages: Pages

    func run() throws {
        try parse("calls", pages.calls, key: "calls")
        try parse("extensiveCalls", pages.extensiveCalls, key: "calls")
        try parse("callTranscripts", pages.transcripts, key: "callTranscripts")
        try steps()
    }

    /// Checking and writing a page against copying its bytes.
    private func parse(_ name: String, _ page: [UInt8], key: String) throws {
        let key = JSONKey(key)
        let records = try JSONDocument(Bytes(page)).root.member(key)?.elements ?? []
        let output = Bytes(capacity: page.count * 2)
        Table.show(
            "A page of \(name): \(page.count) bytes, \(records.count) records",
            unit: "record",
            [
                Measure.figure("copy", count: records.count, bytes: page.count) { _ = Bytes(page) },
                try Measure.figure("copy and parse", count: records.count, bytes: page.count) {
                    _ = try JSONDocument(Bytes(page))
                },
                Measure.figure("write records", count: records.count, bytes: page.count) {
                    output.removeAll()
                    for view in records { Record(view)?.write(to: output) }
                },
                try Measure.figure("write records taken apart", count: records.count, bytes: page.count) {
                    output.removeAll()
                    for view in try JSONDocument(Bytes(page)).root.member(key)?.elements ?? [] {
                        Record(view.value.object ?? [:]).write(to: output)
                    }
                },
            ]
        )
    }

    /// Filter, added field and cursor on the records of a page of calls.
    private func steps() throws {
        let records = try JSONDocument(Bytes(pages.calls)).root.member("calls")?.elements.compactMap(Record.init) ?? []
        let scope = try Scope.testing()
        let filter = try RecordFilter(fields: "condition: \"{{ not record.get('isPrivate', False) }}\"")
        let addition = try AddFields(
            fields: "fields: [{path: [host], value: \"{{ record['primaryUserId'] }}\", value_type: string}]"
        )
        let format = DateFormat("%Y-%m-%dT%H:%M:%S%z")
        let started = JSONKey("started")
        Table.show(
            "One step on a record of calls",
            unit: "record",
            [
                Measure.figure("read one field", count: records.count) {
                    for record in records { _ = record.get(started) }
                },
                try Measure.figure("RecordFilter `not record.get('isPrivate', False)`", count: records.count) {
                    for record in records {
                        scope[.record] = Value(record)
                        _ = try filter.keepsRecord(in: scope)
                    }
                },
                try Measure.figure("AddFields, one text field", count: records.count) {
                    for var record in records {
                        scope[.record] = Value(record)
                        try addition.transform(&record, in: scope)
                    }
                },
                Measure.figure("date of the cursor", count: records.count) {
                    for record in records {
                        guard case .view(let view)? = record.get(started) else { continue }
                        _ = view.withPlainString { format.parse(utf8: $0) }
                    }
                },
            ]
        )
    }
}
