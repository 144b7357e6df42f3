import Diagnostics
import Foundation
import HTTP
import JSON
import Jinja
import Manifest
import ManifestEngineTesting

@testable import ManifestEngine

/// Components whose classes are in the folder `Python/Fixture`, which also stands for the packages that they need.
enum PythonSample {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Python/Fixture").path
    private static let interpreter = "python3"
    /// Whether there is any Python; without it these tests do not run.
    static let isThere = PythonProcess.succeeds(interpreter, program: "pass")

    static func worker(patience: Double = 60) -> PythonWorker {
        let worker = PythonWorker(interpreter, folder: folder, patience: patience)
        worker.begin(config: ["name": "c"]) { _ in }
        return worker
    }

    /// A component of a type.
    ///
    /// - Parameters:
    ///   - name: the class.
    ///   - fields: further fields, in YAML.
    ///   - prefix: the module of the class, with its dot.
    static func component<Type: Component>(
        _ type: Type.Type,
        _ name: String,
        _ fields: String = "",
        prefix: String = "components.",
        worker: PythonWorker? = nil,
        stream: ManifestNode? = nil
    ) throws -> Type {
        let node = try ManifestNode(yaml: "{type: \(Type.typeName), class_name: \(prefix)\(name), \(fields)}")
        var checker = ManifestChecker(hasPython: true)
        checker.check(node, as: Role(Type.typeName, [.init(Type.self, Type.init)]))
        if checker.diagnostics.hasErrors { throw ManifestFault(checker.diagnostics) }
        var source = SourceContext(streamName: "items")
        source.python = worker ?? Self.worker()
        source.streamDefinition = stream
        return try Type(ComponentReader(node, source: source))
    }

    /// A scope with a slice.
    static func scope(_ slice: StreamSlice = StreamSlice()) throws -> Scope {
        let scope = try RunContext.sample().makeScope()
        scope.setSlice(.object(SliceObject(slice)))
        return scope
    }

    static func response(
        _ body: String,
        status: Int = 200,
        headers: [(String, String)] = []
    ) -> HTTPResponse {
        HTTPResponse(status: status, headers: HTTPHeaderList(headers), body: Bytes(body), url: "http://api/items")
    }
}
