/// Runs the classes that a manifest names.
package protocol ClassRunner: Sendable {}
