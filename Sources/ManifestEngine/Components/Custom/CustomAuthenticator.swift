package import HTTP
import JSON
package import Jinja
package import Manifest

/// Signs requests by a Python class.
///
/// Manifest type `CustomAuthenticator`.
package struct CustomAuthenticator: Component, Authenticator {
    package static let typeName = "CustomAuthenticator"
    package static let summary = "Signs requests by a Python class."
    package static let details = """
        The class is an authenticator of the library `requests`: each complete request is given to it, and it may add headers, \
        parameters or a body.
        """
    package static let example = """
        type: CustomAuthenticator
        class_name: source_declarative_manifest.components.Signature
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        python = try PythonComponent(
            reader,
            options: ["name": .string(reader.source.streamName), "decoder": ["type": "JsonDecoder"]]
        )
    }

    package func credentials(in scope: Scope, run: SourceRun) async throws -> RequestParts {
        PythonComponent.parts(try await python.call("credentials"))
    }

    package func sign(_ request: inout HTTPRequest, in scope: Scope, run: SourceRun) async throws {
        let signed = try await python.call("sign", ["request": PythonComponent.argument(request)])
        try python.apply(signed, to: &request)
    }
}
