@_exported public import ESSData
@_exported public import ESSNumerics
