/// Why fuzzing could not begin.
package struct FuzzFault: Error, CustomStringConvertible {
    let message: String
    package var description: String { message }
}
