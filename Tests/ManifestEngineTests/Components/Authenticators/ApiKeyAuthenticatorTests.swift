import Diagnostics
import JSON
import ManifestEngine
import Testing

@Suite("ApiKeyAuthenticator")
struct ApiKeyAuthenticatorTests {
    private static func option(_ target: String) -> String {
        "inject_into: {type: RequestOption, inject_into: \(target), field_name: \"k\"}"
    }

    @Test(
        "puts the key where the option says",
        arguments: [
            ("api_token: abc\n" + option("header"), #"{"k":"abc"}"#, 0),
            ("api_token: abc\nheader: X-Key", #"{"X-Key":"abc"}"#, 0),
            ("api_token: abc\n" + option("request_parameter"), #"{"k":"abc"}"#, 1),
            ("api_token: abc\n" + option("body_data"), #"{"k":"abc"}"#, 2),
            ("api_token: abc\n" + option("body_json"), #"{"k":"abc"}"#, 3),
            (option("header"), #"{"k":""}"#, 0),
        ]
    )
    func target(_ yaml: String, _ expected: String, _ place: Int) throws {
        let run = TokenRun()
        let parts = try ApiKeyAuthenticator(checking: yaml).credentials(
            in: run.context.makeScope(),
            run: run.source
        )
        let places = [parts.headers, parts.parameters, parts.bodyData, parts.bodyJSON]
        for (index, content) in places.enumerated() {
            #expect(JSONValue.object(content).text == (index == place ? expected : "{}"))
        }
    }

    @Test(
        "reads the key as a literal and prints it",
        arguments: [
            ("1e5", "100000.0"), ("0123", "0123"), ("1.10", "1.1"), ("True", "True"), ("None", "None"), ("abc", "abc"),
        ]
    )
    func literal(_ written: String, _ sent: String) throws {
        let run = TokenRun(["key": .string(written)])
        let authenticator = try ApiKeyAuthenticator(checking: "header: X\napi_token: \"{{ config['key'] }}\"")
        let parts = try authenticator.credentials(in: run.context.makeScope(), run: run.source)
        #expect(parts.headers["X"] == .string(sent))
        #expect(run.context.secrets.masked("<\(sent)>") == "<****>")
    }

    @Test("wants exactly one target", arguments: ["api_token: x", "api_token: x\nheader: X\n" + option("header")])
    func faults(_ yaml: String) {
        #expect(throws: ManifestFault.self) { try ApiKeyAuthenticator(checking: yaml) }
    }
}
