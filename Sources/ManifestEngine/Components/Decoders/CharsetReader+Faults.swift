import JSON
import Manifest

extension CharsetReader {
    /// What is wrong with a field that names an encoding.
    static func faults(of field: Field, in mapping: ManifestMapping) -> [FieldFault] {
        guard let name = mapping[field.name]?.string, !name.isEmpty, CharsetReader(name) == nil else { return [] }
        return [
            FieldFault(
                field.name,
                "the encoding '\(name)' is unknown",
                fix: "known are utf-8, utf-8-sig, latin-1, cp1252 and utf-16, for example"
            )
        ]
    }
}
