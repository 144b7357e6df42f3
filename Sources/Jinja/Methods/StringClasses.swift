import Text

/// Methods that tell what kind of characters a string holds.
///
/// All but `isascii` and `isprintable` are false for an empty string.
enum StringClasses {
    private static func all(
        _ name: String,
        _ test: @escaping @Sendable (Unicode.Scalar) -> Bool
    ) -> Method {
        { (value, arguments, _) throws(TemplateError) in
            let scalars = try StringMethods.unpack(value, arguments, name, 0, 0).0.unicodeScalars
            return .bool(!scalars.isEmpty && scalars.allSatisfy(test))
        }
    }

    static let isalnum = all("isalnum") { isLetter($0) || $0.properties.numericType != nil }
    static let isalpha = all("isalpha", isLetter)
    static let isdecimal = all("isdecimal") { $0.properties.numericType == .decimal }
    static let isdigit = all("isdigit") { $0.properties.numericType == .decimal || $0.properties.numericType == .digit }
    static let isnumeric = all("isnumeric") { $0.properties.numericType != nil }
    static let isspace = all("isspace", \.isPythonSpace)

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    static let isascii: Method = { (value, arguments, _) throws(TemplateError) in
        .bool(try StringMethods.unpack(value, arguments, "isascii", 0, 0).0.utf8.allSatisfy { $0 < 0x80 })
    }

    static let isprintable: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, _) = try StringMethods.unpack(value, arguments, "isprintable", 0, 0)
        return .bool(text.unicodeScalars.allSatisfy(\.isPythonPrintable))
    }

    static let isidentifier: Method = { (value, arguments, _) throws(TemplateError) in
        let scalars = try StringMethods.unpack(value, arguments, "isidentifier", 0, 0).0.unicodeScalars
        guard let first = scalars.first else { return .bool(false) }
        return .bool(first.isNameStart && scalars.allSatisfy(\.isNamePart))
    }

    static let islower: Method = { (value, arguments, _) throws(TemplateError) in
        .bool(isLower(try StringMethods.unpack(value, arguments, "islower", 0, 0).0))
    }

    static let isupper: Method = { (value, arguments, _) throws(TemplateError) in
        .bool(isUpper(try StringMethods.unpack(value, arguments, "isupper", 0, 0).0))
    }

    static func isLower(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.contains { $0.properties.isLowercase }
            && !scalars.contains { $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter }
    }

    static func isUpper(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.contains { $0.properties.isUppercase }
            && !scalars.contains { $0.properties.isLowercase || $0.properties.generalCategory == .titlecaseLetter }
    }

    static let istitle: Method = { (value, arguments, _) throws(TemplateError) in
        let (text, _) = try StringMethods.unpack(value, arguments, "istitle", 0, 0)
        return .bool(text.unicodeScalars.contains { $0.properties.isCased } && text == text.titledAsInPython)
    }
}
