import Diagnostics
import HTTP
import JSON
import Jinja
import Manifest

/// A job that the API works at.
struct AsyncJob: Sendable {
    /// The response to its creation.
    let creation: JobResponse
    /// When it was created, as uptime in seconds.
    let began: Double
    /// The response that said that it has completed.
    var completion: JobResponse?

    init(creation: JobResponse, began: Double) {
        self.creation = creation
        self.began = began
    }

    /// A scope of the slice with the responses about the job.
    func scope(_ run: SliceRun) -> Scope {
        let scope = run.makeScope()
        set(in: scope, run)
        return scope
    }

    /// Sets `creation_response`, `polling_response` once the job has completed, and `download_target`; templates find them in
    /// the `extra_fields` of the slice, too.
    func set(in scope: Scope, _ run: SliceRun, target: JSONValue? = nil) {
        var values: [(symbol: Symbol, value: Value)] = [(.creationResponse, creation.value)]
        if let completion { values.append((.pollingResponse, completion.value)) }
        if let target { values.append((.downloadTarget, Value(target))) }
        for (symbol, value) in values { scope[symbol] = value }
        scope.setSlice(.object(SliceObject(run.slice, others: values.map { ($0.symbol.name, $0.value) })))
    }
}

/// A response about a job, as templates read it.
struct JobResponse: Sendable {
    let sent: SentResponse
    private let members: JSONObject

    /// - Throws: a system failure for a body that is not a JSON object.
    init(_ sent: SentResponse) throws {
        self.sent = sent
        var root = JSONValue.null
        do throws(JSONError) { root = .view(try sent.response.document(indexDepth: 1).root) } catch {
            throw EngineFailure(.system, "The response about a job is not JSON: \(error).")
        }
        guard let members = root.object else {
            throw EngineFailure(.system, "The response about a job is not a JSON object.")
        }
        self.members = members
    }

    /// The members of the body, with `headers` and `request` unless it has members of that name.
    var value: Value {
        let object = DictObject(members)
        if object["headers"] == nil { object["headers"] = .object(HeaderObject(sent.response.headers)) }
        if object["request"] == nil { object["request"] = .object(SentRequestObject(sent.request)) }
        return .dict(object)
    }
}

/// How long a job may take.
struct AsyncJobPatience: Sendable {
    /// Jobs of a slice, one after the other, until the slice counts as failed.
    static let attempts = 3
    /// Seconds between two looks at a job.
    static let pollInterval = 5.0

    /// Seconds after which a job counts as one that takes too long.
    let timeout: Double
    /// Seconds until a job that has failed is replaced.
    let retryWait: Double
}
