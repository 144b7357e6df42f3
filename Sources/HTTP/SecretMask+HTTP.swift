package import Diagnostics
import JSON
import Text

extension SecretMask {
    /// The beginning of the body of a response, masked first and shortened then.
    ///
    /// - Parameter length: characters that are shown at most; where more follow, an ellipsis.
    package func excerpt(of response: HTTPResponse, length: Int) -> String {
        let window = response.textStart(Self.excerptWindow)
        return masked(response.body.count > Self.excerptWindow ? window + "…" : window).shortened(to: length)
    }

    /// Characters of an address that are shown.
    package static let addressLength = 2000

    /// An address for messages: without login, masked first and shortened then.
    package func address(_ url: String) -> String {
        excerpt(of: AddressParts.withoutLogin(url), length: Self.addressLength)
    }
}
