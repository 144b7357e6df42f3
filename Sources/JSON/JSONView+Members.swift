extension JSONView {
    /// A member by the bytes of its name, as they stand between the quotes in the document.
    typealias RawMember = (name: UnsafeBufferPointer<UInt8>, value: JSONView)

    /// The member of an object, or nil.
    package func member(_ key: String) -> JSONView? { member(JSONKey(key)) }

    /// The member of an object, or nil.
    package func member(_ key: JSONKey) -> JSONView? {
        guard kind == .object else { return nil }
        return isIndexed ? indexedMember(key) : scannedMember(key)
    }

    @inline(__always)
    private func indexedMember(_ key: JSONKey) -> JSONView? {
        let nodes = document.nodes
        var at = Int(node) &+ 1
        let stop = Int(nodes[Int(node)].next)
        let isUnique = !traits.contains(.duplicates)
        if isUnique, let place = expectedMember(key) { return JSONView(document: document, node: place) }
        var found = -1
        while at < stop {
            let name = nodes[at]
            let isMatch =
                name.traits.contains(.escaped)
                ? key.matches(name.name(in: document.base), isEscaped: true)
                : key.matches(document.base + Int(name.start), Int(name.end &- name.start))
            if isMatch {
                found = at &+ 1
                if isUnique { break }
            }
            at = Int(nodes[at &+ 1].next)
        }
        guard found >= 0 else { return nil }
        key.expect(at: found &- Int(node))
        return JSONView(document: document, node: found)
    }

    /// The node of a member that stands as far from its object as in the object it was found in last; else nil.
    ///
    /// Records of a page mostly have the same members in the same order.
    @inline(__always)
    private func expectedMember(_ key: JSONKey) -> Int? {
        let nodes = document.nodes
        // Read once: another thread may change it at any time.
        let distance = key.expectedPlace
        let place = Int(node) &+ distance
        guard distance > 1, place < Int(nodes[Int(node)].next) else { return nil }
        let name = nodes[place &- 1]
        guard name.kind == .key, name.level == nodes[Int(node)].level &+ 1, !name.traits.contains(.escaped) else {
            return nil
        }
        return key.matches(document.base + Int(name.start), Int(name.end &- name.start)) ? place : nil
    }

    private func scannedMember(_ key: JSONKey) -> JSONView? {
        var found: JSONView?
        scanMembers { name, value in
            guard key.matches(name, isEscaped: true) else { return true }
            found = JSONView(
                document: document,
                from: value,
                to: JSONScan.skipValue(value),
                inherited: traits
            )
            return traits.contains(.duplicates)
        }
        return found
    }

    /// Calls `body` with each member's name and the place of its value, until it returns false.
    @inline(__always)
    private func scanMembers(
        _ body: (UnsafeBufferPointer<UInt8>, UnsafePointer<UInt8>) -> Bool
    ) {
        defer { withExtendedLifetime(document) {} }
        var at = JSONScan.skipSpace(startPointer + 1)
        while at.pointee == 0x22 {
            let name = at + 1
            let quote = JSONScan.closingQuote(name)
            let buffer = UnsafeBufferPointer(start: name, count: quote - name)
            let colon = JSONScan.skipSpace(quote + 1)
            let value = JSONScan.skipSpace(colon + 1)
            guard body(buffer, value) else { return }
            at = JSONScan.skipSpace(JSONScan.skipValue(value))
            if at.pointee == 0x2C { at = JSONScan.skipSpace(at + 1) }
        }
    }

    /// The names and values of an object, in order, duplicates resolved.
    package var members: [(key: String, value: JSONView)] {
        defer { withExtendedLifetime(document) {} }
        return rawMembers.map { name, value in
            let text = name.contains(0x5C) ? JSONString.decode(name) : String(decoding: name, as: UTF8.self)
            return (text, value)
        }
    }

    /// The members of an object, in order, duplicates resolved; valid as long as the document.
    var rawMembers: [RawMember] {
        guard kind == .object else { return [] }
        var all: [RawMember] = []
        if isIndexed {
            var at = Int(node) + 1
            let stop = Int(document.nodes[Int(node)].next)
            while at < stop {
                all.append((document.nodes[at].name(in: document.base), JSONView(document: document, node: at + 1)))
                at = Int(document.nodes[at + 1].next)
            }
        } else {
            scanMembers { name, value in
                let end = JSONScan.skipValue(value)
                all.append((name, JSONView(document: document, from: value, to: end, inherited: traits)))
                return true
            }
        }
        return traits.contains(.duplicates) ? Self.withoutDuplicates(all) : all
    }

    private static func withoutDuplicates(_ all: [RawMember]) -> [RawMember] {
        // By bytes, as `String` would also equate composed and decomposed characters.
        var places: [[UInt8]: Int] = [:]
        var unique: [RawMember] = []
        for member in all {
            let name = JSONString.bytes(of: member.name)
            if let place = places[name] {
                unique[place].value = member.value
            } else {
                places[name] = unique.count
                unique.append(member)
            }
        }
        return unique
    }

    // MARK: Elements

    /// The elements of an array.
    package var elements: [JSONView] {
        var all: [JSONView] = []
        forEachElement { all.append($0) }
        return all
    }

    /// Calls `body` with each element of an array.
    package func forEachElement(_ body: (JSONView) throws -> Void) rethrows {
        guard kind == .array else { return }
        defer { withExtendedLifetime(document) {} }
        if isIndexed {
            var at = Int(node) + 1
            let stop = Int(document.nodes[Int(node)].next)
            while at < stop {
                try body(JSONView(document: document, node: at))
                at = Int(document.nodes[at].next)
            }
            return
        }
        var at = JSONScan.skipSpace(startPointer + 1)
        while at.pointee != 0x5D {
            let end = JSONScan.skipValue(at)
            try body(JSONView(document: document, from: at, to: end, inherited: traits))
            at = JSONScan.skipSpace(end)
            if at.pointee == 0x2C { at = JSONScan.skipSpace(at + 1) }
        }
    }

    /// Number of elements of an array or members of an object, duplicates not counted.
    package var count: Int {
        switch kind {
        case .array:
            var number = 0
            forEachElement { _ in number += 1 }
            return number
        case .object: return rawMembers.count
        default: return 0
        }
    }

    /// Whether a container holds nothing.
    package var isEmptyContainer: Bool {
        guard kind == .array || kind == .object else { return false }
        let first = JSONScan.skipSpace(startPointer + 1)
        return first.pointee == 0x5D || first.pointee == 0x7D
    }
}
