/// Where a page token goes.
package enum PageTokenOption: Sendable {
    case option(RequestOption)
    /// The token replaces the path.
    case path
}
