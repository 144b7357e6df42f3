import JSON

/// A record of a stream: a JSON object.
///
/// It lies in the bytes of the page it came in until it is asked for something, and keeps that page in memory; take out
/// what you keep for long. Members that are null count as missing, as in messages of the Airbyte protocol.
public struct StreamRecord: Sendable, CustomStringConvertible {
    /// The name of the stream.
    public let stream: String
    private let record: Record

    init(_ record: Record, of stream: String) {
        self.stream = stream
        self.record = record
    }

    /// The member of a name; nil when there is none.
    public subscript(name: String) -> DataValue? {
        guard let value = record.get(name), !value.isNull else { return nil }
        return DataValue(value)
    }

    /// The names of the members in their order.
    public var names: [String] { record.members.filter { !$0.value.isNull }.map(\.key) }

    /// The record as compact JSON text in UTF-8, for a decoder of your own.
    ///
    ///     let call = try JSONDecoder().decode(Call.self, from: Data(record.bytes))
    public var bytes: [UInt8] {
        let bytes = Bytes()
        record.write(to: bytes)
        return Array(bytes.buffer)
    }

    /// The record as compact JSON text.
    public var json: String { String(decoding: bytes, as: UTF8.self) }

    /// The record as compact JSON text.
    public var description: String { json }
}
