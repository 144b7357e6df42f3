import Dates
import JSON
import Jinja

/// What inputs are tried on.
enum FuzzSample {
    static let now = DateTime(nearestMicrosecondsSinceEpoch: 1_752_575_400_123_456)

    /// Made again each time, since templates may change values in place.
    static var value: Value {
        let text = #"{"a":[1,2.5,{"b":"x"}],"b":"2024-01-15","l":[3,1,2],"n":null,"s":"héllo","d":{"a":{"b":[1]}}}"#
        return (try? JSONDocument(text: text).root).map { Value($0) } ?? .null
    }
}
