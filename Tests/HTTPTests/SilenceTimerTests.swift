import AsyncHTTPClient
import NIOCore
import NIOEmbedded
import Testing

@testable import HTTP

struct SilenceTimerTests {
    /// A step of an exchange, some seconds after the one before.
    enum Step {
        case begin, sent, end, close, nothing
        /// A part comes, and more is wanted when it was handed over, before that, or not yet.
        case heard, heardAndWanted, heardOnly
        case wanted
    }

    /// Notes what goes wrong.
    private final class Notes: ChannelInboundHandler {
        typealias InboundIn = Any
        var errors: [any Error] = []

        func errorCaught(context: ChannelHandlerContext, error: any Error) { errors.append(error) }
    }

    /// Gives the timer its place in a pipeline.
    private final class Place: ChannelInboundHandler {
        typealias InboundIn = Any
    }

    /// How many requests of an exchange ended for silence of ten seconds.
    private func silences(_ steps: [(Int64, Step)]) throws -> Int {
        let channel = EmbeddedChannel()
        let (place, notes) = (Place(), Notes())
        try channel.pipeline.syncOperations.addHandlers([place, notes])
        let context = try channel.pipeline.syncOperations.context(handler: place)
        let timer = SilenceTimer(limit: .seconds(10))
        for (seconds, step) in steps {
            channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
            switch step {
            case .begin: timer.requestBegan()
            case .sent: timer.requestEnded(context)
            case .heard:
                timer.heard()
                timer.readingEnded()
                timer.wanted(context)
            case .heardAndWanted:
                timer.heard()
                timer.wanted(context)
                timer.heard()
                timer.readingEnded()
            case .heardOnly:
                timer.heard()
                timer.readingEnded()
            case .wanted: timer.wanted(context)
            case .end: timer.responseEnded()
            case .close: timer.cancel()
            case .nothing: break
            }
        }
        _ = try? channel.finish()
        #expect(notes.errors.allSatisfy { $0 as? HTTPClientError == .readTimeout })
        return notes.errors.count
    }

    @Test(
        "ends a request after ten seconds in which nothing came",
        arguments: [
            ([(0, .begin), (0, .sent), (9, .nothing)], 0),
            ([(0, .begin), (0, .sent), (10, .nothing)], 1),
            ([(0, .begin), (0, .sent), (30, .nothing), (30, .nothing)], 1),
            // A request may take its time to be sent.
            ([(0, .begin), (60, .nothing)], 0),
            ([(0, .begin), (60, .sent), (9, .end), (60, .nothing)], 0),
            // Each part starts the count again.
            ([(0, .begin), (0, .sent), (9, .heard), (9, .heard), (9, .end), (60, .nothing)], 0),
            ([(0, .begin), (0, .sent), (9, .heard), (9, .nothing)], 0),
            ([(0, .begin), (0, .sent), (9, .heard), (10, .nothing)], 1),
            ([(0, .begin), (0, .sent), (9, .heardAndWanted), (9, .nothing)], 0),
            ([(0, .begin), (0, .sent), (9, .heardAndWanted), (10, .nothing)], 1),
            // While nothing more is wanted, the time does not count.
            ([(0, .begin), (0, .sent), (9, .heardOnly), (60, .nothing), (0, .wanted), (9, .nothing)], 0),
            ([(0, .begin), (0, .sent), (9, .heardOnly), (60, .nothing), (0, .wanted), (10, .nothing)], 1),
            ([(0, .begin), (0, .sent), (9, .heardOnly), (60, .end), (60, .nothing)], 0),
            // The timer of one request serves the next.
            ([(0, .begin), (0, .sent), (5, .end), (1, .begin), (0, .sent), (9, .nothing)], 0),
            ([(0, .begin), (0, .sent), (5, .end), (1, .begin), (0, .sent), (10, .nothing)], 1),
            ([(0, .begin), (0, .sent), (5, .end), (60, .begin), (0, .sent), (10, .nothing)], 1),
            // The response came before the request was sent.
            ([(0, .begin), (1, .heard), (0, .end), (1, .sent), (60, .nothing)], 0),
            ([(0, .begin), (0, .sent), (5, .close), (60, .nothing)], 0),
        ] as [([(Int64, Step)], Int)]
    )
    func silence(steps: [(Int64, Step)], expected: Int) throws { #expect(try silences(steps) == expected) }

    @Test(
        "waits for the rest of the silence, and for what came while the loop stood still",
        arguments: [(10, 5, 5, 10), (10, 10, 10, nil), (10, 10, 11, nil), (10, 10, 12, 13), (10, 5, 300, 301)]
            as [(UInt64, UInt64, UInt64, UInt64?)]
    )
    func patience(end: UInt64, due: UInt64, now: UInt64, expected: UInt64?) {
        func at(_ seconds: UInt64) -> NIODeadline { .uptimeNanoseconds(seconds * 1_000_000_000) }
        #expect(SilenceTimer.patience(until: at(end), due: at(due), now: at(now)) == expected.map(at))
    }
}
