/// The steps that checking one value may take: references in circles can double them at every level.
final class SchemaBudget {
    private var left = 500_000

    /// Takes one step; false when none is left.
    func take() -> Bool {
        left -= 1
        return left >= 0
    }
}
