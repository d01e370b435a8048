/// How the covariance of coefficients is estimated.
public enum Covariance: Sendable, Equatable {
  /// Independent errors of one variance.
  case classical
  /// Independent errors of any variance (White 1980).
  case robust(Leverage)
  /// Errors that depend on each other within groups; two groupings give the two-way estimator (Cameron, Gelbach and Miller 2011).
  case cluster([String], ClusterType, SmallSample)
  /// Errors that depend on each other within a period and over some periods (Driscoll and Kraay 1998), Bartlett weights.
  case driscollKraay(lag: Int?, SmallSample)
  /// Errors that depend on each other within a unit over some periods (Newey and West 1987), Bartlett weights.
  case neweyWest(lag: Int?, SmallSample)
  /// Errors that depend on each other up to a distance within a period, and over some periods within a unit (Conley 1999; Hsiang 2010).
  case conley(Conley)
  /// Errors of a balanced panel with one covariance between units, the same in every period (Beck and Katz 1995).
  case panelCorrected
  /// Errors of a balanced panel with one covariance between periods, the same in every unit (`vcovBK` of the R package plm by default).
  case periodCorrected

  /// What stands in for the variance of a row's error.
  public enum Leverage: String, Sendable, CaseIterable {
    /// e^2.
    case hc0
    /// e^2 N / (N - K), K with the absorbed effects.
    case hc1
    /// e^2 / (1 - h).
    case hc2
    /// e^2 / (1 - h)^2.
    case hc3
    /// e^2 / (1 - h)^min(4, h N / K) (Cribari-Neto 2004).
    case hc4
  }

  /// What stands in for the covariance of a group's errors.
  public enum ClusterType: String, Sendable, CaseIterable {
    /// Residuals as they are, times the small-sample factor.
    case cr1
    /// Residuals that the inverse root of I - H straightens (Bell and McCaffrey 2002), with Satterthwaite degrees of freedom.
    case cr2
    /// The jackknife over groups: the inverse of I - H.
    case cr3
    /// e / sqrt(1 - h) with the leverage of each row, summed by group (`HC2` of plm's `vcovHC`).
    case rowHC2 = "row-hc2"
    /// e / (1 - h) with the leverage of each row, summed by group (`HC3` of plm's `vcovHC`).
    case rowHC3 = "row-hc3"
  }

  /// The small-sample factor, which peers choose differently and seldom name.
  ///
  /// N rows, G groups, k slopes, K parameters.
  public enum SmallSample: String, Sendable, CaseIterable {
    /// 1: CR0.
    case none
    /// G / (G - 1): `vcovCL` of R's sandwich by default.
    case groups
    /// (G - 1) / G: the jackknife's, with CR3.
    case jackknife
    /// N / (N - k): plm `HC1`, linearmodels `clustered`.
    case slopes
    /// G / (G - 1) (N - 1) / (N - k): plm `sss`.
    case slopesAndGroups = "slopes-and-groups"
    /// G / (G - 1) (N - 1) / (N - K), where effects nested in the groups count as one: Stata, fixest and pyfixest.
    case standard
    /// `standard` for each of two groupings, and for what they share e^2 row by row without a factor: `multi0` of `vcovCL`.
    case standardRows = "standard-rows"
    /// N / (N - K) with all effects: linearmodels' kernel covariance.
    case parameters
  }

  /// A spatial covariance.
  public struct Conley: Sendable, Equatable {
    /// A weight by distance.
    public enum Kernel: String, Sendable, CaseIterable {
      /// 1 up to the cut-off.
      case uniform
      /// Falling linearly to 0 at the cut-off.
      case bartlett
    }

    /// Column of latitudes, in degrees.
    public var latitude: String
    /// Column of longitudes, in degrees.
    public var longitude: String
    /// The distance from which errors are independent, in km on the sphere of radius 6371.0088 km.
    public var cutoff: Double
    /// The weights.
    public var kernel: Kernel
    /// Periods over which the errors of a unit depend on each other, Bartlett weights; 0 for none.
    public var lag: Int

    /// A spatial covariance.
    public init(
      latitude: String, longitude: String, cutoff: Double, kernel: Kernel = .uniform, lag: Int = 0
    ) {
      self.latitude = latitude
      self.longitude = longitude
      self.cutoff = cutoff
      self.kernel = kernel
      self.lag = lag
    }
  }
}

extension Covariance: CustomStringConvertible {
  /// As results name it.
  public var description: String {
    func lagged(_ name: String, _ lag: Int?, _ factor: SmallSample) -> String {
      "\(name)(lag=\(lag.map(String.init) ?? "auto"),factor=\(factor.rawValue))"
    }
    switch self {
    case .classical: return "iid"
    case .robust(let leverage): return leverage.rawValue
    case .cluster(let groups, let type, let factor):
      let name = type == .cr1 && factor == .none ? "cr0" : type.rawValue
      return "\(name)(cluster=\(groups.joined(separator: "+")),factor=\(factor.rawValue))"
    case .driscollKraay(let lag, let factor): return lagged("driscoll-kraay", lag, factor)
    case .neweyWest(let lag, let factor): return lagged("newey-west", lag, factor)
    case .conley(let conley):
      return "conley(cutoff=\(conley.cutoff)km,kernel=\(conley.kernel.rawValue),lag=\(conley.lag))"
    case .panelCorrected: return "pcse"
    case .periodCorrected: return "pcse-periods"
    }
  }
}
