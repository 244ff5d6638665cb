/// A number with exactly so many decimals, a point between, whatever the locale.
package func fixed(_ value: Double, decimals: Int) -> String {
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int(value * Double(scale) + (value < 0 ? -0.5 : 0.5))
  let rest = String(scaled.magnitude % scale.magnitude)
  let zeros = String(repeating: "0", count: decimals - rest.utf8.count)
  return "\(scaled < 0 ? "-" : "")\(scaled.magnitude / scale.magnitude).\(zeros)\(rest)"
}
