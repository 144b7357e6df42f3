import HTTP
import JSON
import Testing

@Suite("LinkHeader")
struct LinkHeaderTests {
    /// Recorded from the reference: `links` of a `requests` response, which reads with `parse_header_links`.
    @Test(
        "reads what the reference reads",
        arguments: [
            (#"<http://h/a?p=2>; rel="next""#, #"{"next":{"url":"http://h/a?p=2","rel":"next"}}"#),
            (
                #"<http://h/a?p=2>; rel="next", <http://h/a?p=9>; rel="last""#,
                #"{"next":{"url":"http://h/a?p=2","rel":"next"},"last":{"url":"http://h/a?p=9","rel":"last"}}"#
            ),
            (
                #"<http://h/a?p=1>; rel="prev",<http://h/a?p=2>; rel="next""#,
                #"{"prev":{"url":"http://h/a?p=1","rel":"prev"},"next":{"url":"http://h/a?p=2","rel":"next"}}"#
            ),
            (#"<http://h/a?p=2>; rel=next"#, #"{"next":{"url":"http://h/a?p=2","rel":"next"}}"#),
            (#"<http://h/a?p=2>; rel='next'"#, #"{"next":{"url":"http://h/a?p=2","rel":"next"}}"#),
            (
                #"<http://h/a?ids=1,2,3>; rel="next", <http://h/b>; rel="last""#,
                #"{"next":{"url":"http://h/a?ids=1,2,3","rel":"next"},"last":{"url":"http://h/b","rel":"last"}}"#
            ),
            (#"</a?p=2>; rel="next""#, #"{"next":{"url":"/a?p=2","rel":"next"}}"#),
            (#"<?p=2>; rel="next""#, #"{"next":{"url":"?p=2","rel":"next"}}"#),
            (
                #"<http://h/a>;rel="next";title="to page 2""#,
                #"{"next":{"url":"http://h/a","rel":"next","title":"to page 2"}}"#
            ),
            (
                #"<http://h/a>; title="to page 2"; rel="next""#,
                #"{"next":{"url":"http://h/a","title":"to page 2","rel":"next"}}"#
            ),
            (#"<http://h/a> ; rel = "next""#, #"{"next":{"url":"http://h/a","rel":"next"}}"#),
            (#"< http://h/a >; rel="next""#, #"{"next":{"url":"http://h/a","rel":"next"}}"#),
            (#"http://h/a; rel="next""#, #"{"next":{"url":"http://h/a","rel":"next"}}"#),
            (#"<http://h/a>"#, #"{"http://h/a":{"url":"http://h/a"}}"#),
            (
                #"<http://h/a>, <http://h/b>; rel="next""#,
                #"{"http://h/a":{"url":"http://h/a"},"next":{"url":"http://h/b","rel":"next"}}"#
            ),
            (#"<http://h/a>; rel="""#, #"{"http://h/a":{"url":"http://h/a","rel":""}}"#),
            (#"<http://h/a>; rel="next", <http://h/b>; rel="next""#, #"{"next":{"url":"http://h/b","rel":"next"}}"#),
            (#" <http://h/a>; rel="next" "#, #"{"next":{"url":"http://h/a","rel":"next"}}"#),
            (#""#, #"{}"#),
            (#" "#, #"{}"#),
            (#"<>; rel="next""#, #"{"next":{"url":"","rel":"next"}}"#),
            (
                #"<http://h/a>; rel="next"; type="text/html"; hreflang=de"#,
                #"{"next":{"url":"http://h/a","rel":"next","type":"text/html","hreflang":"de"}}"#
            ),
            (
                #"<http://h/a>; rel="https://h/rels/next""#,
                #"{"https://h/rels/next":{"url":"http://h/a","rel":"https://h/rels/next"}}"#
            ),
            (#"<http://h/a;rel="next""#, #"{"next":{"url":"http://h/a","rel":"next"}}"#),
            (
                #"<http://h/a>; title="x, y"; rel="next""#,
                #"{"next":{"url":"http://h/a","title":"x, y","rel":"next"}}"#
            ),
            (
                #"<http://h/a>; rel="next",  <http://h/b>;  rel="last""#,
                #"{"next":{"url":"http://h/a","rel":"next"},"last":{"url":"http://h/b","rel":"last"}}"#
            ),
        ]
    )
    func asReference(_ header: String, _ expected: String) throws {
        #expect(JSONValue.object(LinkHeader.byRelation(header)) == (try JSONValue(parsing: expected)))
    }

    /// Headers that the reference takes apart at the wrong place, or of which it sees less; by RFC 8288.
    @Test(
        "reads by the grammar where the reference loses something",
        arguments: [
            (#"<http://h/a;v=1?p=2>; rel="next""#, ["next": "http://h/a;v=1?p=2"]),
            (
                #"<http://h/a?q=1;p=2>; rel="next", <http://h/b>; rel="last""#,
                ["next": "http://h/a?q=1;p=2", "last": "http://h/b"]
            ),
            (#"<http://h/a>; title="p=2"; rel="next""#, ["next": "http://h/a"]),
            (#"<http://h/a>; title="x; rel=last"; rel="next""#, ["next": "http://h/a"]),
            (#"<http://h/a>; title="x, <b>; rel=last"; rel="next""#, ["next": "http://h/a"]),
            (#"<http://h/a>; title="a \"b\", <c>"; rel="next""#, ["next": "http://h/a"]),
            (#"<http://h/a>; crossorigin; rel="next""#, ["next": "http://h/a"]),
            (#"<http://h/a>; REL="next""#, ["next": "http://h/a"]),
            (#"<http://h/a>; rel="Next""#, ["Next": "http://h/a", "next": "http://h/a"]),
            (#"<http://h/a>; rel="next"; rel="prev""#, ["next": "http://h/a"]),
            (#"<http://h/a>; rel="next"; url="http://o/""#, ["next": "http://h/a"]),
            (#"<http://h/a>; rel="next","#, ["next": "http://h/a"]),
            (#", ,<http://h/a>; rel="next""#, ["next": "http://h/a"]),
            (
                #"<http://h/a>\t;\trel="next"\t,\t<http://h/b>; rel="last""#.replacing(#"\t"#, with: "\t"),
                ["next": "http://h/a", "last": "http://h/b"]
            ),
            (
                #"<http://h/a>; rel="next last""#,
                ["next last": "http://h/a", "next": "http://h/a", "last": "http://h/a"]
            ),
            (
                #"<http://h/a>; rel="last next", <http://h/b>; rel=next"#,
                ["last next": "http://h/a", "last": "http://h/a", "next": "http://h/b"]
            ),
            (#"<http://h/a>; rel="next"#, ["next": "http://h/a"]),
            (#"<http://h/a"#, ["http://h/a": "http://h/a"]), ("<", ["": ""]), (",", [:]),
        ]
    )
    func asGrammar(_ header: String, _ expected: [String: String]) {
        let found = LinkHeader.byRelation(header).map { ($0.key, $0.value["url"]?.string ?? "-") }
        #expect(Dictionary(uniqueKeysWithValues: found) == expected)
    }

    @Test("keeps parameters, in lower case, without quotes and escapes")
    func parameters() {
        let header = #"<a>; rel=next; TITLE="a \"b\"; c"; title*=UTF-8''d%20e; empty="#
        #expect(
            LinkHeader.links(header) == [
                ["url": "a", "rel": "next", "title": #"a "b"; c"#, "title*": "UTF-8''d%20e", "empty": ""]
            ]
        )
    }
}
