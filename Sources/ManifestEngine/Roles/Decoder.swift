import Diagnostics
package import HTTP
package import JSON
import Manifest

/// What a decoder made of a response.
package struct DecodedPage: Sendable {
    /// The values found; each is what an extractor looks into.
    package var bodies: [JSONValue]
    /// A note for the author of the manifest, such as a body that is not JSON.
    package var fault: String?
    /// The response that was decoded, for extractors that look at it; nil where its body came in pieces.
    package var response: HTTPResponse?

    package init(bodies: [JSONValue], fault: String? = nil) {
        self.bodies = bodies
        self.fault = fault
    }
}

/// Turns the body of a response into values.
///
/// A decoder of whole bodies implements `decode`; one that reads in pieces implements `makeReader` and
/// `readsPieces`. The other half has a default, so every decoder accepts both.
package protocol Decoder: Sendable {
    /// Whether the body is read as it arrives; then no template sees it, and it may be larger than memory.
    var readsPieces: Bool { get }
    /// Reads a whole body. `recordDepth` is the level at which records are expected, for the index of the document.
    func decode(_ response: HTTPResponse, recordDepth: Int) throws -> DecodedPage
    /// What reads a body that another decoder unpacked.
    var nested: any Decoder { get }
    /// A reader for the body that follows a head.
    func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader
}

extension Decoder {
    package var readsPieces: Bool { false }
    package var nested: any Decoder { self }

    package func decode(_ response: HTTPResponse, recordDepth: Int) throws -> DecodedPage {
        let reader = try makeReader(for: response, recordDepth: recordDepth)
        var values: [JSONValue] = []
        reader.feed(response.body)
        while case let found = try reader.next(), !found.isEmpty { values += found }
        reader.end()
        while case let found = try reader.next(), !found.isEmpty { values += found }
        return DecodedPage(bodies: values, fault: reader.fault)
    }

    package func makeReader(for head: HTTPResponse, recordDepth: Int) throws -> any BodyReader {
        WholeBodyReader(head) { try decode($0, recordDepth: recordDepth) }
    }
}

/// Finds values in a body that is handed over piece by piece.
///
/// Owned by one task.
///
/// Holds no more of the body than the value at hand. What it finds does not depend on where the pieces end.
package protocol BodyReader: AnyObject {
    /// What is odd about the body, once it has ended: a note for the author of the manifest. Nil unless a reader says more.
    var fault: String? { get }
    /// Adds the next piece. Call it once `next` returns nothing more.
    func feed(_ piece: Bytes)
    /// Marks the end of the body; `next` then returns what is left.
    func end()
    /// Some of the values that are complete, in order; none when more of the body is needed.
    ///
    /// - Throws: a system failure for what cannot be read, after the values before it.
    func next() throws -> [JSONValue]
}

extension BodyReader {
    package var fault: String? { nil }
}

extension HTTPResponse {
    /// Why no more of the body is unpacked; nil while it is within its limit.
    ///
    /// - Parameters:
    ///   - size: bytes so far, unpacked.
    ///   - received: bytes they came in.
    ///   - inPieces: whether the body is not held in memory as a whole.
    func excess(size: Int, received: Int, inPieces: Bool = false) -> EngineFailure? {
        let limit = inPieces ? limit.forPieces : limit
        guard let fault = limit.excess(size: size, received: received, url: url ?? "") else { return nil }
        return EngineFailure(.system, "The body cannot be read: \(fault.message).")
    }
}

/// Collects a body and decodes it as a whole.
final class WholeBodyReader: BodyReader {
    private let head: HTTPResponse
    private let body = Bytes()
    private let decode: (HTTPResponse) throws -> DecodedPage
    private var isDue = false
    private(set) var fault: String?

    init(_ head: HTTPResponse, _ decode: @escaping (HTTPResponse) throws -> DecodedPage) {
        self.head = head
        self.decode = decode
    }

    func feed(_ piece: Bytes) { body.append(UnsafeRawBufferPointer(piece.buffer)) }
    func end() { isDue = true }

    func next() throws -> [JSONValue] {
        if let excess = head.excess(size: body.count, received: body.count) { throw excess }
        guard isDue else { return [] }
        isDue = false
        body.pad()
        let page = try decode(HTTPResponse(status: head.status, headers: head.headers, body: body, url: head.url))
        fault = page.fault
        return page.bodies
    }
}
