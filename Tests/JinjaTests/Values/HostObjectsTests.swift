import Testing

/// Slices, records and headers, with the answers of the reference.
@Suite("Host objects")
struct HostObjectsTests {
    @Test(
        "reads slices",
        arguments: [
            ("stream_slice | tojson", "'{{ stream_slice | tojson }}'"),
            ("stream_slice is mapping", "True"),
            ("stream_slice", "{'parent_id': '42', 'start_time': '2024-01-01'}"),
            ("stream_slice.parent_id", "42"),
            ("stream_slice['parent_id']", "42"),
            ("stream_slice.partition", "{'parent_id': '42'}"),
            ("stream_slice._partition", "{'parent_id': '42'}"),
            ("stream_slice._cursor_slice", "''"),
            ("stream_slice._stream_slice.x", "!SecurityError"),
            ("stream_slice.cursor_slice.start_time", "'2024-01-01'"),
            ("stream_slice.extra_fields", "{'ex': {'a': 1}}"),
            ("stream_slice.extra_fields.ex.a", "1"),
            ("stream_slice['start_time']", "'2024-01-01'"),
            ("stream_slice.get('start_time')", "'2024-01-01'"),
            ("stream_slice.get('nope', 'd')", "'d'"),
            ("stream_slice.get('nope', default='d')", "'d'"),
            ("stream_slice.keys() | list", "['parent_id', 'start_time']"),
            ("stream_slice.items() | list", "[('parent_id', '42'), ('start_time', '2024-01-01')]"),
            ("stream_slice | length", "2"),
            ("stream_slice | list", "['parent_id', 'start_time']"),
            ("stream_slice.update({})", "!UndefinedError"),
            ("'parent_id' in stream_slice", "True"),
            ("stream_interval.start_time", "'2024-01-01'"),
            ("stream_partition['parent_id']", "42"),
            ("stream_partition.parent_id", "42"),
            ("stream_slice == {'parent_id': '42', 'start_time': '2024-01-01', 'end_time': '2024-02-01'}", "False"),
            ("not stream_slice", "False"),
        ] as [(String, String)]
    )
    func slices(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "reads records",
        arguments: [
            ("last_record", "{'id': 'r9', 'data': None}"),
            ("last_record.id", "'r9'"),
            ("last_record['id']", "'r9'"),
            ("last_record.data", "{'id': 'r9', 'data': None}"),
            ("last_record['data']", "None"),
            ("last_record.stream_name", "'s'"),
            ("last_record.get('id')", "'r9'"),
            ("last_record._data", "''"),
            ("last_record.associated_slice", "None"),
        ] as [(String, String)]
    )
    func records(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }

    @Test(
        "reads headers",
        arguments: [
            ("headers", "{'Link': '<x>', 'X-Rate': '5'}"),
            ("headers.link", "'<x>'"),
            ("headers['link']", "'<x>'"),
            ("headers['LINK']", "'<x>'"),
            ("headers.get('x-rate')", "5"),
            ("headers.get('nope')", "None"),
            ("'link' in headers", "True"),
            ("headers['X-Rate'] | int", "5"),
            ("headers | length", "2"),
        ] as [(String, String)]
    )
    func headers(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
