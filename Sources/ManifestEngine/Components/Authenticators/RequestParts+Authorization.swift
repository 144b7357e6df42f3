import JSON

extension RequestParts {
    /// Nothing but the header `Authorization`.
    init(authorization: String) {
        self.init()
        headers["Authorization"] = .string(authorization)
    }
}
