extension Fault {
    /// The proper response as the fault lets it through.
    ///
    /// A status fault changes nothing here: it replaces the response before one is made.
    func spoil(_ response: SimulatorResponse) -> SimulatorResponse {
        var spoiled = response
        switch kind {
        case .status: break
        case .malformedJSON: spoiled.body.removeLast(max(1, response.body.count / 3))
        case .truncatedBody: spoiled.delivery = .cut(afterBytes: response.body.count / 2)
        case .droppedConnection: spoiled.delivery = .dropped
        case .slow(let milliseconds): spoiled.delayMilliseconds += milliseconds
        }
        return spoiled
    }
}
