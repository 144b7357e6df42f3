import HTTP
import JSON
import Jinja
import Manifest

/// One outcome as templates and filters read it; the body is parsed when it is first asked for, and once.
///
/// Not Sendable: lives for one decision.
final class ResponseReading {
    private let request: HTTPRequest
    /// The response, if one came.
    let response: HTTPResponse?

    init(_ outcome: RequestOutcome) {
        switch outcome {
        case .response(let response, let request): (self.response, self.request) = (response, request)
        case .failure(_, let request): (response, self.request) = (nil, request)
        }
    }

    /// The body as JSON; nil when it is not JSON.
    private(set) lazy var document: JSONDocument? = response.flatMap { try? $0.document(indexDepth: 3) }

    /// The message that says what went wrong.
    ///
    /// Of a JSON body, the first member of a fixed list of names, however deep; of any other body, the body.
    private(set) lazy var errorText: String? = {
        guard let response else { return nil }
        guard let document else { return response.text }
        return ErrorText.find(in: .view(document.root))
    }()

    /// A scope with `response`, `headers` and `request_url` set.
    ///
    /// A body that is not JSON reads as an empty object; without a response, so does everything.
    func scope(copying scope: Scope) -> Scope {
        let copy = Scope(copying: scope)
        copy[.response] = document.map { Value($0.root) } ?? Value(.object([:]))
        copy[.headers] = .object(HeadersObject(response?.headers ?? HTTPHeaderList()))
        copy[.requestURL] = .string(address.map { AddressParts($0)?.withoutQuery ?? $0 } ?? "")
        return copy
    }

    private var address: String? { response.map { $0.url ?? request.url } }

    /// Whether the error message contains a string.
    ///
    /// Large bodies that cannot contain it are recognized without parsing.
    func errorTextHas(_ search: ErrorTextSearch) -> Bool {
        guard let response, response.hasWideText || search.mayBeFound(in: response.body) else { return false }
        return errorText?.contains(search.text) ?? false
    }
}
