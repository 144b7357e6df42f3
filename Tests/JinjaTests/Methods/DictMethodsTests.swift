import Testing

/// Methods of dicts, with the results of the reference.
@Suite("Methods of dicts")
struct DictMethodsTests {
    @Test(
        "reads and changes dicts",
        arguments: [
            ("record.get('id')", "5137"),
            ("record.get('missing')", "None"),
            ("record.get('missing', 'd')", "'d'"),
            ("record.get('missing', {}).get('x')", "None"),
            ("record.get('nul', {}).get('x')", "!UndefinedError"),
            ("record.get('d', {}).get('a')", "1"),
            ("record.get('d').get('b').c", "[1, 2, {'x': 'y'}]"),
            ("record.get()", "'{{ record.get() }}'"),
            ("record.get('a','b','c')", "\"{{ record.get('a','b','c') }}\""),
            ("record.get(key='id')", "\"{{ record.get(key='id') }}\""),
            ("record.get('id', undefined_thing)", "!ValueError"),
            ("record.get(record.missing)", "None"),
            ("record.get(['a'])", "\"{{ record.get(['a']) }}\""),
            ("record.values() | list | length", "24"),
            ("record.items() | list | first", "('id', '5137')"),
            ("record.d.items()", "\"dict_items([('a', 1), ('b', {'c': [1, 2, {'x': 'y'}]})])\""),
            ("record.d.keys()", "\"dict_keys(['a', 'b'])\""),
            ("record.d.values()", "\"dict_values([1, {'c': [1, 2, {'x': 'y'}]}])\""),
            ("record.d.keys() | list", "['a', 'b']"),
            ("record.pop('id')", "5137"),
            ("record.d.copy()", "{'a': 1, 'b': {'c': [1, 2, {'x': 'y'}]}}"),
            ("record.d.update({'z': 1})", "None"),
            ("record.l.pop()", "2"),
            ("config.get('nested', {}).get('x', {}).get('y')", "'z'"),
            ("config.get('lookback') or 'P0D'", "'P0D'"),
            ("stream_slice.get('start_time')", "'2024-01-01'"),
            ("stream_slice.get('nope', 'd')", "'d'"),
            ("stream_slice.get('nope', default='d')", "'d'"),
            ("stream_slice.keys() | list", "['parent_id', 'start_time']"),
            ("stream_slice.items() | list", "[('parent_id', '42'), ('start_time', '2024-01-01')]"),
            ("stream_slice.update({})", "!UndefinedError"),
            ("last_record.get('id')", "'r9'"),
            ("headers.get('x-rate')", "5"),
            ("headers.get('nope')", "None"),
            ("response.get('meta', {}).get('has_more', false) is false", "True"),
            ("record.d.get('a') + 1", "2"),
            ("{'a': 1}.items() | list", "[('a', 1)]"),
            ("[1,2,3].pop(0)", "1"),
            ("[1,2,3].pop(9)", "!IndexError"),
            ("{'a':1}.pop('b')", "!KeyError"),
            ("{'a':1}.pop('b', 5)", "5"),
            ("{'a':1}.setdefault('b', 5)", "5"),
            ("{'a':1}.popitem()", "('a', 1)"),
            ("{'a':1}.fromkeys(['x','y'], 0)", "{'x': 0, 'y': 0}"),
            ("[1,2].copy()", "[1, 2]"),
            ("record.d.values() | list | length", "2"),
            ("record.d.items() | length", "2"),
            ("record.d.keys() | length", "2"),
        ] as [(String, String)]
    )
    func dicts(template: String, answer: String) {
        #expect(Sample.answer("{{ \(template) }}") == answer)
    }
}
