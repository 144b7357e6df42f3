package import Dates

/// What templates may ask of the outside world, passed in so that evaluation can be repeated.
package struct TemplateEnvironment: Sendable {
    /// The present moment in UTC, for `now_utc()` and its kin.
    package let now: @Sendable () -> DateTime
    /// 64 random bits, for `generate_uuid()` and `random`.
    package let random: @Sendable () -> UInt64

    package init(
        now: @escaping @Sendable () -> DateTime,
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: .min ... .max) }
    ) {
        self.now = now
        self.random = random
    }

    /// A random number from 0 up to 1.
    package func fraction() -> Double { Double(random() >> 11) / Double(1 << 53) }
}
