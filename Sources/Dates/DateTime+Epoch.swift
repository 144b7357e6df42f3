extension DateTime {
    /// Seconds since 1970 UTC.
    package var secondsSince1970: Double { Double(microsecondsSinceEpoch) / 1_000_000 }
}
