#ifndef ESS_CDISTRIBUTIONS_H
#define ESS_CDISTRIBUTIONS_H

#ifdef __cplusplus
extern "C" {
#endif

/// Quantile of Student's t with `df` degrees of freedom (> 0, may be infinite) at `p` in (0, 1).
/// NaN outside the domain. Boost.Math, double precision without promotion of errors to exceptions.
double ess_student_t_quantile(double p, double df);

#ifdef __cplusplus
}
#endif
#endif
