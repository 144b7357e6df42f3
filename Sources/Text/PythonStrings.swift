/// Searching, replacing and splitting text as Python does, by code points.
extension String {
    package init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    /// The string with `old` replaced wherever it occurs, from the left, at most `limit` times.
    ///
    /// An empty `old` occurs before each code point and at the end.
    package func replacingAll(_ old: String, _ new: String, limit: Int = .max) -> String {
        if old.isEmpty { return spaced(by: new, limit) }
        let bytes = Array(utf8)
        let wanted = Array(old.utf8)
        let replacement = Array(new.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var at = 0
        var count = 0
        while at < bytes.count {
            let isMatch =
                count < limit && bytes[at] == wanted[0] && at + wanted.count <= bytes.count
                && bytes[at..<(at + wanted.count)].elementsEqual(wanted)
            if isMatch {
                result += replacement
                at += wanted.count
                count += 1
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return count == 0 ? self : String(decoding: result, as: UTF8.self)
    }

    private func spaced(by new: String, _ limit: Int) -> String {
        var result = ""
        var count = 0
        for scalar in unicodeScalars {
            if count < limit { result += new }
            count += 1
            result.unicodeScalars.append(scalar)
        }
        return count < limit ? result + new : result
    }

    /// The places of code points where a string stands, without overlaps.
    package func places(of part: [Unicode.Scalar], in scalars: [Unicode.Scalar], from start: Int, to end: Int) -> [Int]
    {
        var places: [Int] = []
        var at = start
        while at + part.count <= end {
            if scalars[at..<(at + part.count)].elementsEqual(part) {
                places.append(at)
                at += max(1, part.count)
            } else {
                at += 1
            }
        }
        return places
    }

    /// `capitalize`: the first letter in upper case, the others in lower case.
    package var capitalizedAsInPython: String {
        guard let first = unicodeScalars.first else { return self }
        return first.properties.titlecaseMapping + String(unicodeScalars.dropFirst()).lowercased()
    }

    /// `title`: the first letter of each run of letters in upper case.
    package var titledAsInPython: String {
        var result = ""
        var isInside = false
        for scalar in unicodeScalars {
            let mapped = isInside ? scalar.properties.lowercaseMapping : scalar.properties.titlecaseMapping
            result += mapped
            isInside = scalar.properties.isCased
        }
        return result
    }
}
