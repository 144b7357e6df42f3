import CExpat
import JSON
import Text

/// Makes a value of the elements and texts that a parser finds.
///
/// Owned by one parser.
final class XMLBuilder {
    private struct Element {
        let name: String
        /// Attributes and children; nil without any.
        var members: JSONObject?
        var text: [UInt8] = []
    }

    private let parser: XML_Parser
    private let limit: Int
    private var size = 0
    private var open = [Element(name: "")]
    /// Why the parser was stopped.
    private(set) var refusal: String?

    init(_ parser: XML_Parser, limit: Int) {
        self.parser = parser
        self.limit = limit
    }

    /// The builder that a handler is called for.
    static func of(_ data: UnsafeMutableRawPointer?) -> XMLBuilder? {
        data.map { Unmanaged<XMLBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    /// What was built: an object with the root element.
    var root: JSONValue { open[0].members.map(JSONValue.object) ?? .null }

    /// An element begins; attributes are names and values in turn, up to a nil.
    func begin(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        var element = Element(name: text(name))
        var place = 0
        while let name = attributes?[place] {
            element.members = element.members ?? JSONObject()
            element.members?["@" + text(name)] = .string(text(attributes?[place + 1]))
            place += 2
        }
        open.append(element)
        if open.count - 1 > XMLReader.depthLimit { stop("more than \(XMLReader.depthLimit) levels") }
    }

    func append(_ text: UnsafePointer<CChar>?, count: Int) {
        guard let text else { return }
        let bytes = UnsafeRawBufferPointer(start: text, count: count)
        open[open.count - 1].text.append(contentsOf: bytes)
        grow(by: count)
    }

    func end() {
        guard let element = open.popLast() else { return }
        let text = Self.stripped(element.text)
        guard var members = element.members else {
            return add(text.map(JSONValue.string) ?? .null, as: element.name)
        }
        if let text { Self.add(.string(text), as: "#text", to: &members) }
        add(.object(members), as: element.name)
    }

    private func add(_ value: JSONValue, as name: String) {
        var members = open[open.count - 1].members.take() ?? JSONObject()
        Self.add(value, as: name, to: &members)
        open[open.count - 1].members = members
    }

    /// Adds a member; where there is one of the name, both are elements of a list.
    private static func add(_ value: JSONValue, as name: String, to members: inout JSONObject) {
        guard let place = members.index(forKey: name) else { return members[name] = value }
        // Taken out, so that the list is not copied for each element.
        let before = members.values[place]
        members.values[place] = .null
        if case .array(var elements) = before {
            elements.append(value)
            members.values[place] = .array(elements)
        } else {
            members.values[place] = .array([before, value])
        }
    }

    private static func stripped(_ bytes: [UInt8]) -> String? {
        guard let first = bytes.first, let last = bytes.last else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let isBare = (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
        let content = isBare ? text : text.stripped()
        return content.isEmpty ? nil : content
    }

    private func text(_ start: UnsafePointer<CChar>?) -> String {
        let text = start.map { String(cString: $0) } ?? ""
        grow(by: text.utf8.count)
        return text
    }

    private func grow(by count: Int) {
        size += count
        if size > limit { stop("names and texts of more than \(ByteCount.text(limit))") }
    }

    private func stop(_ reason: String) {
        refusal = refusal ?? reason
        XML_StopParser(parser, 0)
    }
}
