/// Where a page token goes.
package enum PageTokenOption: Sendable {
    case option(RequestOption)
    /// The token takes the place of the path.
    case path
}
