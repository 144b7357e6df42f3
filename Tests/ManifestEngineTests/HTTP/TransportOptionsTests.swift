import Testing

@testable import ManifestEngine

@Suite("TransportOptions")
struct TransportOptionsTests {
    private static let second: Int64 = 1_000_000_000

    @Test("the time limits reach the client: 30 s to connect and 300 s without a byte if nothing else is said")
    func defaults() {
        let configuration = ClientConfiguration.make(TransportOptions(), HTTPTimeouts())
        #expect(configuration.timeout.connect?.nanoseconds == 30 * Self.second)
        #expect(configuration.timeout.read?.nanoseconds == 300 * Self.second)
    }

    @Test(
        "a request's own limits win over the transport's",
        arguments: [
            (HTTPTimeouts(), 2, 9), (HTTPTimeouts(connect: 5), 5, 9), (HTTPTimeouts(read: 7), 2, 7),
            (HTTPTimeouts(connect: 5, read: 7), 5, 7),
        ] as [(HTTPTimeouts, Int64, Int64)]
    )
    func own(_ timeouts: HTTPTimeouts, _ connect: Int64, _ read: Int64) {
        var options = TransportOptions()
        options.connectTimeout = 2
        options.readTimeout = 9
        let configuration = ClientConfiguration.make(options, timeouts)
        #expect(configuration.timeout.connect?.nanoseconds == connect * Self.second)
        #expect(configuration.timeout.read?.nanoseconds == read * Self.second)
    }

    @Test("an answer may be waited for without end, if somebody asks for it")
    func endless() {
        var options = TransportOptions()
        options.readTimeout = nil
        let configuration = ClientConfiguration.make(options, HTTPTimeouts())
        #expect(configuration.timeout.read?.nanoseconds == nil)
    }
}
