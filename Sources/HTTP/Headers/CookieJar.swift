import Synchronization

/// The cookies that the servers of a requester set in a run.
///
/// Shared by all slices. Costs next to nothing while no cookie comes.
package final class CookieJar: Sendable {
    /// Cookies kept at most; the oldest go first.
    private static let capacity = 500

    /// Seconds since 1970.
    private let now: @Sendable () -> Int
    private let cookies = Mutex<[Cookie]>([])
    private let isUsed = Atomic(false)

    package init(now: @escaping @Sendable () -> Int) { self.now = now }

    /// Keeps what a response sets, and forgets what it ends.
    package func take(_ headers: HTTPHeaderList, from url: String) {
        guard headers["Set-Cookie"] != nil, let address = AddressParts(url) else { return }
        let now = now()
        for field in headers.fields where HTTPHeaderList.isSame(field.name, "Set-Cookie") {
            guard let cookie = Cookie(field.value, from: address, now: now) else { continue }
            cookies.withLock { Self.keep(cookie, in: &$0, now: now) }
        }
        isUsed.store(true, ordering: .relaxed)
    }

    private static func keep(_ cookie: Cookie, in cookies: inout [Cookie], now: Int) {
        let place = cookies.firstIndex { $0.isSame(as: cookie) }
        switch (place, cookie.hasExpired(at: now)) {
        case (let place?, true): cookies.remove(at: place)
        case (let place?, false): cookies[place] = cookie
        case (nil, true): break
        case (nil, false): cookies.append(cookie)
        }
        if cookies.count > capacity { cookies.removeFirst() }
    }

    /// The header `Cookie` for an address, longer paths first; nil when no cookie goes there.
    package func header(for url: String) -> String? {
        guard isUsed.load(ordering: .relaxed), let address = AddressParts(url) else { return nil }
        let now = now()
        let fitting = cookies.withLock { cookies in
            cookies.removeAll { $0.hasExpired(at: now) }
            return cookies.filter { $0.fits(address) }
        }
        let sorted = fitting.enumerated().sorted { one, other in
            let lengths = (one.element.path.utf8.count, other.element.path.utf8.count)
            return lengths.0 == lengths.1 ? one.offset < other.offset : lengths.0 > lengths.1
        }
        return sorted.isEmpty ? nil : sorted.map(\.element.text).joined(separator: "; ")
    }
}
