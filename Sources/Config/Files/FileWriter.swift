import Glibc

/// Writes bytes to a file descriptor.
package enum FileWriter {
    /// Writes all bytes, in as few writes as the system allows; the error number when that fails.
    package static func write(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Int32? {
        guard let base = bytes.baseAddress else { return nil }
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(file, base + done, bytes.count - done)
            if count >= 0 {
                done += count
            } else if errno == EAGAIN {
                waitForRoom(file)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    /// Waits for a pipe that another program of the pipeline has set to non-blocking.
    private static func waitForRoom(_ file: Int32) {
        var request = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }
}
