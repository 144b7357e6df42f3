/// What is wrong with a template or its evaluation: kind, message, place in the template text, and near names.
///
/// One word wide, so that throwing functions stay cheap when nothing is thrown.
package struct TemplateError: Error, Sendable, CustomStringConvertible {
    /// The class of a fault, named after the Python exception the reference raises.
    package enum Kind: String, Sendable {
        case syntax = "TemplateSyntaxError"
        /// An unknown filter or test, found while compiling.
        case assertion = "TemplateAssertionError"
        case runtime = "TemplateRuntimeError"
        /// Something was asked of a value that is not there.
        case undefined = "UndefinedError"
        /// A Python type error: the template text itself becomes the result.
        case type = "TypeError"
        case value = "ValueError"
        /// A free variable that is not in scope.
        case undeclared = "Undeclared"
        /// A variable that may no longer be used, such as `stream_state`.
        case unsupported = "AirbyteTracedException"
        case security = "SecurityError"
        case zeroDivision = "ZeroDivisionError"
        case overflow = "OverflowError"
        case decoding = "UnicodeDecodeError"
        case encoding = "UnicodeEncodeError"
        case key = "KeyError"
        case index = "IndexError"
        case attribute = "AttributeError"
        case lookup = "LookupError"
        case filterArgument = "FilterArgumentError"
        case regex = "error"
        case base64 = "Error"
        case unknownZone = "UnknownTimeZoneError"
        case isoDuration = "ISO8601Error"
        case system = "OSError"
        case assertionFailed = "AssertionError"
    }

    private final class Storage: Sendable {
        let kind: Kind
        let message: String
        let range: Range<Int>?
        let hint: String?

        init(kind: Kind, message: String, range: Range<Int>?, hint: String?) {
            self.kind = kind
            self.message = message
            self.range = range
            self.hint = hint
        }
    }

    private let storage: Storage

    package init(_ kind: Kind, _ message: String, at range: Range<Int>? = nil, hint: String? = nil) {
        storage = Storage(kind: kind, message: message, range: range, hint: hint)
    }

    package var kind: Kind { storage.kind }
    /// What is wrong, in the words of the reference where it has some.
    package var message: String { storage.message }
    /// UTF-8 offsets in the template text, or nil when the fault has no place.
    package var range: Range<Int>? { storage.range }
    /// A remedy, such as similar names; nil when there is none.
    package var hint: String? { storage.hint }

    package var description: String {
        guard let hint else { return message }
        return "\(message) (\(hint))"
    }

    /// The same error at a place, if it has none yet.
    func located(at range: Range<Int>) -> TemplateError {
        storage.range == nil ? TemplateError(kind, message, at: range, hint: hint) : self
    }
}

extension TemplateError {
    static func type(_ message: String) -> TemplateError { TemplateError(.type, message) }
    static func value(_ message: String) -> TemplateError { TemplateError(.value, message) }
}
