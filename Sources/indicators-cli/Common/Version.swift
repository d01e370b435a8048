import ESSIndicators

/// The version of the program.
enum Version {
  static let number = "0.1.0"

  /// With the libraries that numbers depend on.
  static var details: String {
    """
    indicators \(number)
    BLAS and LAPACK: \(LinearAlgebraLibrary.configuration)
    BLAS kernel: \(LinearAlgebraLibrary.coreName), one thread
    Threads of our own: \(Parallel.threads)
    Datasets: \(Dataset.shippedNames.joined(separator: ", "))
    """
  }
}
