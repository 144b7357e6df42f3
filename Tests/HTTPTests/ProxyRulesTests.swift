import HTTP
import JSON
import TestSupport
import Testing

struct ProxyRulesTests {
    @Test("the proxy of an address", arguments: try RecordedTable.rows("proxy"))
    func proxy(_ row: RecordedRow) throws {
        let environment = try #require(JSONValue(parsing: row.argument).object).compactMapValues(\.string)
        let rules = try ProxyRules(
            environment: Dictionary(uniqueKeysWithValues: environment.map { ($0.key, $0.value) })
        )
        #expect(rules.proxy(for: row.input) == (row.expected == "none" ? nil : ProxyAddress(row.expected)))
    }

    @Test("a variable that names no proxy is a fault that names the variable, not its value")
    func unusable() {
        #expect(throws: ProxyRules.Fault.self) { try ProxyRules(environment: ["HTTPS_PROXY": "ftp://u:p@h:1"]) }
        let fault = #expect(throws: ProxyRules.Fault.self) { try ProxyRules(environment: ["http_proxy": "http://:80"]) }
        #expect(fault?.variable == "http_proxy")
    }

    @Test("passwords are secrets, as they are and as they are sent")
    func secrets() throws {
        let rules = try ProxyRules(environment: ["http_proxy": "http://me:p%40ss@h"])
        #expect(Set(rules.secrets) == ["p@ss", "bWU6cEBzcw=="])
    }
}
