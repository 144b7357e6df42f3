import JSON
import Jinja

/// The token of a page as templates read it, by the name of `next_page_token`.
enum PageTokenValue {
    /// A dictionary with the one member `next_page_token`; null on the first page.
    static func make(_ token: JSONValue?) -> Value {
        token.map { Value(.object(["next_page_token": $0])) } ?? .null
    }
}
