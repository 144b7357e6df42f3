import Testing

@testable import Jinja

@Suite("SharedValues")
struct SharedValuesTests {
    private final class Owner: Sendable {}

    private let shared = SharedValues(config: Sample.dict(#"{"list":[1],"made":{}}"#))
    private let owner = Owner()

    private func scope() -> Scope {
        let scope = Sample.scope()
        scope.share(shared, config: .config)
        return scope
    }

    private func value(_ template: String, of owner: Owner? = nil, in scope: Scope) throws -> Value {
        let template = try InterpolatedString(template, vocabulary: .sample)
        return try shared.evaluate(
            in: scope,
            .parameters,
            of: owner ?? self.owner,
            first: { Sample.value(#"{"seen":[0]}"#) },
            { scope throws(TemplateError) in try template.evaluate(in: scope) }
        )
    }

    @Test("a changed configuration is seen in every scope")
    func config() throws {
        let (first, second) = (scope(), scope())
        #expect(try value("{{ config.list.append(2) or config.list }}", in: first).represented == "[1, 2]")
        #expect(try value("{{ config.list }}", in: second).represented == "[1, 2]")
        shared.changeConfig { $0["list"] = .int(5) }
        #expect(try value("{{ config.list }}", in: first).represented == "5")
    }

    @Test("parameters are those of their component, and the scope's own are back afterwards")
    func parameters() throws {
        let (scope, other) = (scope(), Owner())
        let before = scope[.parameters]?.represented
        #expect(try value("{{ parameters.seen.append(1) or parameters.seen }}", in: scope).represented == "[0, 1]")
        #expect(try value("{{ parameters.seen }}", in: self.scope()).represented == "[0, 1]")
        #expect(try value("{{ parameters.seen }}", of: other, in: scope).represented == "[0]")
        #expect(scope[.parameters]?.represented == before)
    }

    @Test("neither a result nor a variable of the scope holds what is shared")
    func copies() throws {
        let scope = scope()
        let result = try value("{{ config.list }}", in: scope)
        _ = try value("{{ record.update({'l': config.list}) }}", in: scope)
        _ = try value("{{ config.list.append(2) }}", in: scope)
        #expect(result.represented == "[1]")
        #expect(scope[.record]?.item(.string("l"))?.represented == "[1]")
        #expect(try value("{{ config.list }}", in: scope).represented == "[1, 2]")
    }

    @Test("an error leaves what was changed before it")
    func failure() throws {
        let scope = scope()
        #expect(throws: TemplateError.self) { try value("{{ config.list.append(2) }}{{ 1 / 0 }}", in: scope) }
        #expect(try value("{{ config.list }}", in: scope).represented == "[1, 2]")
    }

    @Test("tasks do not get into each other's way")
    func tasks() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let scope = scope()
                    for _ in 0..<50 { _ = try value("{{ config.list.append(config.list | length) }}", in: scope) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try value("{{ config.list | length }}", in: scope()).represented == "401")
        #expect(try value("{{ config.list | unique | list | length }}", in: scope()).represented == "400")
    }
}
