import Diagnostics
import HTTP
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
        let resolution = DefaultErrorMapping.resolution(of: .response(status, "{}"))
        #expect(resolution.action == action)
        #expect(resolution.failureType == type)
        #expect((resolution.message == nil) == (status < 400))
    }

    @Test(
        "a redirect that was not followed is read when there is something in it",
        arguments: [
            (300, "", .fail), (301, "", .fail), (302, " \r\n", .fail), (303, "", .fail), (307, "", .fail),
            (308, "", .fail),
            (302, "{}", .success), (307, "<html>", .success), (304, "", .success), (204, "", .success),
        ] as [(Int, String, ResponseAction)]
    )
    func redirects(status: Int, body: String, action: ResponseAction) {
        let resolution = DefaultErrorMapping.resolution(of: .response(status, body))
        #expect(resolution.action == action)
        #expect((resolution.failureType == .system) == (action == .fail))
        #expect((resolution.message ?? "").hasPrefix(action == .fail ? "HTTP \(status): a redirect without" : ""))
    }

    @Test("a response that a proxy may have made names it")
    func proxy() {
        var response = HTTPResponse(status: 502)
        response.proxy = "http://proxy:3128"
        let request = HTTPRequest(method: "GET", url: "http://api.example.com")
        let message = DefaultErrorMapping.resolution(of: .response(response, request: request)).message
        #expect(message?.hasSuffix("a bad response (through the proxy http://proxy:3128).") == true)
    }

    @Test(
        "outcomes without a response",
        arguments: [
            (.connection, .retry, .system), (.timeout, .retry, .system), (.truncated, .retry, .system),
            (.tooManyRedirects, .retry, .system), (.undecodable, .retry, .system), (.unknownHost, .retry, .config),
            (.invalidScheme, .fail, .config), (.invalidURL, .fail, .config), (.invalidHeader, .fail, .config),
            (.tls, .fail, .config), (.proxy, .fail, .config), (.unwritableHeader, .fail, .system),
            (.unreadEncoding, .fail, .system), (.tooLarge, .fail, .system),
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
