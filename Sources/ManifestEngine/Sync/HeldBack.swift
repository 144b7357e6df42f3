/// Holds an element back until the next one arrives, as a check does with its messages.
///
/// When off, it passes every element through at once.
struct HeldBack<Element> {
    private let isOn: Bool
    private var held: Element?

    init(isOn: Bool) { self.isOn = isOn }

    /// Takes an element and returns the one whose turn it is.
    mutating func exchange(_ element: Element) -> Element? {
        guard isOn else { return element }
        defer { held = element }
        return held
    }

    /// The element that is still held, at the end.
    mutating func take() -> Element? {
        defer { held = nil }
        return held
    }
}
