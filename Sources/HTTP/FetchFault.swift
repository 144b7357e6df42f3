/// Why one exchange brought no response: what the HTTP client said, or what its body was refused for.
enum FetchFault: Error {
    case refused(TransportError)
    /// - Parameter hasHead: whether the response had begun.
    case client(any Error, hasHead: Bool)
}
