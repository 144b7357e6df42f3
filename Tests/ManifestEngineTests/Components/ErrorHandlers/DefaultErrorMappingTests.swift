import Testing

@testable import ManifestEngine

struct DefaultErrorMappingTests {
    @Test(
        "statuses",
        arguments: [
            (200, .success, nil), (304, .success, nil), (400, .fail, .system), (401, .fail, .config),
            (403, .fail, .config), (404, .fail, .system), (405, .fail, .system), (408, .retry, .transient),
            (409, .retry, .system), (422, .retry, .system), (429, .rateLimited, .transient), (418, .retry, .system),
            (500, .retry, .transient), (501, .retry, .system), (502, .retry, .transient), (503, .retry, .transient),
            (504, .retry, .transient), (599, .retry, .system),
        ] as [(Int, ResponseAction, FailureType?)]
    )
    func statuses(status: Int, action: ResponseAction, type: FailureType?) {
        let resolution = DefaultErrorMapping.resolution(of: .answer(status))
        #expect(resolution.action == action)
        #expect(resolution.failureType == type)
        #expect((resolution.message == nil) == (status < 400))
    }

    @Test(
        "outcomes without an answer",
        arguments: [
            (.connection, .retry, .system), (.timeout, .retry, .system), (.truncated, .retry, .system),
            (.tooManyRedirects, .retry, .system), (.undecodable, .retry, .system), (.unknownHost, .retry, .config),
            (.invalidScheme, .fail, .config), (.invalidURL, .fail, .config), (.invalidHeader, .fail, .config),
            (.tls, .fail, .config), (.unreadEncoding, .fail, .system), (.tooLarge, .fail, .system),
        ] as [(TransportError.Kind, ResponseAction, FailureType)]
    )
    func failures(kind: TransportError.Kind, action: ResponseAction, type: FailureType) {
        let request = HTTPRequest(method: "GET", url: "https://api.example.com")
        let resolution = DefaultErrorMapping.resolution(of: .failure(TransportError(kind, "why"), request: request))
        #expect(resolution.action == action)
        #expect(resolution.failureType == type)
        #expect(resolution.message?.contains("why") == true)
    }
}
