import Diagnostics
import HTTP
import JSON
import Jinja
package import Manifest

/// Sends requests by a Python class.
///
/// Manifest type `CustomRequester`.
package final class CustomRequester: Component, Requester {
    package static let typeName = "CustomRequester"
    package static let summary = "Sends requests by a Python class."
    package static let details = """
        The class has a method `send_request`, which gets path, headers, parameters and body of paginator and partition and gives the \
        response as the library `requests` has it, or nothing. The requests are Python's: budget, waits and hosts for credentials of \
        the engine do not apply to them.
        """
    package static let example = """
        type: CustomRequester
        class_name: source_declarative_manifest.components.Signed
        """
    package static let fields = [PythonComponent.classField]
    package static let runsPython = true

    /// The name of the stream.
    package let name: String
    private let python: PythonComponent

    package init(_ reader: ComponentReader) throws {
        name = reader.source.streamName
        python = try PythonComponent(
            reader,
            options: ["name": .string(reader.source.streamName), "decoder": ["type": "JsonDecoder"]]
        )
    }

    package func makeRequests(in run: SourceRun) -> any PageRequests { ClassRequests(python: python) }

    private struct ClassRequests: PageRequests {
        let python: PythonComponent

        func send(
            in scope: Scope,
            run: SourceRun,
            pathToken: String?,
            injected: RequestParts,
            wantsPieces: Bool
        ) async throws -> SentResponse {
            let reply = try await python.call(
                "request",
                [
                    "slice": PythonComponent.argument(SliceObject.slice(in: scope)),
                    "token": try scope[.nextPageToken].map { try $0.json()["next_page_token"] ?? .null } ?? .null,
                    "path": pathToken.map { .string($0) } ?? .null, "headers": .object(injected.headers),
                    "parameters": .object(injected.parameters), "body_data": .object(injected.bodyData),
                    "body_json": .object(injected.bodyJSON),
                ]
            )
            return try python.response(reply)
        }
    }
}
