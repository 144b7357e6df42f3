extension Fault {
    /// The proper response as the fault lets it through.
    ///
    /// A status fault changes nothing here: it replaces the response before one is made.
    func spoil(_ answer: SimulatorResponse) -> SimulatorResponse {
        var spoiled = answer
        switch kind {
        case .status: break
        case .malformedJSON: spoiled.body.removeLast(max(1, answer.body.count / 3))
        case .truncatedBody: spoiled.delivery = .cut(afterBytes: answer.body.count / 2)
        case .droppedConnection: spoiled.delivery = .dropped
        case .slow(let milliseconds): spoiled.delayMilliseconds += milliseconds
        }
        return spoiled
    }
}
