import Testing

@testable import GongSimulator

struct CursorTests {
    private let window = #""filter":{"fromDateTime":"2020-01-01T00:00:00Z"}"#

    @Test func looksLikeASignedToken() throws {
        let token = try #require(SimulatorClient().get(Path.calls).cursor)
        let parts = token.split(separator: ".")
        #expect(parts.count == 3)
        #expect(parts.first == "eyJhbGciOiJIUzI1NiJ9")
        let claims = try #require(JSONInput(Base64.decode(parts[1]) ?? []))
        #expect(claims["pageSize"]?.integer == 100)
        #expect(claims["total"]?.integer == 500)
        #expect(claims["pageNumber"]?.integer == 1)
        #expect(claims["exp"]?.integer == Int(Instant.standardNow.seconds) + 3_600)
    }

    @Test func aCursorInTheQueryOfAPostIsIgnored() throws {
        let client = SimulatorClient()
        for path in [Path.extensive, Path.transcript] {
            let first = client.post(path, "{\(window)}")
            let cursor = try #require(first.cursor)
            let again = client.post("\(path)?cursor=\(cursor)", "{\(window)}")
            #expect(again.json?["records"]?["currentPageNumber"]?.integer == 0)
            let next = client.post(path, #"{\#(window),"cursor":"\#(cursor)"}"#)
            #expect(next.json?["records"]?["currentPageNumber"]?.integer == 1)
        }
    }

    @Test func aCursorInsideTheFilterIsIgnored() throws {
        let client = SimulatorClient()
        let cursor = try #require(client.post(Path.extensive, "{}").cursor)
        let response = client.post(Path.extensive, #"{"filter":{"cursor":"\#(cursor)"}}"#)
        #expect(response.json?["records"]?["currentPageNumber"]?.integer == 0)
    }

    @Test func aCursorBelongsToItsFilter() throws {
        let client = SimulatorClient()
        let cursor = try #require(client.post(Path.extensive, "{\(window)}").cursor)
        let other = #""filter":{"fromDateTime":"2021-01-01T00:00:00Z"}"#
        let refused = client.post(Path.extensive, #"{\#(other),"cursor":"\#(cursor)"}"#)
        #expect(refused.status == 400)
        #expect(refused.errorText == "Cursor is expired or invalid")
        #expect(client.post(Path.transcript, #"{\#(window),"cursor":"\#(cursor)"}"#).status == 400)
        let reordered = client.post(Path.extensive, #"{"cursor":"\#(cursor)",\#(window)}"#)
        #expect(reordered.status == 200)
        let listed = try #require(client.get("\(Path.calls)?fromDateTime=2020-01-01T00:00:00Z").cursor)
        #expect(client.get("\(Path.calls)?fromDateTime=2021-01-01T00:00:00Z&cursor=\(listed)").status == 400)
        #expect(client.get("\(Path.calls)?cursor=\(listed)&fromDateTime=2020-01-01T00:00:00Z&limit=3").status == 200)
    }

    @Test(arguments: [(0, 200), (59, 200), (60, 400), (3_600, 400)])
    func aCursorExpires(age: Int, status: Int) throws {
        let client = SimulatorClient { $0.cursorLifetime = 60 }
        let cursor = try #require(client.get(Path.calls).cursor)
        let later = Instant.standardNow.adding(seconds: age)
        #expect(client.get("\(Path.calls)?cursor=\(cursor)", at: later).status == status)
    }

    @Test func theSwitchExpiresAllCursors() throws {
        let client = SimulatorClient()
        let old = try #require(client.get(Path.calls).cursor)
        client.core.expireCursors()
        #expect(client.get("\(Path.calls)?cursor=\(old)").status == 400)
        let new = try #require(client.get(Path.calls).cursor)
        #expect(client.get("\(Path.calls)?cursor=\(new)").status == 200)
    }

    @Test(arguments: ["x", "a.b.c", "eyJhbGciOiJIUzI1NiJ9.e30.x"])
    func brokenCursorsAreRefused(token: String) {
        #expect(SimulatorClient().get("\(Path.calls)?cursor=\(token)").status == 400)
    }

    @Test func anAlteredCursorIsRefused() throws {
        let client = SimulatorClient()
        let cursor = try #require(client.get(Path.users).cursor)
        let claims = try #require(cursor.split(separator: ".").dropFirst().first)
        let altered = String(decoding: Base64.decode(claims) ?? [], as: UTF8.self)
            .replacing(#""pageNumber":1"#, with: #""pageNumber":2"#)
        let forged = cursor.replacing(claims, with: Base64.encodeURL(Array(altered.utf8)))
        #expect(forged != cursor)
        #expect(client.get("\(Path.users)?cursor=\(forged)").status == 400)
    }
}
