import JSON
import Jinja
import Manifest
import ManifestEngineTesting

/// Evaluating templates of the kinds that manifests are full of.
struct TemplateBenchmarks {
    private static let templates = [
        "plain text",
        "{{ config['credentials']['access_key'] }}",
        "{{ config.get('num_workers') or 4 }}",
        "{{ record['id'] }}",
        "{{ record.metaData.started }}",
        "{{ 'a' ~ record['id'] ~ '/' ~ record['title'] }}",
        "{{ format_datetime(record['started'], '%Y-%m-%d') }}",
        "{{ [record['id']] if record['id'] is string else record['id'] }}",
    ]

    func run() throws {
        let scope = try Scope.testing(config: #"{"credentials": {"access_key": "AK-1"}, "num_workers": 4}"#)
        let record = try Record(
            json: #"""
                {"id": "7782342274025937895", "title": "Weekly sync", "started": "2026-08-28T08:01:12-07:00",
                 "metaData": {"id": "1", "started": "2026-08-28T08:01:12-07:00"}}
                """#
        )
        scope[.record] = Value(record)
        let figures = try Self.templates.map { source in
            let template = try InterpolatedString(source, vocabulary: .manifest)
            return try Measure.figure("`\(source)`", count: 100) {
                for _ in 0..<100 { _ = try template.evaluate(in: scope) }
            }
        }
        Table.show("Templates", unit: "evaluation", figures)
    }
}
