import Jinja

extension DateTime {
    /// Seconds since 1970 UTC.
    var secondsSince1970: Double { Double(microsecondsSinceEpoch) / 1_000_000 }
}
