extension JSONView {
    /// Writes the members that are not null, without braces; runs of untouched members are copied in one go.
    ///
    /// For indexed objects without duplicates.
    func appendIndexedMembers(to bytes: Bytes, _ edits: [Record.Edit]) {
        let nodes = document.nodes
        let base = document.base
        let isRegular = !traits.contains(.irregular)
        let stop = Int(nodes[Int(node)].next)
        var run: UnsafePointer<UInt8>?
        var runEnd = base
        var isFirst = true
        func next() {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
        }
        func flush() {
            guard let from = run else { return }
            next()
            bytes.appendPadded(from, runEnd - from)
            run = nil
        }
        var at = Int(node) + 1
        while at < stop {
            let name = nodes[at]
            let value = nodes[at + 1]
            at = Int(value.next)
            if !edits.isEmpty, let edit = Self.edit(of: name, in: base, edits) {
                flush()
                guard let new = edit.value, !new.isNull else { continue }
                next()
                bytes.append(name: name, in: base)
                bytes.append(json: new)
            } else if value.kind == .null {
                flush()
            } else if isRegular {
                if run == nil { run = base + Int(name.start) - 1 }
                runEnd = base + Int(value.end)
            } else {
                next()
                bytes.append(name: name, in: base)
                bytes.append(regular: value, of: document)
            }
        }
        flush()
    }

    private static func edit(
        of name: JSONNode,
        in base: UnsafePointer<UInt8>,
        _ edits: [Record.Edit]
    ) -> Record.Edit? {
        let isEscaped = name.traits.contains(.escaped)
        return edits.first { $0.isInSource && $0.key.matches(name.name(in: base), isEscaped: isEscaped) }
    }

    /// The same for any object, member by member.
    func appendScannedMembers(to bytes: Bytes, _ edits: [Record.Edit]) {
        var isFirst = true
        for (name, value) in rawMembers {
            let edit = edits.first { $0.isInSource && $0.key.matches(name, isEscaped: true) }
            let written = edit.map(\.value) ?? .view(value)
            guard let written, !written.isNull else { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes.append(name: name)
            bytes.append(json: written)
        }
    }
}

extension Bytes {
    /// Writes an indexed member's name and the colon.
    fileprivate func append(name: JSONNode, in base: UnsafePointer<UInt8>) {
        if name.traits.contains(.escaped) { return append(name: name.name(in: base)) }
        appendPadded(base + Int(name.start) - 1, Int(name.end - name.start) + 2)
        append(UInt8(ascii: ":"))
    }

    /// Writes an indexed value of an object without duplicates.
    fileprivate func append(regular value: JSONNode, of document: JSONDocument) {
        let start = document.base + Int(value.start)
        let end = document.base + Int(value.end)
        if value.traits.contains(.irregular) {
            appendRegular(start, end)
        } else {
            appendPadded(start, end - start)
        }
    }
}
