import HTTP
import Synchronization
import Testing

struct CookieJarTests {
    private static let url = "http://a.example/x"

    @Test("a cookie ends when its time has come, by the clock of the engine")
    func expiry() {
        let now = Mutex(100)
        let jar = CookieJar(now: { now.withLock { $0 } })
        jar.take(HTTPHeaderList([("set-cookie", "a=1; Max-Age=10"), ("Set-Cookie", "b=2")]), from: Self.url)
        now.withLock { $0 = 109 }
        #expect(jar.header(for: Self.url) == "a=1; b=2")
        now.withLock { $0 = 110 }
        #expect(jar.header(for: Self.url) == "b=2")
    }

    @Test("the oldest make room")
    func capacity() {
        let jar = CookieJar(now: { 0 })
        for number in 0..<2000 { jar.take(HTTPHeaderList([("Set-Cookie", "c\(number)=1; Path=/")]), from: Self.url) }
        let sent = jar.header(for: Self.url)?.split(separator: ";") ?? []
        #expect(sent.count == 500)
        #expect(sent.last == " c1999=1")
    }
}
