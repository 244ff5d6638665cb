import GalleyModel
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (1.005, 1, "1.0"), (0.999, 2, "1.00"), (-0.05, 2, "-0.05"),
    (-12.346, 2, "-12.35"), (0.0471, 3, "0.047"), (79.96, 1, "80.0"),
  ])
  func decimals(value: Double, decimals: Int, text: String) {
    #expect(fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: 0...7) func findsTheFirstOfThoseThatBelong(first: Int) {
    #expect((0..<7).partitioningIndex { $0 >= first } == first)
    #expect((3..<3).partitioningIndex { $0 >= first } == 3)
  }
}
