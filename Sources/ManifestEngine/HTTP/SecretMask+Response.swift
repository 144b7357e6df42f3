extension SecretMask {
    /// The beginning of the body of a response, masked first and shortened then.
    ///
    /// - Parameter length: characters that are shown at most; where more follow, an ellipsis.
    func excerpt(of response: HTTPResponse, length: Int) -> String {
        let window = response.textStart(Self.excerptWindow)
        return masked(response.body.count > Self.excerptWindow ? window + "…" : window).shortened(to: length)
    }
}
