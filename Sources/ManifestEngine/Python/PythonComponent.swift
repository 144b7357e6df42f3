package import Diagnostics
import HTTP
package import JSON
import Jinja
package import Manifest
import Text

/// A component of the manifest that a Python class is: what its methods are called through.
package final class PythonComponent: Sendable {
    let number: Int
    /// The class as the manifest names it.
    package let className: String
    private let type: String
    private let definition: JSONValue
    private let options: JSONObject
    private let worker: PythonWorker
    package let place: Place?

    /// The field that all of them have.
    package static let classField = Field.required(
        "class_name",
        .string,
        "The Python class, such as `source_declarative_manifest.components.Flatten`: `Flatten` of the file `components.py` "
            + "beside the manifest."
    )

    /// - Parameter options: what the class gets besides its definition and the configuration.
    package init(_ reader: ComponentReader, options: JSONObject = [:]) throws {
        className = try reader.string(Self.classField)
        guard let worker = reader.source.python as? PythonWorker else {
            throw reader.fault(
                Self.classField,
                "no Python runs the class '\(className)'",
                fix: "name one with --python"
            )
        }
        self.worker = worker
        self.options = options
        type = reader.node.typeName ?? ""
        definition = reader.node.json
        place = reader.node.place
        number = worker.newComponent()
    }

    /// The request that makes the component.
    func making(with config: JSONObject) -> JSONValue {
        [
            "do": "make", "component": .integer(number), "type": .string(type), "definition": definition,
            "config": .object(config), "options": .object(options),
        ]
    }

    // MARK: Calling

    /// Calls a method.
    ///
    /// - Throws: `EngineFailure` with the exception's message and traceback.
    func call(_ method: String, _ arguments: JSONObject = [:]) async throws -> JSONValue {
        do { return try await worker.call(self, method, arguments) } catch let fault as PythonFault {
            throw failure(fault)
        }
    }

    /// The same for callers that cannot wait in turn.
    func callNow(_ method: String, _ arguments: JSONObject = [:]) throws -> JSONValue {
        do { return try worker.callNow(self, method, arguments) } catch let fault as PythonFault {
            throw failure(fault)
        }
    }

    private func failure(_ fault: PythonFault) -> EngineFailure {
        let message = fault.type == nil ? "\(name) failed: \(fault.message)" : fault.message
        return EngineFailure(fault.type ?? .system, message, detail: fault.traceback)
    }

    /// The failure of a call that has no end.
    func lateness(after seconds: Double) -> EngineFailure {
        EngineFailure(.system, "\(name) did not return within \(seconds) s.")
    }

    /// The component for messages: type, class and place.
    var name: String { "\(type) '\(className)'" + (place.map { " (\($0))" } ?? "") }
}

// MARK: Arguments

extension PythonComponent {
    /// A slice as the worker reads it; null outside of slices.
    static func argument(_ slice: StreamSlice?) -> JSONValue { slice.map { .object($0.json) } ?? .null }

    static func argument(_ request: HTTPRequest) -> JSONValue {
        [
            "method": .string(request.method), "url": .string(request.url),
            "headers": .object(
                JSONObject(request.headers.fields.map { ($0.name, .string($0.value)) }) {
                    .string("\($0.string ?? ""), \($1.string ?? "")")
                }
            ),
            "body": request.body.map { .string(Base64.encode($0)) } ?? .null,
        ]
    }

    static func argument(_ response: HTTPResponse, to request: HTTPRequest?) -> JSONValue {
        let request = request ?? HTTPRequest(method: "GET", url: response.url ?? "")
        return [
            "status": .integer(response.status), "url": .string(response.url ?? request.url),
            "headers": .array(response.headers.fields.map { [.string($0.name), .string($0.value)] }),
            "body": .string(Base64.encode(Array(response.body.buffer))), "request": argument(request),
        ]
    }

    static func argument(_ outcome: RequestOutcome) -> JSONValue {
        switch outcome {
        case .response(let response, let request): ["response": argument(response, to: request)]
        case .failure(let error, let request): ["failure": .string(error.description), "request": argument(request)]
        }
    }

    /// Changes a request to what a class made of it.
    func apply(_ reply: JSONValue, to request: inout HTTPRequest) throws {
        if let url = reply["url"]?.string, url != request.url { request.url = url }
        let fields = (reply["headers"]?.array ?? []).compactMap { field in
            field.array.flatMap { $0.count == 2 ? ($0[0].string ?? "", $0[1].string ?? "") : nil }
        }
        request.headers = HTTPHeaderList(fields)
        guard let body = reply["body"]?.string else { return }
        request.body = try? Base64.decode(body)
    }

    /// The response that a class gives; one that is skipped where it gives none.
    func response(_ reply: JSONValue) throws -> SentResponse {
        let request = HTTPRequest(
            method: reply["request"]?["method"]?.string ?? "GET",
            url: reply["request"]?["url"]?.string ?? ""
        )
        guard let status = reply["status"]?.integer else {
            let resolution = ErrorResolution(action: .ignore, failureType: nil, message: nil, decidedBy: place)
            return SentResponse(response: HTTPResponse(status: 204), request: request, resolution: resolution)
        }
        let headers = (reply["headers"]?.array ?? []).map {
            ($0.array?.first?.string ?? "", $0.array?.last?.string ?? "")
        }
        let body = try? Base64.decode(reply["body"]?.string ?? "")
        let response = HTTPResponse(
            status: status,
            headers: HTTPHeaderList(headers),
            body: Bytes(body ?? []),
            url: reply["url"]?.string
        )
        let resolution = ErrorResolution(action: .success, failureType: nil, message: nil, decidedBy: place)
        return SentResponse(response: response, request: request, resolution: resolution)
    }

    /// Seconds to wait before the next attempt; nil leaves it to the default.
    func seconds(after outcome: RequestOutcome, attempt: Int) async throws -> Double? {
        let reply = try await call("backoff", ["outcome": Self.argument(outcome), "attempt": .integer(attempt)])
        return Double(reply.text)
    }

    /// What a reply adds to a request.
    static func parts(_ reply: JSONValue) -> RequestParts {
        var parts = RequestParts()
        if let headers = reply["headers"]?.object, !headers.isEmpty { parts.headers = headers }
        if let parameters = reply["parameters"]?.object, !parameters.isEmpty { parts.parameters = parameters }
        if let data = reply["body_data"]?.object, !data.isEmpty { parts.bodyData = data }
        if let json = reply["body_json"]?.object, !json.isEmpty { parts.bodyJSON = json }
        return parts
    }
}
