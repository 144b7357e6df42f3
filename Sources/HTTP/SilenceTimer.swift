import AsyncHTTPClient
import NIOCore

/// Ends a request whose response brings nothing for too long.
///
/// The client has a timer for that, which it sets again for every part of a response: a good part of all that a small
/// request costs. This one is set once for many requests. When it goes off, it looks how long the silence has lasted, and
/// waits for the rest.
final class SilenceTimer {
    /// The longest silence.
    private let limit: TimeAmount
    private var lastHeard = NIODeadline.distantPast
    private var isListening = false
    private var hasResponse = false
    private var timer: Scheduled<Void>?

    init(limit: TimeAmount) { self.limit = limit }

    /// Notes the beginning of a request; while it is being sent, nothing has to come.
    func requestBegan() { hasResponse = false }

    /// Notes that a request is sent, unless its response came before that.
    func requestEnded(_ context: ChannelHandlerContext) {
        guard !hasResponse else { return }
        isListening = true
        heard(context)
        if timer == nil { wait(until: lastHeard + limit, context) }
    }

    /// Notes a part of a response.
    func heard(_ context: ChannelHandlerContext) { if isListening { lastHeard = context.eventLoop.now } }

    /// Notes the end of a response.
    func responseEnded() {
        hasResponse = true
        isListening = false
    }

    /// Takes the timer back, as the connection has ended.
    func cancel() {
        isListening = false
        timer?.cancel()
        timer = nil
    }

    private func wait(until deadline: NIODeadline, _ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { [weak self] in
            self?.goOff(context)
        }
    }

    private func goOff(_ context: ChannelHandlerContext) {
        timer = nil
        guard isListening else { return }
        let end = lastHeard + limit
        guard end <= context.eventLoop.now else { return wait(until: end, context) }
        isListening = false
        context.fireErrorCaught(HTTPClientError.readTimeout)
    }
}
