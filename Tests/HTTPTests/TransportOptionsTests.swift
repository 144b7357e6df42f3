import AsyncHTTPClient
import Testing

@testable import HTTP

@Suite("TransportOptions")
struct TransportOptionsTests {
    private static let second: Int64 = 1_000_000_000

    private static func configuration(
        _ options: TransportOptions,
        _ timeouts: HTTPTimeouts,
        connections: Int = 1000
    ) -> HTTPClient.Configuration {
        let key = ClientPool.Key(timeouts: timeouts, route: .direct)
        return ClientConfiguration.make(options, key, ConnectionLedger(limit: connections))
    }

    private static func settings(_ options: TransportOptions, _ timeouts: HTTPTimeouts) -> ConnectionSettings {
        ConnectionSettings(options, ClientPool.Key(timeouts: timeouts, route: .direct))
    }

    @Test("connections to one host: no more than the process may have", arguments: [(1000, 40), (7, 7)])
    func connections(limit: Int, expected: Int) {
        let configuration = Self.configuration(TransportOptions(), HTTPTimeouts(), connections: limit)
        #expect(configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit == expected)
    }

    @Test("the time limits reach the client: 30 s to connect and 300 s without a byte if nothing else is said")
    func defaults() {
        let configuration = Self.configuration(TransportOptions(), HTTPTimeouts())
        #expect(configuration.timeout.connect?.nanoseconds == 30 * Self.second)
        #expect(configuration.timeout.read == nil)
        let settings = Self.settings(TransportOptions(), HTTPTimeouts())
        #expect(settings.readTimeout?.nanoseconds == 300 * Self.second)
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
        let configuration = Self.configuration(options, timeouts)
        #expect(configuration.timeout.connect?.nanoseconds == connect * Self.second)
        #expect(Self.settings(options, timeouts).readTimeout?.nanoseconds == read * Self.second)
    }

    @Test("a response may be waited for without end, if somebody asks for it")
    func endless() {
        var options = TransportOptions()
        options.readTimeout = nil
        #expect(Self.settings(options, HTTPTimeouts()).readTimeout == nil)
    }
}
