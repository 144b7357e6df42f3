package import JSON

/// Changes single values of a JSON text and leaves all else as it was written: order, indentation, line ends.
package struct JSONTextEdit {
    /// The text, UTF-8.
    package private(set) var bytes: [UInt8]

    /// - Parameter bytes: valid JSON, a byte order mark before it allowed.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Makes every change that leads from one value to the other.
    package mutating func apply(from old: JSONValue, to new: JSONValue) { apply(old.resolved, new.resolved, []) }

    private mutating func apply(_ old: JSONValue, _ new: JSONValue, _ path: [String]) {
        guard old != new else { return }
        guard let before = old.object, let after = new.object else { return set(new, at: path) }
        for name in before.keys where after[name] == nil { remove(path + [name]) }
        for (name, value) in after {
            if let was = before[name] { apply(was, value, path + [name]) } else { set(value, at: path + [name]) }
        }
    }

    // MARK: Single changes

    /// Sets a value; objects that are missing on the way are made.
    mutating func set(_ value: JSONValue, at path: [String]) {
        let (node, depth) = JSONTextMap(bytes).deepest(path)
        var value = value
        let isThere = depth == path.count || node.members == nil
        let inside = isThere ? path[depth...] : path[(depth + 1)...]
        for name in inside.reversed() { value = .object([name: value]) }
        let layout = Layout(bytes, node: node)
        if isThere {
            bytes.replaceSubrange(node.range, with: layout.text(of: value))
        } else {
            insert(path[depth], value, into: node, layout)
        }
    }

    private mutating func insert(_ name: String, _ value: JSONValue, into node: JSONTextMap.Node, _ layout: Layout) {
        let text = Array(JSONValue.string(name).text.utf8) + layout.colon + layout.text(of: value)
        if let last = node.members?.last {
            bytes.insert(contentsOf: [UInt8(ascii: ",")] + layout.gap + text, at: last.value.range.upperBound)
        } else {
            let open = UInt8(ascii: "{")
            bytes.replaceSubrange(node.range, with: [open] + text + [UInt8(ascii: "}")])
        }
    }

    /// Takes a member out, as often as it is there.
    mutating func remove(_ path: [String]) {
        while removeLast(path) {}
    }

    private mutating func removeLast(_ path: [String]) -> Bool {
        guard let name = path.last else { return false }
        let (node, depth) = JSONTextMap(bytes).deepest(path.dropLast())
        guard depth == path.count - 1, let members = node.members,
            let place = members.lastIndex(where: { $0.name == name })
        else { return false }
        let end = members[place].value.range.upperBound
        if place > 0 {
            bytes.removeSubrange(members[place - 1].value.range.upperBound..<end)
        } else if members.count > 1 {
            bytes.removeSubrange(members[0].nameRange.lowerBound..<members[1].nameRange.lowerBound)
        } else {
            bytes.replaceSubrange(node.range, with: Array("{}".utf8))
        }
        return true
    }
}

/// How an object is laid out, so that what is put into it looks alike.
private struct Layout {
    /// Between name and value.
    let colon: [UInt8]
    /// Between a comma and the name after it: a space, or a line end and the indentation.
    let gap: [UInt8]
    /// One more step of indentation.
    private let step: [UInt8]

    init(_ bytes: [UInt8], node: JSONTextMap.Node) {
        guard let last = node.members?.last, let first = node.members?.first else {
            colon = Array(": ".utf8)
            gap = [0x20]
            step = []
            return
        }
        colon = Array(bytes[last.nameRange.upperBound..<last.value.range.lowerBound])
        let before = Array(bytes[(node.range.lowerBound + 1)..<first.nameRange.lowerBound])
        let closing = Array(bytes[last.value.range.upperBound..<(node.range.upperBound - 1)])
        let isBroken = before.contains(0x0A)
        gap = isBroken || colon.count > 1 && !before.isEmpty ? before : colon.count > 1 ? [0x20] : []
        step = isBroken && before.starts(with: closing) ? Array(before[closing.count...]) : []
    }

    /// A value as it is written into the object; `${` is kept from being read as a variable.
    func text(of value: JSONValue) -> [UInt8] { text(of: value, gap) }

    private func text(of value: JSONValue, _ gap: [UInt8]) -> [UInt8] {
        guard let members = value.object, !members.isEmpty else {
            return VariableSubstitution.escaped(value.text)
        }
        let isBroken = gap.contains(0x0A)
        let inner = isBroken ? gap + step : gap
        let lines = members.map { name, member in
            Array(JSONValue.string(name).text.utf8) + colon + text(of: member, inner)
        }
        let joined = Array(lines.joined(separator: [UInt8(ascii: ",")] + inner))
        return isBroken
            ? Array("{".utf8) + inner + joined + gap + Array("}".utf8) : Array("{".utf8) + joined + Array("}".utf8)
    }
}
