// swift-tools-version: 6.2
import PackageDescription

// Programs that time one part of the library each; `run` calls them beside their peers.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ESSIndicators", path: "..")],
  targets: [
    .executableTarget(
      name: "read-table",
      dependencies: [.product(name: "ESSIndicators", package: "ESSIndicators")])
  ]
)
