import HTTP
import JSON
import ManifestEngineTesting
import Testing

@testable import ManifestEngine

@Suite("PreparedRequest")
struct PreparedRequestTests {
    /// The requests for some slices, signed with a token each.
    private func requests(_ yaml: String, ids: [Int] = [1, 2], tokens: [String]) throws -> [HTTPRequest] {
        let requester = try HttpRequester(fields: yaml)
        let context = try RunContext.sample()
        let prepared = try PreparedRequest(requester, in: context.makeScope())
        return try zip(ids, tokens).map { id, token in
            let scope = context.makeScope()
            scope.setSlice(.object(SliceObject(StreamSlice(partition: ["id": .integer(id)]))))
            return try prepared.request(
                in: scope,
                pathToken: nil,
                credentials: RequestParts(authorization: token),
                injected: RequestParts(),
                context: context
            )
        }
    }

    @Test(
        "requests share a head where slices decide about the body alone, and a token signs both",
        arguments: [
            ("{url: http://h/a}", true), ("{url: http://h/a, http_method: POST, request_body_json: {a: b}}", true),
            ("{url: http://h/a, request_body_json: {id: \"{{ stream_slice.id }}\"}}", true),
            ("{url: http://h/a, request_headers: {A: b}, request_parameters: {c: d}}", true),
            ("{url: \"http://h/{{ stream_slice.id }}\"}", false),
            ("{url: http://h/a, request_parameters: {id: \"{{ stream_slice.id }}\"}}", false),
            ("{url: http://h/a, request_headers: {Id: \"{{ stream_slice.id }}\"}}", false),
            ("{url: http://h/a, request_headers: {Now: \"{{ now_utc() }}\"}}", false),
        ]
    )
    func shared(yaml: String, isShared: Bool) throws {
        let made = try requests(yaml, tokens: ["t", "t"])
        #expect((made[0].head === made[1].head) == isShared)
    }

    @Test("tokens in turn have a head each, which is found again")
    func tokens() throws {
        let made = try requests("{url: http://h/a}", ids: [1, 2, 3, 4], tokens: ["t", "u", "t", "u"])
        #expect(made.map { $0.headers["Authorization"] } == ["t", "u", "t", "u"])
        #expect(made[0].head === made[2].head)
        #expect(made[1].head === made[3].head)
    }

    @Test("what slices decide about is made again")
    func open() throws {
        let yaml = "{url: \"http://h/{{ stream_slice.id }}\", request_body_json: {id: \"{{ stream_slice.id }}\"}}"
        let made = try requests(yaml, tokens: ["t", "t"])
        #expect(made.map(\.url) == ["http://h/1", "http://h/2"])
        #expect(made.map { String(decoding: $0.body ?? [], as: UTF8.self) } == [#"{"id": 1}"#, #"{"id": 2}"#])
    }
}
