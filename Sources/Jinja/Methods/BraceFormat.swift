import Dates
import Text

/// Python's `text.format(…)`.
enum BraceFormat {
    /// The text with its fields in braces filled in.
    ///
    /// Attributes with an underscore first may not be read.
    static func apply(_ format: String, _ arguments: Arguments) throws(TemplateError) -> String {
        var automatic: Int? = 0
        return try fill(Array(format.unicodeScalars), arguments, &automatic, depth: 0)
    }

    private static func fill(
        _ scalars: [Unicode.Scalar],
        _ arguments: Arguments,
        _ automatic: inout Int?,
        depth: Int
    ) throws(TemplateError) -> String {
        guard depth < 3 else { throw .value("Max string recursion exceeded") }
        var result = ""
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            let isDoubled = at + 1 < scalars.count && scalars[at + 1] == scalar
            if scalar == "{" && !isDoubled {
                guard let end = closing(scalars, at) else { throw .value("expected '}' before end of string") }
                result += try field(Array(scalars[(at + 1)..<end]), arguments, &automatic, depth)
                try SizeLimit.checkText(result.utf8.count)
                at = end + 1
                continue
            }
            if scalar == "}" && !isDoubled { throw .value("Single '}' encountered in format string") }
            result.unicodeScalars.append(scalar)
            at += scalar == "{" || scalar == "}" ? 2 : 1
        }
        return result
    }

    private static func closing(_ scalars: [Unicode.Scalar], _ start: Int) -> Int? {
        var depth = 0
        for at in start..<scalars.count {
            if scalars[at] == "{" { depth += 1 }
            if scalars[at] == "}" { depth -= 1 }
            if depth == 0 { return at }
        }
        return nil
    }

    private static func field(
        _ scalars: [Unicode.Scalar],
        _ arguments: Arguments,
        _ automatic: inout Int?,
        _ depth: Int
    ) throws(TemplateError) -> String {
        let end = scalars.firstIndex { $0 == ":" || $0 == "!" } ?? scalars.count
        let value = try value(String(scalars[..<end]), arguments, &automatic)
        var rest = scalars[end...]
        var text: String?
        if rest.first == "!" {
            guard let letter = rest.dropFirst().first else { throw .value("unmatched '{' in format spec") }
            text = letter == "s" ? try value.wholeText : value.represented
            rest = rest.dropFirst(2)
        }
        let specification = try fill(Array(rest.dropFirst()), arguments, &automatic, depth: depth + 1)
        if let text { return try FormatSpecification(specification).format(.string(text)) }
        if !specification.isEmpty {
            switch value {
            case .datetime(let date): return date.strftime(specification)
            case .date(let date): return date.strftime(specification)
            default: break
            }
        }
        return try FormatSpecification(specification).format(value)
    }

    /// The argument a field names, then the attributes and items after it.
    private static func value(
        _ name: String,
        _ arguments: Arguments,
        _ automatic: inout Int?
    ) throws(TemplateError) -> Value {
        let end = name.firstIndex { $0 == "." || $0 == "[" } ?? name.endIndex
        let first = String(name[..<end])
        var value = try argument(first, arguments, &automatic)
        var rest = name[end...]
        while let mark = rest.first {
            rest = rest.dropFirst()
            if mark == "." {
                let attribute = String(rest.prefix { $0 != "." && $0 != "[" })
                rest = rest.dropFirst(attribute.count)
                value = try value.dotted(attribute)
            } else {
                let key = String(rest.prefix { $0 != "]" })
                rest = rest.dropFirst(key.count + 1)
                value = try value.subscripted(Int(key).map(Value.int) ?? .string(key))
            }
        }
        return value
    }

    private static func argument(
        _ name: String,
        _ arguments: Arguments,
        _ automatic: inout Int?
    ) throws(TemplateError) -> Value {
        // A sign makes it a name, as in Python.
        var place = name.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(name) : nil
        if name.isEmpty {
            guard let next = automatic else {
                throw .value("cannot switch from manual field specification to automatic field numbering")
            }
            place = next
            automatic = next + 1
        } else if place != nil {
            automatic = nil
        }
        if let place {
            guard place < arguments.positional.count else {
                throw TemplateError(.index, "Replacement index \(place) out of range for positional args tuple")
            }
            return arguments.positional[place]
        }
        guard let value = arguments.named.first(where: { $0.name == name })?.value else {
            throw TemplateError(.key, PythonText.repr(name))
        }
        return value
    }
}
