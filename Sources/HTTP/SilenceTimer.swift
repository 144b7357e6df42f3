import AsyncHTTPClient
import NIOCore

/// Ends a request whose response brings nothing for too long, although more of it is wanted.
///
/// A response that is read slowly is not silent: while nothing more is asked of the connection, the time does not count;
/// and where the event loop stood still, for example in a write to a full pipe, what came meanwhile is read first.
///
/// The client has a timer for that, which it sets again for every part of a response: a good part of all that a small
/// request costs. This one is set once for many requests. When it goes off, it looks how long the silence has lasted, and
/// waits for the rest.
final class SilenceTimer {
    /// The longest silence.
    private let limit: TimeAmount
    /// How late the timer may go off when the event loop did not stand still, and how long it has to read then.
    private static let grace = TimeAmount.seconds(1)
    private var lastHeard = NIODeadline.distantPast
    private var isListening = false
    private var hasResponse = false
    /// Whether what arrives is read.
    private var isWanted = true
    /// Whether parts arrive that were read together.
    private var isReading = false
    private var timer: Scheduled<Void>?

    init(limit: TimeAmount) { self.limit = limit }

    /// Notes the beginning of a request; while it is being sent, nothing has to come.
    func requestBegan() { hasResponse = false }

    /// Notes that a request is sent, unless its response came before that.
    func requestEnded(_ context: ChannelHandlerContext) {
        guard !hasResponse else { return }
        isListening = true
        wanted(context)
    }

    /// Notes a part of a response.
    func heard() {
        if isReading { return }
        isReading = true
        isWanted = false
    }

    /// Notes that all was handed over which was read together.
    func readingEnded() { isReading = false }

    /// Notes that more of a response is wanted.
    func wanted(_ context: ChannelHandlerContext) {
        isWanted = true
        guard isListening else { return }
        lastHeard = context.eventLoop.now
        if timer == nil { wait(until: lastHeard + limit, context) }
    }

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
            self?.goOff(context, due: deadline)
        }
    }

    private func goOff(_ context: ChannelHandlerContext, due: NIODeadline) {
        timer = nil
        guard isListening, isWanted else { return }
        if let later = Self.patience(until: lastHeard + limit, due: due, now: context.eventLoop.now) {
            return wait(until: later, context)
        }
        isListening = false
        context.fireErrorCaught(HTTPClientError.readTimeout)
    }

    /// How long to wait on when the timer goes off; nil when it lasted too long.
    ///
    /// - Parameters:
    ///   - end: when the silence has lasted too long.
    ///   - due: when the timer should have gone off.
    static func patience(until end: NIODeadline, due: NIODeadline, now: NIODeadline) -> NIODeadline? {
        if end > now { return end }
        return now > due + grace ? now + grace : nil
    }
}
